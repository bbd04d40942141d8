namespace Analytics.Statistics;

/// <summary>How far two rows of a table are from each other.</summary>
public enum RowDistance
{
    /// <summary>The root of the sum of squared differences.</summary>
    Euclidean,

    /// <summary>Rows of 0 and 1: of the features that either row has, the share that only one has. 0 where neither row has any.</summary>
    Jaccard,
}
