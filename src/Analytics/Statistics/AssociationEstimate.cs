namespace Analytics.Statistics;

/// <summary>A measure of association with its interval.</summary>
/// <param name="Value">The estimate; each measure says of what.</param>
/// <param name="Interval">Confidence interval; holds <paramref name="Value"/>.</param>
/// <param name="Corrected">Whether ½ was added to every cell because a cell was 0 (Haldane): both value and interval are then of the corrected table.</param>
public sealed record AssociationEstimate(double Value, Interval Interval, bool Corrected)
{
    /// <summary>A ratio whose logarithm is taken as normal.</summary>
    internal static AssociationEstimate OfRatio(double value, double varianceOfLog, double tail, bool corrected = false)
    {
        var half = Math.Exp(Quantile.Normal(tail) * Math.Sqrt(varianceOfLog));
        return new AssociationEstimate(value, new Interval(value / half, value * half), corrected);
    }
}
