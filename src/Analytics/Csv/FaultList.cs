using System.Globalization;

namespace Analytics.Csv;

/// <summary>All faults of an input in the order of reading: the first <see cref="Limit"/> whole, the rest counted.</summary>
public sealed class FaultList
{
    /// <summary>How many faults are kept with their place; further ones are only counted.</summary>
    public const int Limit = 50;

    readonly List<Fault> listed = [];

    /// <summary>The first faults, at most <see cref="Limit"/>.</summary>
    public IReadOnlyList<Fault> Listed => listed;

    /// <summary>Number of all faults, listed or not.</summary>
    public long Count { get; private set; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Adds a fault.</summary>
    public void Add(Fault fault)
    {
        Count++;
        if (listed.Count < Limit)
        {
            listed.Add(fault);
        }
    }

    /// <summary>Counts faults of which only the number is known.</summary>
    public void AddUnlisted(long number) => Count += number;

    /// <summary>One line per listed fault and, when there are more, a last line that counts them.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var fault in listed)
        {
            yield return fault.ToString();
        }

        if (Count > listed.Count)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"… and {Count - listed.Count} more; {Count} in all.");
        }
    }
}
