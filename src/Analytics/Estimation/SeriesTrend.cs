using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>What the last five points of a series say: a tested trend, or the reason why there is none.</summary>
public abstract record SeriesTrend
{
    SeriesTrend()
    {
    }

    /// <summary>Five points were tested.</summary>
    /// <param name="From">First year.</param>
    /// <param name="To">Last year.</param>
    /// <param name="Trend">Slope per year in the unit of the estimates, and how certain it is.</param>
    /// <param name="Verdict">The judgement of a certain change; similar where none is certain.</param>
    public sealed record Tested(int From, int To, Trend Trend, Verdict Verdict) : SeriesTrend;

    /// <summary>No test.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Untested(Reason Reason) : SeriesTrend;

    /// <summary>Tests the last five points that have an interval.</summary>
    /// <param name="points">Year and estimate, ascending; years may be missing.</param>
    /// <param name="polarity">Whether a rise is better, worse, or not to be judged.</param>
    /// <remarks>
    /// The standard error of a mean is that of its interval; of a share or rate the width of the 95 % interval over twice its normal quantile, so that 0 has one too.
    /// See docs/methods/five-point-trend.md.
    /// </remarks>
    public static SeriesTrend Of(IReadOnlyList<(int Year, Estimate Estimate)> points, Polarity polarity)
    {
        var usable = (from point in points
                      let error = StandardError(point.Estimate)
                      where error > 0
                      select (Year: (double)point.Year, point.Estimate.Value, Error: error.GetValueOrDefault())).TakeLast(FivePointTrend.Points).ToArray();
        if (usable.Length < FivePointTrend.Points)
        {
            return new Untested(Reason.TooFewYears);
        }

        var trend = FivePointTrend.Of([.. usable.Select(x => x.Year)], [.. usable.Select(x => x.Value)], [.. usable.Select(x => x.Error)]);
        var verdict = trend.Direction == TrendDirection.NoCertainChange ? Verdict.Similar : Verdicts.Of(trend.Direction == TrendDirection.Rising, polarity);
        return new Tested((int)usable[0].Year, (int)usable[^1].Year, trend, verdict);
    }

    /// <summary>The standard error of an estimate, in its unit; null where there is no interval.</summary>
    internal static double? StandardError(Estimate estimate) => estimate switch
    {
        { Method: EstimateMethod.StudentT, Weighted: { } sums } => TotalsEstimate.Variance(sums) is { } variance ? Math.Sqrt(variance / sums.Size) : null,
        { Interval: { } interval } => (interval.Upper - interval.Lower) / (2 * Quantile.Normal(Confidence.Tail(Estimate.Confidence))),
        _ => null,
    };
}
