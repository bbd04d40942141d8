namespace Analytics.Practice;

/// <summary>How k-means searches.</summary>
public sealed record KMeansOptions
{
    /// <summary>Number of starts, at least 1; null for as many as it takes to find the best partition again often enough.</summary>
    public int? Restarts { get; init; }

    /// <summary>Chooses the random numbers of the starts: the same seed gives the same partition.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Most cores to use, at least 1. The result does not depend on it.</summary>
    public int MaxDegreeOfParallelism { get; init; } = Environment.ProcessorCount;
}
