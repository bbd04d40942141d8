using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>How a value relates to a benchmark.</summary>
/// <param name="Benchmark">What it is compared with.</param>
/// <param name="Against">The benchmark's value, with what lies behind it.</param>
/// <param name="Level">How certain a difference had to be.</param>
/// <param name="Interval">The value's interval at that level, or at 95 % where a test decides.</param>
/// <param name="Verdict">The judgement.</param>
/// <param name="Confidence">Level at which a single interval would have had to exclude the benchmark, as a fraction: the level's own, or what the other tests leave.</param>
public sealed record Comparison(Benchmark Benchmark, BenchmarkValue Against, FlagLevel Level, Interval Interval, Verdict Verdict, double Confidence)
{
    /// <summary>The benchmark's value, in the unit of the estimate.</summary>
    public double Value => Against.Value;
}

/// <summary>Judgement of a value against a benchmark.</summary>
public enum Verdict
{
    /// <summary>Certainly on the good side of the benchmark.</summary>
    Better,
    /// <summary>No certain difference.</summary>
    Similar,
    /// <summary>Certainly on the bad side of the benchmark.</summary>
    Worse,
    /// <summary>Certainly above the benchmark, without judgement.</summary>
    Higher,
    /// <summary>Certainly below the benchmark, without judgement.</summary>
    Lower,
}

/// <summary>From a certain direction to a judgement.</summary>
public static class Verdicts
{
    /// <summary>By an interval: no certain difference where it holds the value, bounds included.</summary>
    public static Verdict Of(Interval interval, double benchmark, Polarity polarity) =>
        interval.Contains(benchmark) ? Verdict.Similar : Of(interval.Lower > benchmark, polarity);

    /// <summary>Of a certain difference.</summary>
    /// <param name="above">Whether the value lies above; below otherwise.</param>
    /// <param name="polarity">Whether a higher value is better, worse, or not to be judged.</param>
    public static Verdict Of(bool above, Polarity polarity) => (above, polarity) switch
    {
        (true, Polarity.HigherBetter) or (false, Polarity.HigherWorse) => Verdict.Better,
        (true, Polarity.HigherWorse) or (false, Polarity.HigherBetter) => Verdict.Worse,
        (true, _) => Verdict.Higher,
        (false, _) => Verdict.Lower,
    };

    /// <summary>The code in files: <c>better</c>, <c>similar</c>, <c>worse</c>, <c>higher</c>, <c>lower</c>; <c>not_compared</c> for none.</summary>
    public static string Code(Verdict? verdict) => verdict?.ToString().ToLowerInvariant() ?? "not_compared";
}
