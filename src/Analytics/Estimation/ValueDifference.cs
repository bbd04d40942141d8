using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>The difference of two values of one indicator, from different people or different years.</summary>
/// <param name="Value">The first value less the second, in the unit of the estimates.</param>
/// <param name="Interval">Its confidence interval at <paramref name="Level"/>, or at 95 % where a family of tests decides.</param>
/// <param name="PValue">Two-sided p-value of the test that both are equal.</param>
/// <param name="Level">How certain a difference had to be.</param>
/// <param name="Verdict">The first against the second: certain only where the test says so and the interval leaves 0 out.</param>
public sealed record ValueDifference(double Value, Interval Interval, double PValue, FlagLevel Level, Verdict Verdict)
{
    /// <summary>Two-sided p-value of the test that two values are equal; null where the measure has no test or a sum behind a value is not known.</summary>
    /// <param name="first">The first value.</param>
    /// <param name="second">The second value, of other people or another year.</param>
    /// <param name="indicator">What both measure.</param>
    public static double? Test(Estimate first, Estimate second, Indicator indicator) => (first.Totals, second.Totals) is ({ } one, { } other)
        ? DifferenceTest.PValue(one, new BenchmarkValue(second.Value, other, 0), indicator.Measure, 1)
        : null;

    /// <summary>The difference; null where there is no test, or no interval at the level.</summary>
    /// <param name="first">The first value.</param>
    /// <param name="second">The second value, of other people or another year.</param>
    /// <param name="indicator">What both measure.</param>
    /// <param name="level">How certain it must be.</param>
    /// <param name="family">The tests made together; it decides by <see cref="FlagLevel.FalseDiscovery"/> only.</param>
    /// <remarks>See docs/methods/difference-interval.md.</remarks>
    public static ValueDifference? Of(Estimate first, Estimate second, Indicator indicator, FlagLevel level, TestFamily family)
    {
        var confidence = FlagLevels.Confidence(level);
        if (Test(first, second, indicator) is not { } p || first.IntervalAt(confidence, indicator.Measure) is not { } one || second.IntervalAt(confidence, indicator.Measure) is not { } other)
        {
            return null;
        }

        var interval = DifferenceInterval.SquareAndAdd(first.Value, Around(one, first.Value), second.Value, Around(other, second.Value));
        var certain = (level == FlagLevel.FalseDiscovery ? family.IsFlagged(p) : p < 1 - confidence) && !interval.Contains(0);
        return new ValueDifference(first.Value - second.Value, interval, p, level, certain ? Verdicts.Of(first.Value > second.Value, indicator.Polarity) : Verdict.Similar);
    }

    // A bound that equals its value may miss it by a rounding.
    static Interval Around(Interval interval, double value) => new(Math.Min(interval.Lower, value), Math.Max(interval.Upper, value));
}
