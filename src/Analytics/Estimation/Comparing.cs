using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>An estimate against a benchmark.</summary>
public static class Comparing
{
    /// <summary>Judges by the interval of a level.</summary>
    /// <param name="interval">The municipality's interval at the level; see <see cref="Estimate.IntervalAt"/>.</param>
    /// <param name="indicator">What is measured: its kind of number and polarity.</param>
    /// <param name="benchmark">What it is compared with.</param>
    /// <param name="value">The benchmark's value.</param>
    /// <param name="level"><see cref="FlagLevel.Single"/> or <see cref="FlagLevel.Overview"/>.</param>
    public static Comparison ByInterval(Interval interval, Indicator indicator, Benchmark benchmark, BenchmarkValue value, FlagLevel level) => new(
        benchmark, value, level, interval, Verdicts.Of(interval, value.Value, indicator.Polarity), FlagLevels.Confidence(level));

    /// <summary>Judges by a test within a family of tests.</summary>
    /// <param name="estimate">The municipality's estimate.</param>
    /// <param name="interval">Its 95 % interval.</param>
    /// <param name="indicator">What is measured: its kind of number and polarity.</param>
    /// <param name="benchmark">What it is compared with.</param>
    /// <param name="value">The benchmark's value.</param>
    /// <param name="family">The tests made together, this one among them.</param>
    /// <param name="pValue">The p-value of the difference; see <see cref="PValue"/>.</param>
    public static Comparison ByFalseDiscovery(
        Estimate estimate, Interval interval, Indicator indicator, Benchmark benchmark, BenchmarkValue value, TestFamily family, double pValue)
    {
        var flagged = family.IsFlagged(pValue) && estimate.Value != value.Value;
        return new Comparison(
            benchmark, value, FlagLevel.FalseDiscovery, interval, flagged ? Verdicts.Of(estimate.Value > value.Value, indicator.Polarity) : Verdict.Similar,
            1 - family.Threshold(flagged));
    }

    /// <summary>Two-sided p-value of the difference from a benchmark; null where the estimate cannot be tested.</summary>
    public static double? PValue(Estimate estimate, Indicator indicator, BenchmarkValue value) => PValueUpTo(1, estimate, indicator, value);

    /// <summary>The p-value for a family of tests: one that can never be flagged need only be known to be above q.</summary>
    internal static double? PValueInFamily(Estimate estimate, Indicator indicator, BenchmarkValue value) =>
        PValueUpTo(FlagLevels.FalseDiscoveryRate, estimate, indicator, value);

    static double? PValueUpTo(double limit, Estimate estimate, Indicator indicator, BenchmarkValue value) =>
        estimate.Totals is { } totals ? DifferenceTest.PValue(totals, value, indicator.Measure, limit) : null;

    /// <summary>
    /// How far from the benchmark, on the value's side of it, a value from as many people would have had to lie to be flagged, in the unit of the estimate: what the
    /// deciding interval or test leaves. Null where none could: so few people that even nobody, or everybody, would be no certain difference.
    /// </summary>
    /// <param name="estimate">The municipality's estimate.</param>
    /// <param name="indicator">What is measured.</param>
    /// <param name="comparison">Its comparison.</param>
    public static double? SmallestDifference(Estimate estimate, Indicator indicator, Comparison comparison) => estimate.Totals is { } totals
        ? Estimation.SmallestDifference.Of(totals, comparison, estimate.Value >= comparison.Value, indicator.Measure)
        : null;
}
