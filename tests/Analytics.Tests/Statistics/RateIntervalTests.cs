using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class RateIntervalTests
{
    // Breslow & Day (1987), p. 69–71: Byar's formula in 60-digit arithmetic (mpmath 1.3.0).
    [Theory]
    [InlineData(10, 1000, 0.95, 0.00478744991396756255, 0.0183914586057564738)]
    [InlineData(65, 100, 0.95, 0.501631877104594443, 0.828491385459398557)]
    [InlineData(3, 1000, 0.95, 6.02972570970229464e-4, 0.00876536439674633776)]
    [InlineData(10, 1000, 0.998, 0.00291631837469568549, 0.0241937249278805379)]
    [InlineData(1_000_000_000, 2_000_000_000, 0.95, 0.499969010721963719, 0.500030990725204716)]
    public void Byar_Counts_AgreesWithHighPrecision(long events, long population, double confidence, double lower, double upper)
    {
        var interval = RateInterval.Byar(events, population, confidence);
        Precision.Close(lower, interval.Lower, 1e-13);
        Precision.Close(upper, interval.Upper, 1e-13);
    }

    // Garwood (1936), Table I, and the same limits to 18 digits by solving the regularised incomplete gamma function (mpmath 1.3.0).
    [Theory]
    [InlineData(0, 1000, 0.95, 0, 0.00368887945411393541)]
    [InlineData(1, 1000, 0.95, 2.53178079842898982e-5, 0.00557164339093889755)]
    [InlineData(5, 1000, 0.95, 0.00162348639011842093, 0.0116683320793226682)]
    [InlineData(9, 1000, 0.95, 0.0041153730973783331, 0.0170848034514191686)]
    [InlineData(9, 1000, 0.998, 0.00245242440436377525, 0.0226573733090629293)]
    [InlineData(1, 1, 0.998, 0.00100050033358353439, 9.23341347645158475)]
    [InlineData(100, 1000, 0.95, 0.0813639912509231437, 0.121626793792426386)]
    [InlineData(527_758, 1, 0.9929368407944854, 525803.084394814263, 529718.088682866449)]
    [InlineData(358_658, 353_437, 61.0 / 64, 1.0114072706630743, 1.01814528959127612)]
    public void ExactPoisson_Counts_AgreesWithHighPrecision(long events, long population, double confidence, double lower, double upper)
    {
        var interval = RateInterval.ExactPoisson(events, population, confidence);
        Precision.Close(lower, interval.Lower, 1e-12);
        Precision.Close(upper, interval.Upper, 1e-12);
    }

    [Fact]
    public void ExactPoisson_NoEvents_UpperIsMinusLogOfTheTail() =>
        Gen.Double[0.01, 0.999999].Sample(level => Math.Abs((RateInterval.ExactPoisson(0, 1, level).Upper / -Math.Log((1 - level) / 2)) - 1) < 1e-9);

    [Fact]
    public void ExactPoisson_Bounds_LeaveHalfTheRestInEachTail() => Gen.Select(Gen.Long[1, 60], Gen.Double[0.5, 0.999]).Sample((events, level) =>
    {
        var interval = RateInterval.ExactPoisson(events, 1, level);
        var tail = (1 - level) / 2;
        return Math.Abs(1 - Below(events - 1, interval.Lower) - tail) < 1e-11 && Math.Abs(Below(events, interval.Upper) - tail) < 1e-11;
    });

    // The Poisson distribution summed term by term.
    static double Below(long events, double mean)
    {
        var (term, sum) = (Math.Exp(-mean), 0.0);
        for (var k = 0L; k <= events; k++)
        {
            sum += term;
            term *= mean / (k + 1);
        }

        return sum;
    }

    [Theory]
    [InlineData(9)]
    [InlineData(0)]
    public void Of_BelowTenEvents_IsExact(long events) => Assert.Equal(RateInterval.ExactPoisson(events, 70, 0.9), RateInterval.Of(events, 70, 0.9));

    [Theory]
    [InlineData(10)]
    [InlineData(5000)]
    public void Of_FromTenEvents_IsByar(long events) => Assert.Equal(RateInterval.Byar(events, 70, 0.9), RateInterval.Of(events, 70, 0.9));

    [Theory]
    [InlineData(-1, 10, 0.95)]
    [InlineData(1, 0, 0.95)]
    [InlineData(1, 10, 0)]
    [InlineData(1, 10, 1)]
    [InlineData(1, 10, 95)]
    [InlineData(1, 10, double.NaN)]
    public void Any_ArgumentOutOfRange_Refuses(long events, long population, double confidence)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RateInterval.Byar(events, population, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateInterval.ExactPoisson(events, population, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateInterval.Of(events, population, confidence));
    }

    [Fact]
    public void Any_Counts_HoldsTheRateAndGrowsWithTheLevel() =>
        Gen.Select(Gen.OneOf(Gen.Long[0, 30], Gen.Long[0, 1_000_000_000]), Gen.Long[1, 1_000_000_000], Gen.Double[0.01, 0.9], Gen.Double[0.001, 0.09])
            .Sample((events, population, level, more) => new Func<double, Interval>[]
            {
                c => RateInterval.Byar(events, population, c), c => RateInterval.Of(events, population, c),
            }.All(method =>
            {
                var (narrow, wide) = (method(level), method(level + more));
                return 0 <= wide.Lower && wide.Lower <= narrow.Lower && narrow.Contains((double)events / population) && narrow.Upper <= wide.Upper;
            }));
}
