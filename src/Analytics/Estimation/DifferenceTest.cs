using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>How surprising a difference from a benchmark would be if there were none: one test per measure.</summary>
/// <remarks>
/// Against other people's answers the two-sample tests: score test of two proportions, exact conditional test of two rates, Welch's of two means.
/// Against a benchmark taken as it stands the one-sample tests that the intervals invert.
/// </remarks>
static class DifferenceTest
{
    /// <summary>Two-sided p-value; null where the measure has no test, or a mean rests on one answer.</summary>
    /// <param name="own">Sums of the value.</param>
    /// <param name="benchmark">The benchmark's value.</param>
    /// <param name="measure">What kind of number it is.</param>
    /// <param name="limit">A p-value above it need only be known to be above; 1 for all of them.</param>
    public static double? PValue(in Totals own, BenchmarkValue benchmark, Measure measure, double limit) =>
        benchmark.Totals is { } other ? BetweenTwo(own, other, measure, limit) : AgainstValue(own, benchmark.Value, measure);

    static double? BetweenTwo(in Totals own, in Totals other, Measure measure, double limit) => measure switch
    {
        Measure.Proportion when own.IsWeighted || other.IsWeighted =>
            ProportionTest.ScoreWeighted(TotalsEstimate.Value(own, measure), own.Size, TotalsEstimate.Value(other, measure), other.Size).PValue,
        Measure.Proportion => ProportionTest.Score(own.Cases, own.Base, other.Cases, other.Base).PValue,
        Measure.Rate => RateTest.ConditionalPValue(own.Cases, own.Base, other.Cases, other.Base, limit),
        Measure.Mean when TotalsEstimate.Variance(own) is { } variance && TotalsEstimate.Variance(other) is { } others =>
            MeanTest.Welch(TotalsEstimate.Value(own, measure), variance, own.Size, TotalsEstimate.Value(other, measure), others, other.Size).PValue,
        _ => null,
    };

    static double? AgainstValue(in Totals own, double benchmark, Measure measure) => measure switch
    {
        Measure.Proportion => ProportionTest.AgainstValueWeighted(TotalsEstimate.Value(own, measure), own.Size, benchmark).PValue,
        Measure.Rate => RateTest.AgainstValue(own.Cases, own.Base, benchmark).PValue,
        Measure.Mean when TotalsEstimate.Variance(own) is { } variance =>
            MeanTest.AgainstValue(TotalsEstimate.Value(own, measure), variance, own.Size, benchmark).PValue,
        _ => null,
    };
}
