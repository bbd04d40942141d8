namespace Analytics.Catalogue;

/// <summary>All units a catalogue may name.</summary>
public static class Units
{
    /// <summary>The units, with U+00A0 where a number is grouped so that it does not break over lines.</summary>
    public static IReadOnlyList<Unit> All { get; } =
    [
        new("percent", "%", "%", 100),
        new("per_1000", "per 1\u00A0000", "per 1,000", 1_000),
        new("per_10000", "per 10\u00A0000", "per 10,000", 10_000),
        new("per_100000", "per 100\u00A0000", "per 100,000", 100_000),
        new("index", "", "", 1),
        new("ratio", "", "", 1),
        new("count", "", "", 1),
    ];

    /// <summary>The unit with this id, or null.</summary>
    public static Unit? Find(ReadOnlySpan<char> id)
    {
        foreach (var unit in All)
        {
            if (id.SequenceEqual(unit.Id))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>Whether a unit can show a kind of number: shares and rates are per something, means and counts are not.</summary>
    public static bool Fits(Unit unit, Measure measure) => (measure is Measure.Proportion or Measure.Rate) == unit.Factor > 1;
}
