using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>How large a difference from a benchmark would have had to be to be certain: the distance to the funnel limit of as many people.</summary>
static class SmallestDifference
{
    /// <summary>The distance, on one side of the benchmark.</summary>
    /// <param name="totals">Sums of the compared value; only its size (for a mean its spread too) plays a role.</param>
    /// <param name="benchmark">The benchmark, in the unit of the estimate.</param>
    /// <param name="above">The side: above the benchmark, or below.</param>
    /// <param name="measure">What kind of number it is.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>Distance in the unit of the estimate, above 0; null where no value of so few people could be certain on that side.</returns>
    public static double? Of(in Totals totals, double benchmark, bool above, Measure measure, double confidence)
    {
        if (measure == Measure.Rate)
        {
            return Rate(totals.Base, benchmark, above, confidence);
        }

        if (Limits(totals, benchmark, measure, confidence) is not { } limits)
        {
            return null;
        }

        var attainable = measure switch
        {
            Measure.Proportion => above ? limits.Upper < 1 : limits.Lower > 0,
            _ => true,
        };
        var distance = above ? limits.Upper - benchmark : benchmark - limits.Lower;
        return attainable && distance > 0 ? distance : null;
    }

    // The interval of a rate is Byar's from ten events and exact below, and so is its inverse.
    static double? Rate(long population, double benchmark, bool above, double confidence)
    {
        var (expected, tail) = (benchmark * population, Confidence.Tail(confidence));
        var z = Quantile.Normal(tail);
        var events = above
            ? ByarLimits.Above(expected, z) ?? FunnelLimits.EventsAbove(expected, tail)
            : ByarLimits.Below(expected, z) ?? FunnelLimits.EventsBelow(expected, tail);
        return events > 0 && events != expected ? Math.Abs(events - expected) / population : null;
    }

    static Interval? Limits(in Totals totals, double benchmark, Measure measure, double confidence) => measure switch
    {
        Measure.Proportion => FunnelLimits.Proportion(Math.Clamp(benchmark, 0, 1), totals.Size, confidence),
        Measure.Mean when TotalsEstimate.Variance(totals) is { } variance => FunnelLimits.Mean(benchmark, variance, totals.Size, confidence),
        _ => null,
    };
}
