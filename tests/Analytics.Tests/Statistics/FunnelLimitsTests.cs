using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class FunnelLimitsTests
{
    // # R 4.2.2: p + c(-1, 1) * qnorm(1 - tail) * sqrt(p * (1 - p) / n)
    [Theory]
    [InlineData(0.23, 87, 0.95, 0.14157038274106121, 0.31842961725893881)]
    [InlineData(0.23, 87, 0.998, 0.090574958401720057, 0.36942504159827994)]
    [InlineData(0.5, 1, 0.95, 0, 1)]
    [InlineData(0, 50, 0.95, 0, 0)]
    [InlineData(1, 50, 0.95, 1, 1)]
    public void Proportion_BenchmarkAndSize_AgreesWithR(double benchmark, double size, double confidence, double lower, double upper)
    {
        var limits = FunnelLimits.Proportion(benchmark, size, confidence);
        Precision.Close(lower, limits.Lower, 1e-13);
        Precision.Close(upper, limits.Upper, 1e-13);
    }

    // Roots of the regularised incomplete gamma function in its shape, 30-digit arithmetic (mpmath 1.3.0); the last row # R 4.2.2: uniroot on pgamma(E, s, log.p = TRUE).
    [Theory]
    [InlineData(1e-24, 0.17, 0, 0.0160787887857640641)]
    [InlineData(1e-6, 0.95, 0, 0.274500727275349061)]
    [InlineData(0.01, 0.95, 0, 0.814573040328091874)]
    [InlineData(1, 0.95, 0, 3.8204712028716091)]
    [InlineData(4, 0.95, 0.151314575340123055, 8.82772230968782671)]
    [InlineData(25.3, 0.95, 15.4496837015695265, 36.1028664817421488)]
    [InlineData(25.3, 0.998, 10.8001374261902731, 42.6830904876877014)]
    [InlineData(1000, 0.998, 903.219286843968198, 1099.63136047931392)]
    [InlineData(12345.678, 0.95, 12127.8792460088578, 12564.4239179635867)]
    [InlineData(1e7, 0.998, 9990228.75249288829, 10009774.0973524272)]
    [InlineData(1e9, 0.95, 999938020.47035098, 1000061980.4768019)]
    public void Ratio_Expected_AgreesWithHighPrecision(double expected, double confidence, double lower, double upper)
    {
        var limits = FunnelLimits.Ratio(expected, confidence);
        Precision.Close(lower / expected, limits.Lower, 1e-12);
        Precision.Close(upper / expected, limits.Upper, 1e-12);
    }

    // # R 4.2.2: 1000 + c(-1, 1) * qt(0.975, 11) * sqrt(400 / 12)
    [Fact]
    public void Mean_TwelveAnswers_AgreesWithR()
    {
        var limits = FunnelLimits.Mean(1000, 400, 12);
        Precision.Close(987.29260625338725, limits.Lower, 1e-12);
        Precision.Close(1012.7073937466128, limits.Upper, 1e-12);
    }

    [Fact]
    public void Rate_NothingExpected_LeavesNoBand() => Assert.Equal(new Interval(0, 0), FunnelLimits.Rate(0, 1e6));

    [Fact]
    public void Rate_AnyPopulation_IsTheRatioTimesTheBenchmark() =>
        Gen.Select(Gen.Double[1e-6, 1], Gen.Double[1, 1e8], Gen.Double[0.5, 0.999]).Sample((benchmark, population, confidence) =>
        {
            var rate = FunnelLimits.Rate(benchmark, population, confidence);
            var ratio = FunnelLimits.Ratio(benchmark * population, confidence);
            return Math.Abs(rate.Upper - (ratio.Upper * benchmark)) < 1e-12 * rate.Upper && Math.Abs(rate.Lower - (ratio.Lower * benchmark)) <= 1e-12 * rate.Upper;
        });

    static readonly Gen<double> Level = Gen.OneOf(Gen.Double[0.01, 0.9999], Gen.Const(0.95), Gen.Const(0.998));

    // Where a bound of the interval and the benchmark are the same but for rounding, either verdict is right.
    static bool Agrees(Interval limits, Interval interval, double value, double benchmark, double rounding) =>
        limits.Contains(value) == interval.Contains(benchmark)
        || Math.Abs(interval.Lower - benchmark) <= rounding * benchmark
        || Math.Abs(interval.Upper - benchmark) <= rounding * benchmark;

    [Fact]
    public void Proportion_AnyShare_IsOutsideWhenWilsonExcludesTheBenchmark() =>
        Gen.Select(Gen.Long[1, 1_000_000], Gen.Double[0, 1], Gen.Double[-5, 5], Level).Sample((n, benchmark, distance, confidence) =>
        {
            var x = (long)Math.Clamp(Math.Round((n * benchmark) + (distance * Math.Sqrt(n * benchmark * (1 - benchmark)))), 0, n);
            return Agrees(FunnelLimits.Proportion(benchmark, n, confidence), ProportionInterval.Wilson(x, n, confidence), (double)x / n, benchmark, 1e-12);
        });

    [Fact]
    public void Rate_AnyEvents_IsOutsideWhenExactPoissonExcludesTheBenchmark() =>
        Gen.Select(Gen.Double[-7, 7], Gen.Long[1, 10_000_000], Gen.Double[-5, 5], Level).Sample((magnitude, population, distance, confidence) =>
        {
            var expected = Math.Pow(10, magnitude);
            var benchmark = expected / population;
            var events = (long)Math.Max(0, Math.Round(expected + (distance * Math.Sqrt(expected))));
            return Agrees(FunnelLimits.Rate(benchmark, population, confidence), RateInterval.ExactPoisson(events, population, confidence), (double)events / population, benchmark, 1e-10);
        });

    [Fact]
    public void Rate_FewEvents_EveryNumberOfEventsAgrees() => Gen.Select(Gen.OneOf(Gen.Double[0, 20], Gen.Double[-80, 0].Select(x => Math.Pow(10, x))), Level).Sample((expected, confidence) =>
    {
        var limits = FunnelLimits.Rate(expected / 1000, 1000, confidence);
        return Enumerable.Range(0, 60).All(x => Agrees(limits, RateInterval.ExactPoisson(x, 1000, confidence), x / 1000.0, expected / 1000, 1e-10));
    }, iter: 50);

    [Fact]
    public void Ratio_MoreExpected_IsANarrowerBand() => Gen.Select(Gen.Double[-6, 8], Gen.Double[1.0001, 10], Level).Sample((magnitude, more, confidence) =>
    {
        var wide = FunnelLimits.Ratio(Math.Pow(10, magnitude), confidence);
        var narrow = FunnelLimits.Ratio(Math.Pow(10, magnitude) * more, confidence);
        return wide.Lower <= narrow.Lower && narrow.Upper < wide.Upper;
    });

    [Fact]
    public void Ratio_HigherLevel_HoldsTheLowerLevel() => Gen.Select(Gen.Double[-6, 8], Gen.Double[0.01, 0.9], Gen.Double[0.001, 0.09]).Sample((magnitude, level, more) =>
    {
        var narrow = FunnelLimits.Ratio(Math.Pow(10, magnitude), level);
        var wide = FunnelLimits.Ratio(Math.Pow(10, magnitude), level + more);
        return wide.Lower <= narrow.Lower && narrow.Upper <= wide.Upper;
    });

    [Theory]
    [InlineData(double.NaN, 10, 0.95)]
    [InlineData(-0.1, 10, 0.95)]
    [InlineData(0.1, 0, 0.95)]
    [InlineData(0.1, double.NaN, 0.95)]
    [InlineData(0.1, double.PositiveInfinity, 0.95)]
    [InlineData(0.1, 10, 0)]
    [InlineData(0.1, 10, 95)]
    [InlineData(0.1, 10, double.NaN)]
    public void ProportionAndRate_ArgumentOutOfRange_Refuse(double benchmark, double size, double confidence)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimits.Proportion(benchmark, size, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimits.Rate(benchmark, size, confidence));
    }

    [Fact]
    public void Others_ArgumentOutOfRange_Refuse()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimits.Proportion(1.1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimits.Rate(0, 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimits.Rate(double.MaxValue, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimits.Ratio(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimits.Ratio(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimits.Mean(double.NaN, 1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimits.Mean(1, -1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimits.Mean(1, 1, 1));
    }
}
