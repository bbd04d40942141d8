namespace Analytics.Disclosure;

/// <summary>Counts that add up, and what may be done with each: what the protection works on, whatever the counts are of.</summary>
/// <param name="counts">The true count of each cell, at least 0; a cell is known by its index here.</param>
/// <param name="roles">What may be done with each cell.</param>
/// <param name="relations">All sums that a reader knows, implied ones too.</param>
sealed class AdditiveTable(IReadOnlyList<long> counts, IReadOnlyList<CellRole> roles, IReadOnlyList<Relation> relations)
{
    /// <summary>Number of cells.</summary>
    public int Count => counts.Count;

    /// <summary>The true count of a cell.</summary>
    public long this[int cell] => counts[cell];

    /// <summary>What may be done with each cell.</summary>
    public IReadOnlyList<CellRole> Roles => roles;

    /// <summary>All sums that a reader knows, implied ones too.</summary>
    public IReadOnlyList<Relation> Relations => relations;

    /// <summary>
    /// The least count that a reader reckons with where each cell is withheld. Null stands for the usual: 1, since zeros are shown, and 0 where the cell is unpublished.
    /// </summary>
    public IReadOnlyList<long>? Floors { get; init; }

    /// <summary>The most that a reader reckons with where each cell is withheld; null stands for no bound.</summary>
    public IReadOnlyList<long>? Ceilings { get; init; }

    /// <summary>Per cell, the cells that its only person knows as well; null where there are none.</summary>
    public IReadOnlyList<IReadOnlyList<int>?>? Companions { get; init; }

    /// <summary>What hiding each cell costs, at least 0. Null stands for what the weights of the protection say.</summary>
    public IReadOnlyList<long>? Costs { get; init; }

    /// <summary>The least count that a reader reckons with where the cell is withheld.</summary>
    public long Floor(int cell) => Floors?[cell] ?? (roles[cell] == CellRole.Unpublished ? 0 : 1);

    /// <summary>The most that a reader reckons with where the cell is withheld.</summary>
    public long Ceiling(int cell) => Ceilings?[cell] ?? Room.Boundless;
}
