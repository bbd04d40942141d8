namespace Analytics.Catalogue;

/// <summary>An age interval in whole years, both ends included.</summary>
/// <param name="Id">Key as in files: <c>13-15</c>.</param>
/// <param name="From">Youngest age, in years.</param>
/// <param name="To">Oldest age, in years.</param>
public sealed record AgeBand(string Id, int From, int To)
{
    /// <summary>Whether the two intervals share an age.</summary>
    public bool Overlaps(int from, int to) => From <= to && from <= To;

    /// <summary>Whether every age of the other lies in this one.</summary>
    public bool Contains(AgeBand other) => From <= other.From && other.To <= To;

    /// <summary>The key of a band with these ends.</summary>
    public static string IdOf(int from, int to) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{from}-{to}");
}

/// <summary>The age bands of a catalogue: a partition of all ages, coarser bands over it, and the total.</summary>
/// <param name="Partition">The finest bands: gap-free, in order, disjoint.</param>
/// <param name="Coarser">Unions of neighbouring bands of the partition, without the total; often empty.</param>
/// <param name="Total">The band that holds all ages.</param>
public sealed record AgeBands(IReadOnlyList<AgeBand> Partition, IReadOnlyList<AgeBand> Coarser, AgeBand Total)
{
    /// <summary>All bands: the partition, then the coarser ones, then the total.</summary>
    public IReadOnlyList<AgeBand> All { get; } = [.. Partition, .. Coarser, .. Partition.Contains(Total) ? (AgeBand[])[] : [Total]];

    /// <summary>Index into <see cref="Partition"/> of the band that holds an age; −1 outside all.</summary>
    public int IndexOf(int age)
    {
        for (var i = 0; i < Partition.Count; i++)
        {
            if (Partition[i].From <= age && age <= Partition[i].To)
            {
                return i;
            }
        }

        return -1;
    }
}
