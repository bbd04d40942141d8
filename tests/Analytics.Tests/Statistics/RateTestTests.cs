using Analytics.Statistics;
using CsCheck;
using Xunit;
using TestResult = Analytics.Statistics.TestResult;

namespace Analytics.Tests.Statistics;

public sealed class RateTestTests
{
    // R 4.2.2: poisson.test(c(x1, x2), c(t1, t2)). The first row is the example of its help page.
    [Theory]
    [InlineData(11, 800, 21, 3011, 1.9714880952380953, 0.079668633033329522)]
    [InlineData(10, 20_000, 2, 17_877, 4.4692499999999997, 0.042134334229319705)]
    [InlineData(0, 100, 5, 200, 0, 0.17695473251028812)]
    [InlineData(5, 100, 0, 200, double.PositiveInfinity, 0.0041152263374485574)]
    [InlineData(3, 50, 6, 100, 1, 1)]
    [InlineData(41, 28_010, 15, 19_017, 1.8557586576222778, 0.040852026286501836)]
    [InlineData(7, 1, 7, 1, 1, 1)]
    [InlineData(4, 1, 12, 1, 0.33333333333333331, 0.076812744140625042)]
    [InlineData(1, 1e5, 40, 3e6, 0.75, 1)]
    [InlineData(100_000, 1e6, 301_500, 3e6, 0.99502487562189057, 0.17227678956662251)]
    [InlineData(2, 0.5, 9, 12.25, 5.4444444444444438, 0.066859128464434731)]
    [InlineData(50, 1, 50, 1000, 1000, 9.1384414435322708e-122)]
    [InlineData(5_000_000, 1, 15_010_000, 3, 0.99933377748167888, 0.19690705884849266)]
    public void ExactConditional_Counts_AgreesWithR(long events1, double population1, long events2, double population2, double ratio, double p)
    {
        var result = RateTest.ExactConditional(events1, population1, events2, population2);
        Assert.True(ratio == result.Statistic || Math.Abs((result.Statistic / ratio) - 1) < 1e-14);
        Precision.Close(p, result.PValue);
    }

    [Theory]
    [InlineData(0, 100, 0, 7, 1, 1)]
    [InlineData(3, 1e300, 0, 1e-300, double.PositiveInfinity, 1)]
    [InlineData(0, 1e300, 3, 1e-300, 0, 0)]
    [InlineData(1_000_000_000, 1.5e308, 1_000_000_000, 1.5e308, 1, 1)]
    public void ExactConditional_EdgesOfTheRange_AreDecided(long events1, double population1, long events2, double population2, double ratio, double p) =>
        Assert.Equal(new TestResult(ratio, p), RateTest.ExactConditional(events1, population1, events2, population2));

    // The rule said plainly: sum all outcomes that are no likelier than the one observed. Each is worked out from its neighbour, from the likeliest outwards.
    [Fact]
    public void ExactConditional_AnyCounts_AgreesWithTheSumOfAllOutcomes() =>
        Gen.Select(Gen.OneOf(Gen.Int[1, 300], Gen.Int[1, 20]), Gen.Double[0, 1], Gen.OneOf(Gen.Double[0.02, 50], Gen.Int[1, 4].Select(x => (double)x))).Sample((size, at, population) =>
        {
            var cases = (int)Math.Round(at * size);
            var terms = new double[size + 1];
            var mode = (int)((size + 1) * population / (population + 1));
            terms[mode] = 1;
            for (var k = mode; k < size; k++)
            {
                terms[k + 1] = terms[k] * (size - k) / (k + 1) * population;
            }

            for (var k = mode; k > 0; k--)
            {
                terms[k - 1] = terms[k] * k / (size - k + 1) / population;
            }

            var p = terms.Where(term => term <= terms[cases] * (1 + 1e-7)).Order().Sum() / terms.Order().Sum();
            return p < 1e-290 || Near(p, RateTest.ExactConditional(cases, population, size - cases, 1).PValue);
        }, iter: 2000);

    [Fact]
    public void ExactConditional_GroupsSwappedOrUnitChanged_GivesTheSame() =>
        Gen.Select(Gen.OneOf(Gen.Long[0, 50], Gen.Long[0, 1_000_000_000]), Gen.Double[-5, 5], Gen.Double[1, 1e6], Gen.Double[1, 1e6]).Sample((x1, z, t1, t2) =>
        {
            var x2 = (long)Math.Max(0, (x1 * t2 / t1) + (z * Math.Sqrt(x1 * t2 / t1)));
            var result = RateTest.ExactConditional(x1, t1, x2, t2);
            return result.PValue is >= 0 and <= 1 && Near(result.PValue, RateTest.ExactConditional(x2, t2, x1, t1).PValue)
                && result == RateTest.ExactConditional(x1, 1024 * t1, x2, 1024 * t2);
        });

    // 50-digit sums of the Poisson distribution (mpmath 1.3.0), the smaller tail doubled.
    [Theory]
    [InlineData(5, 1000, 0.0016, 0.047364556098623382)]
    [InlineData(0, 1000, 0.005, 0.013475893998170935)]
    [InlineData(3, 1, 0.7, 0.068283168251416976)]
    [InlineData(1_000_100_000, 1e9, 1, 0.0015657422925008569)]
    public void AgainstValue_Counts_AgreesWithHighPrecision(long events, double population, double benchmark, double p)
    {
        var result = RateTest.AgainstValue(events, population, benchmark);
        Precision.Close(p, result.PValue);
        Assert.Equal(events / (population * benchmark), result.Statistic, 1e-9);
    }

    [Theory]
    [InlineData(0, 10, 0, 1, 1)]
    [InlineData(2, 10, 0, double.PositiveInfinity, 0)]
    [InlineData(5, 10, 0.5, 1, 1)]
    [InlineData(0, 10, double.MaxValue, 0, 0)]
    public void AgainstValue_EdgesOfTheRange_AreDecided(long events, double population, double benchmark, double ratio, double p) =>
        Assert.Equal(new TestResult(ratio, p), RateTest.AgainstValue(events, population, benchmark));

    [Fact]
    public void AgainstValue_BelowTheRest_IsWhereTheExactIntervalLeavesTheBenchmarkOut() =>
        Gen.Select(Gen.OneOf(Gen.Long[0, 30], Gen.Long[0, 2000]), Gen.Long[1, 1_000_000], Gen.Double[-6, 6], Gen.Double[0.01, 0.9999])
            .Sample((events, population, z, level) =>
            {
                var benchmark = Math.Max(0, events + (z * Math.Sqrt(events + 1))) / population;
                var p = RateTest.AgainstValue(events, population, benchmark).PValue;
                return Math.Abs(p - (1 - level)) < 1e-9 || RateInterval.ExactPoisson(events, population, level).Contains(benchmark) == p > 1 - level;
            });

    [Theory]
    [InlineData(-1, 1, 1, 1)]
    [InlineData(1, 0, 1, 1)]
    [InlineData(1, double.NaN, 1, 1)]
    [InlineData(1, double.PositiveInfinity, 1, 1)]
    [InlineData(long.MaxValue, 1, 1, 1)]
    public void ExactConditional_ArgumentOutOfRange_Refuses(long events1, double population1, long events2, double population2)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RateTest.ExactConditional(events1, population1, events2, population2));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateTest.ExactConditional(events2, population2, events1, population1));
    }

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, double.NaN, 1)]
    [InlineData(1, 1, -0.1)]
    [InlineData(1, 1, double.NaN)]
    [InlineData(1, 1, double.PositiveInfinity)]
    public void AgainstValue_ArgumentOutOfRange_Refuses(long events, double population, double benchmark) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RateTest.AgainstValue(events, population, benchmark));

    static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-9 * expected;

    [Fact]
    public void ConditionalPValue_AnyLimit_IsExactUpToItAndAboveItOtherwise() =>
        Gen.Select(Gen.Long[0, 80], Gen.Double[1, 900], Gen.Long[0, 900], Gen.Double[1, 9000], Gen.Double[0, 1]).Sample((events1, population1, events2, population2, limit) =>
        {
            var exact = RateTest.ExactConditional(events1, population1, events2, population2).PValue;
            var found = RateTest.ConditionalPValue(events1, population1, events2, population2, limit);
            return exact <= limit ? found == exact : found > limit && found <= exact;
        });
}
