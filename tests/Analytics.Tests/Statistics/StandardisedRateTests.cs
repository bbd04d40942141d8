using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class StandardisedRateTests
{
    static readonly long[] Events = [3, 7, 20, 40];
    static readonly double[] People = [1000, 1200, 900, 400];
    static readonly double[] Standard = [5000, 5500, 4000, 2500];

    // # R 4.2.2: the formula of PHEindicatormethods::phe_dsr, written out.
    [Theory]
    [InlineData(0.95, 0.017638225513415529, 0.028757671605914248)]
    [InlineData(0.998, 0.015135677928790617, 0.03252926645489105)]
    public void ByarDobson_FourStrata_AgreesWithR(double confidence, double lower, double upper)
    {
        var rate = StandardisedRate.ByarDobson(Events, People, Standard, confidence);
        Assert.NotNull(rate);
        Precision.Close(0.022704248366013074, rate.Value, 1e-13);
        Precision.Close(lower, rate.Interval.Lower, 1e-12);
        Precision.Close(upper, rate.Interval.Upper, 1e-12);
    }

    // # R 4.2.2: the same.
    [Fact]
    public void ByarDobson_TenEventsInOneStratum_AgreesWithR()
    {
        var rate = StandardisedRate.ByarDobson([10, 0], [100, 50.5], [1, 3]);
        Assert.NotNull(rate);
        Precision.Close(0.025, rate.Value, 1e-13);
        Precision.Close(0.011968624784918912, rate.Interval.Lower, 1e-12);
        Precision.Close(0.04597864651439118, rate.Interval.Upper, 1e-12);
    }

    [Fact]
    public void ByarDobson_BelowTenEvents_HasNone() => Assert.Null(StandardisedRate.ByarDobson([4, 5], [10, 10], [1, 1]));

    [Fact]
    public void ByarDobson_StratumWithoutWeight_TakesNoPart()
    {
        Assert.Null(StandardisedRate.ByarDobson([4, 5, 100], [10, 10, 0], [1, 1, 0]));
        Assert.Equal(StandardisedRate.ByarDobson(Events, People, Standard), StandardisedRate.ByarDobson([.. Events, 9], [.. People, 5], [.. Standard, 0]));
    }

    [Fact]
    public void ByarDobson_OneStratum_IsByar() => Gen.Select(Gen.Long[10, 1_000_000_000], Gen.Long[1, 1_000_000_000], Gen.Double[0.5, 0.999]).Sample((events, people, confidence) =>
    {
        var rate = StandardisedRate.ByarDobson([events], [people], [3], confidence)!;
        var byar = RateInterval.Byar(events, people, confidence);
        return Math.Abs((rate.Interval.Lower / byar.Lower) - 1) < 1e-9 && Math.Abs((rate.Interval.Upper / byar.Upper) - 1) < 1e-9;
    });

    [Fact]
    public void ByarDobson_AnyStrata_HoldsTheRateAndIgnoresTheUnitOfWeights() =>
        Gen.Select(Gen.Long[0, 100], Gen.Double[1, 1000], Gen.Double[0.1, 10]).Array[1, 20].Where(strata => strata.Sum(s => s.Item1) >= 10).Sample(strata =>
        {
            long[] events = [.. strata.Select(s => s.Item1)];
            double[] people = [.. strata.Select(s => s.Item2)];
            var rate = StandardisedRate.ByarDobson(events, people, [.. strata.Select(s => s.Item3)])!;
            var scaled = StandardisedRate.ByarDobson(events, people, [.. strata.Select(s => s.Item3 * 1000)])!;
            var wide = StandardisedRate.ByarDobson(events, people, [.. strata.Select(s => s.Item3)], 0.998)!;
            return rate.Interval.Contains(rate.Value) && Math.Abs((scaled.Interval.Upper / rate.Interval.Upper) - 1) < 1e-12
                && wide.Interval.Lower <= rate.Interval.Lower && rate.Interval.Upper <= wide.Interval.Upper;
        });

    /// <summary>Two events of a stratum with nearly all the weight put the lower bound of the formula below zero.</summary>
    [Fact]
    public void ByarDobson_FewEventsCarryTheWeight_LowerBoundIsThatOfTheFormulaEvenBelowZero()
    {
        var rate = StandardisedRate.ByarDobson([98, 2], [500, 20], [0.25, 2.25])!;
        var (large, small) = (0.25 / 500 / 2.5, 2.25 / 20 / 2.5);
        var error = Math.Sqrt(((large * large * 98) + (small * small * 2)) / 100);
        Precision.Close((98 * large) + (2 * small), rate.Value, 1e-12);
        Precision.Close(rate.Value + (error * (RateInterval.Byar(100, 1).Lower - 100)), rate.Interval.Lower, 1e-12);
        Assert.True(rate.Interval.Lower < 0);
    }

    [Fact]
    public void ByarDobson_ArgumentOutOfRange_Refuses()
    {
        Assert.Throws<ArgumentException>(() => StandardisedRate.ByarDobson([], [], []));
        Assert.Throws<ArgumentException>(() => StandardisedRate.ByarDobson([1], [1, 2], [1]));
        Assert.Throws<ArgumentException>(() => StandardisedRate.ByarDobson([1], [1], [1, 2]));
        Assert.Throws<ArgumentException>(() => StandardisedRate.ByarDobson([1], [1], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardisedRate.ByarDobson([-1], [1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardisedRate.ByarDobson([1], [0], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardisedRate.ByarDobson([1], [double.NaN], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardisedRate.ByarDobson([1], [1], [-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardisedRate.ByarDobson([1], [1], [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardisedRate.ByarDobson([1], [1], [1], 95));
    }
}
