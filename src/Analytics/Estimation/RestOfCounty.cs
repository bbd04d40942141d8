using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Estimation;

/// <summary>A municipality against its county without the municipality itself, so that a large one is not compared with its own shadow.</summary>
public static class RestOfCounty
{
    /// <summary>The benchmark: the value of the county's counts less the municipality's; null where nobody else has an answer.</summary>
    internal static double? Benchmark(in Counts county, in Counts municipality, Measure measure)
    {
        var rest = new Counts
        {
            Base = county.Base - municipality.Base,
            Cases = county.Cases - municipality.Cases,
            Weight = county.Weight - municipality.Weight,
            WeightedValue = county.WeightedValue - municipality.WeightedValue,
        };
        return rest.Base > 0 ? CountsValue.Of(rest, measure) : null;
    }

    /// <summary>The comparison from counts; null without an interval or without anybody else in the county.</summary>
    internal static Comparison? Compare(Estimate estimate, in Counts county, in Counts municipality, Indicator indicator) =>
        Benchmark(county, municipality, indicator.Measure) is { } benchmark ? Compare(estimate, benchmark, indicator.Polarity) : null;

    /// <summary>Judges an estimate against a benchmark by its interval: no certain difference where the interval holds the benchmark.</summary>
    /// <param name="estimate">The municipality's estimate.</param>
    /// <param name="benchmark">The benchmark, in the unit of the estimate.</param>
    /// <param name="polarity">Whether a higher value is better, worse, or not to be judged.</param>
    /// <returns>The comparison; null where the estimate has no interval.</returns>
    public static Comparison? Compare(Estimate estimate, double benchmark, Polarity polarity)
    {
        if (estimate.Interval is not { } interval)
        {
            return null;
        }

        var verdict = interval.Contains(benchmark) ? Verdict.Similar
            : (interval.Lower > benchmark, polarity) switch
            {
                (true, Polarity.HigherBetter) or (false, Polarity.HigherWorse) => Verdict.Better,
                (true, Polarity.HigherWorse) or (false, Polarity.HigherBetter) => Verdict.Worse,
                (true, _) => Verdict.Higher,
                (false, _) => Verdict.Lower,
            };
        return new Comparison(benchmark, verdict);
    }
}
