using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>What earlier releases have published of one indicator and year, and what they have withheld.</summary>
sealed class EarlierTable
{
    readonly Dictionary<(string Area, string Band, Sex Sex, Quantity Quantity), SortedSet<long>> shown = [];
    readonly HashSet<(string Area, string Band, Sex Sex, Quantity Quantity)> withheld = [];

    /// <summary>Takes note of a count, or that it was withheld.</summary>
    public void Add(string area, string band, Sex sex, Quantity quantity, long? count)
    {
        var place = (area, band, sex, quantity);
        if (count is { } value)
        {
            shown.TryAdd(place, []);
            shown[place].Add(value);
        }
        else
        {
            withheld.Add(place);
        }
    }

    /// <summary>What may be done with a count now: one that is out stays out, one that was withheld stays withheld.</summary>
    public CellRole Role(string area, string band, Sex sex, Quantity quantity, long count) => (area, band, sex, quantity) switch
    {
        var place when shown.TryGetValue(place, out var counts) && counts.Contains(count) => CellRole.Shown,
        var place when withheld.Contains(place) => CellRole.Withheld,
        _ => CellRole.Open,
    };

    /// <summary>Whether a count differs from one that is out by so few that the difference is a count of few persons.</summary>
    public bool IsFewFrom(string area, string band, Sex sex, Quantity quantity, long count, ProtectionParameters parameters) =>
        shown.TryGetValue((area, band, sex, quantity), out var counts) && !counts.Contains(count) && counts.Any(earlier => parameters.IsSmall(Math.Abs(count - earlier)));
}
