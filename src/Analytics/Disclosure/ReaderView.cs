namespace Analytics.Disclosure;

/// <summary>What a reader sees of a table, and nothing more.</summary>
/// <param name="shown">Per cell the count, null where it is not shown.</param>
/// <param name="relations">All sums that a reader knows, implied ones too.</param>
/// <param name="floors">The least count that a reader reckons with, per cell that is not shown: 1 where a zero would be shown, 0 for an unpublished cell.</param>
/// <param name="ceilings">The most, null for no bounds.</param>
sealed class ReaderView(IReadOnlyList<long?> shown, IReadOnlyList<Relation> relations, IReadOnlyList<long> floors, IReadOnlyList<long>? ceilings = null)
{
    /// <summary>Number of cells.</summary>
    public int Count => shown.Count;

    /// <summary>The count that is shown, or null.</summary>
    public long? this[int cell] => shown[cell];

    /// <summary>All sums that a reader knows, implied ones too.</summary>
    public IReadOnlyList<Relation> Relations => relations;

    /// <summary>The least count of a cell that is not shown.</summary>
    public long Floor(int cell) => floors[cell];

    /// <summary>The greatest count of a cell that is not shown.</summary>
    public long Ceiling(int cell) => ceilings?[cell] ?? Room.Boundless;
}
