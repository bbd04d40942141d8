namespace Analytics.Disclosure;

/// <summary>What hiding a cell costs by the weights of the protection.</summary>
static class CellWeight
{
    /// <summary>Cost of hiding a count, at least 1.</summary>
    public static long Of(long count, SuppressionWeights weights) => weights switch
    {
        SuppressionWeights.Counts => Math.Max(1, count),
        SuppressionWeights.Cells => 1,
        _ => 1 + (long)Math.Round(100 * Math.Log(Math.Max(1, count))),
    };
}
