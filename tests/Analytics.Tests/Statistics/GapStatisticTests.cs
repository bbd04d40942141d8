using Analytics.Statistics;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class GapStatisticTests
{
    // By hand: logarithms 1 and 3 about 2, standard deviation 1 with divisor 2, times the root of 3/2.
    [Fact]
    public void Of_TwoTables_IsTheMeanLogarithmLessTheObserved()
    {
        var estimate = GapStatistic.Of(Math.Exp(0.5), [Math.E, Math.Exp(3)]);
        Precision.Close(1.5, estimate.Gap, 1e-14);
        Precision.Close(Math.Sqrt(1.5), estimate.Error, 1e-14);
    }

    // # R 4.2.2, cluster 2.1.4: maxSE(c(.1, .3, .32, .5), rep(.05, 4), "Tibs2001SEmax") is 2
    [Fact]
    public void Choose_FirstWithinTheErrorOfTheNext_IsTaken()
    {
        Assert.Equal(1, GapStatistic.Choose([new(0.1, 0.05), new(0.3, 0.05), new(0.32, 0.05), new(0.5, 0.05)]));
        Assert.Equal(0, GapStatistic.Choose([new(0.2, 0), new(0.2, 0)]));
        Assert.Equal(2, GapStatistic.Choose([new(0.1, 0), new(0.2, 0), new(0.3, 0)]));
    }

    [Fact]
    public void Of_InertiasOutOfRange_Refuses()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GapStatistic.Of(0, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => GapStatistic.Of(1, [1, 0]));
        Assert.Throws<ArgumentException>(() => GapStatistic.Of(1, []));
        Assert.Throws<ArgumentException>(() => GapStatistic.Choose([]));
    }
}
