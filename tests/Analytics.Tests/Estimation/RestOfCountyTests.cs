using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Estimation;

public sealed class RestOfCountyTests
{
    static Estimate Within(double lower, double upper) => new((lower + upper) / 2, new Interval(lower, upper), 5, 50, EstimateMethod.Wilson);

    [Theory]
    [InlineData(0.2, 0.3, Polarity.HigherBetter, Verdict.Better)]
    [InlineData(0.2, 0.3, Polarity.HigherWorse, Verdict.Worse)]
    [InlineData(0.2, 0.3, Polarity.None, Verdict.Higher)]
    [InlineData(0.01, 0.05, Polarity.HigherBetter, Verdict.Worse)]
    [InlineData(0.01, 0.05, Polarity.HigherWorse, Verdict.Better)]
    [InlineData(0.01, 0.05, Polarity.None, Verdict.Lower)]
    [InlineData(0.05, 0.2, Polarity.HigherWorse, Verdict.Similar)]
    [InlineData(0.1, 0.2, Polarity.HigherWorse, Verdict.Similar)]
    [InlineData(0.05, 0.1, Polarity.None, Verdict.Similar)]
    public void Compare_IntervalAgainstATenth_GivesTheVerdict(double lower, double upper, Polarity polarity, Verdict verdict) =>
        Assert.Equal(new Comparison(0.1, verdict), RestOfCounty.Compare(Within(lower, upper), 0.1, polarity));

    [Fact]
    public void Compare_NoInterval_IsNoComparison() =>
        Assert.Null(RestOfCounty.Compare(new Estimate(0.5, null, null, null, EstimateMethod.AsPublished), 0.1, Polarity.HigherBetter));

    [Fact]
    public void Benchmark_Proportion_LeavesTheMunicipalityOut() =>
        Assert.Equal(30.0 / 200, RestOfCounty.Benchmark(Tally.Of(70, 300), Tally.Of(40, 100), Measure.Proportion));

    [Fact]
    public void Benchmark_Rate_LeavesTheMunicipalityOut() =>
        Assert.Equal(5.0 / 1500, RestOfCounty.Benchmark(new Counts { Base = 2000, Cases = 9 }, new Counts { Base = 500, Cases = 4 }, Measure.Rate));

    [Fact]
    public void Benchmark_NobodyElse_IsNone() => Assert.Null(RestOfCounty.Benchmark(Tally.Of(4, 10), Tally.Of(4, 10), Measure.Proportion));

    // The subtraction is exact: weights that no double can hold leave nothing behind.
    [Fact]
    public void Benchmark_WeightedMean_IsTheValueOfTheOthersToTheLastDigit()
    {
        var answers = Gen.Select(Gen.Double[-50, 50], Gen.Double[0.01, 20]).Array[1, 20];
        Gen.Select(answers, answers).Sample((mine, others) =>
            RestOfCounty.Benchmark(Tally.Of([.. mine, .. others]), Tally.Of(mine), Measure.Mean) == CountsValue.Of(Tally.Of(others), Measure.Mean));
    }
}
