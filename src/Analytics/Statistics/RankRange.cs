namespace Analytics.Statistics;

/// <summary>The ranks an area may have; 1 is the lowest value.</summary>
/// <param name="Lower">Lowest rank, at least 1.</param>
/// <param name="Upper">Highest rank, at most the number of areas; not below <paramref name="Lower"/>.</param>
public readonly record struct RankRange(int Lower, int Upper);
