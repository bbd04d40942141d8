namespace Analytics.Statistics;

/// <summary>How far two groups of units are from each other.</summary>
public enum Linkage
{
    /// <summary>The mean distance of all pairs.</summary>
    Average,

    /// <summary>What joining them adds to the inertia, where the distances are Euclidean.</summary>
    Ward,
}
