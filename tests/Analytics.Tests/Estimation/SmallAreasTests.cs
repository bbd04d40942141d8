using Analytics.Catalogue;
using Analytics.Estimation;
using Xunit;

namespace Analytics.Tests.Estimation;

public sealed class SmallAreasTests
{
    static Estimate Share(long cases, long people) => Estimate.Of(Totals.OfCounts(cases, people), Measure.Proportion);

    [Fact]
    public void Posteriors_SmallAreaFarFromTheRest_IsDrawnTowardsThemMostAndBigOnesHardly()
    {
        Estimate[] shares = [Share(8, 20), Share(300, 3000), Share(450, 3000), Share(380, 3000), Share(260, 3000)];
        var posteriors = SmallAreas.Posteriors(shares);
        Assert.InRange(posteriors[0].Mean, 0.1, 0.3);
        Assert.Equal(0.1, posteriors[1].Mean, 0.003);
        Assert.All(posteriors, x => Assert.True(x.Interval.Contains(x.Mean)));
    }

    [Fact]
    public void Ranks_ClearDifferences_AreCertainAndOthersShareTheirPlaces()
    {
        var ranks = SmallAreas.Ranks([Share(100, 2000), Share(401, 2000), Share(400, 2000), Share(900, 2000)]);
        Assert.Equal([(1, 1), (2, 3), (2, 3), (4, 4)], ranks.Select(x => (x.Lower, x.Upper)));
        Assert.Equal(ranks, SmallAreas.Ranks([Share(100, 2000), Share(401, 2000), Share(400, 2000), Share(900, 2000)]));
    }

    [Fact]
    public void Any_ShareWithoutCountsOrAlone_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => SmallAreas.Posteriors([Share(1, 10)]));
        Assert.Throws<ArgumentException>(() => SmallAreas.Ranks([Share(1, 10), new Estimate(0.2, null, null, null, EstimateMethod.AsPublished)]));
    }
}
