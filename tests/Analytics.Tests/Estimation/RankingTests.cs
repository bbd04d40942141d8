using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Statistics;
using Analytics.Tests.Charts;
using Xunit;

namespace Analytics.Tests.Estimation;

public sealed class RankingTests
{
    static readonly Indicator Share = SpineExamples.Indicator(Polarity.HigherWorse);

    static Estimate Of(long cases, long people) => Estimate.Of(Totals.OfCounts(cases, people), Measure.Proportion);

    [Fact]
    public void Of_SharesByCounts_IsTheIntervalOfTheirPosteriors()
    {
        // docs/methods/rank-interval.md, worked values.
        Assert.Equal([new RankRange(1, 2), new RankRange(1, 3), new RankRange(3, 4), new RankRange(2, 4)], Ranking.Of([Of(0, 5), Of(1, 5), Of(5, 5), Of(3, 5)], Share));
    }

    [Fact]
    public void Of_AreasWithoutValueOrUncertainty_HaveNoneAndDoNotCount()
    {
        var ranges = Ranking.Of([null, Of(0, 5), new Estimate(0.9, null, null, null, EstimateMethod.AsPublished), Of(1, 5), Of(5, 5), Of(3, 5)], Share);
        Assert.Equal([null, new RankRange(1, 2), null, new RankRange(1, 3), new RankRange(3, 4), new RankRange(2, 4)], ranges);
        Assert.Equal([null, null], Ranking.Of([null, null], Share));
    }

    [Fact]
    public void Of_RatesAndMeans_IsByValueAndStandardError()
    {
        var rate = Share with { Measure = Measure.Rate };
        var estimates = ((long, long)[])[(10, 1000), (100, 1000), (400, 1000)] is var counts ? counts.Select(x => Estimate.Of(Totals.OfCounts(x.Item1, x.Item2), Measure.Rate)).ToArray() : [];
        Assert.Equal([new RankRange(1, 1), new RankRange(2, 2), new RankRange(3, 3)], Ranking.Of(estimates, rate));
    }
}
