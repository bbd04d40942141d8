namespace Analytics.Practice;

/// <summary>How thoroughly a study of clusters works.</summary>
public sealed record ClusterOptions
{
    /// <summary>Chooses all random numbers: the same seed gives the same study.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Most clusters that are tried, 2 to 16; with fewer than 20 units never more than 4.</summary>
    public int MostClusters { get; init; } = 10;

    /// <summary>Tables with permuted columns for the test of structure, at least 198. Half as many above 200 units; fewer where the first 49 show that there is none.</summary>
    public int Permutations { get; init; } = 199;

    /// <summary>Bootstrap samples of the units for the stability of each cluster, at least 1.</summary>
    public int Bootstraps { get; init; } = 100;

    /// <summary>Tables without structure for the gap statistic, at least 2.</summary>
    public int GapTables { get; init; } = 30;

    /// <summary>Permuted tables, of those of the test, whose stability the stability is judged against: at least 1.</summary>
    public int StabilityTables { get; init; } = 19;

    /// <summary>Most cores to use, at least 1. The study does not depend on it.</summary>
    public int MaxDegreeOfParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Refuses options outside their ranges.</summary>
    internal ClusterOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MostClusters, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MostClusters, 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(Permutations, 198);
        ArgumentOutOfRangeException.ThrowIfLessThan(Bootstraps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(GapTables, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(StabilityTables, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(StabilityTables, Permutations / 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDegreeOfParallelism, 1);
        return this;
    }
}
