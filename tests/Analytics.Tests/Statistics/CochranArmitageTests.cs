using Analytics.Statistics;
using CsCheck;
using Xunit;
using TestResult = Analytics.Statistics.TestResult;

namespace Analytics.Tests.Statistics;

public sealed class CochranArmitageTests
{
    // R 4.2.2: prop.trend.test(x, n, score), root of X-squared with the sign of the trend. The first two are the smokers of its help page (Fleiss 1981, p. 139).
    [Theory]
    [InlineData(new[] { 83L, 90, 129, 70 }, new[] { 86L, 93, 136, 82 }, new[] { 1.0, 2, 3, 4 }, -2.8679125309530815, 0.004131897477641487)]
    [InlineData(new[] { 83L, 90, 129, 70 }, new[] { 86L, 93, 136, 82 }, new[] { 0.0, 0, 0, 1 }, -3.4890036143203194, 0.00048482459344167451)]
    [InlineData(new[] { 497L, 560, 269 }, new[] { 516L, 589, 293 }, new[] { 0.0, 1, 2 }, -2.6819301973928313, 0.0073198731406261238)]
    [InlineData(new[] { 0L, 2, 5, 9, 20 }, new[] { 30L, 28, 31, 20, 25 }, new[] { -1.0, 0, 1.5, 2, 7 }, 7.3523203926937919, 1.9479519155997088e-13)]
    [InlineData(
        new[] { 300_000_000L, 300_010_000, 300_030_000 }, new[] { 1_000_000_000L, 1_000_000_000, 1_000_000_000 }, new[] { 0.0, 1, 2 }, 1.4638315218294669, 0.14323998740657126)]
    public void Test_Groups_AgreesWithR(long[] cases, long[] populations, double[] scores, double z, double p)
    {
        var result = CochranArmitage.Test(cases, populations, scores);
        Precision.Close(z, result.Statistic);
        Precision.Close(p, result.PValue);
    }

    [Theory]
    [InlineData(new[] { 3L, 4 }, new[] { 9L, 9 }, new[] { 0.1, 0.1 })]
    [InlineData(new[] { 0L, 0 }, new[] { 9L, 9 }, new[] { 0.0, 1 })]
    [InlineData(new[] { 9L, 9 }, new[] { 9L, 9 }, new[] { 0.0, 1 })]
    [InlineData(new[] { 3L }, new[] { 9L }, new[] { 1.0 })]
    [InlineData(new[] { 3L, 0 }, new[] { 9L, 0 }, new[] { 0.0, 1 })]
    public void Test_NothingToRiseOrFall_IsNoTrend(long[] cases, long[] populations, double[] scores) =>
        Assert.Equal(new TestResult(0, 1), CochranArmitage.Test(cases, populations, scores));

    [Theory]
    [InlineData(new long[] { }, new long[] { }, new double[] { })]
    [InlineData(new[] { 1L }, new[] { 2L, 2 }, new[] { 0.0, 1 })]
    [InlineData(new[] { 1L, 1 }, new[] { 2L, 2 }, new[] { 0.0 })]
    [InlineData(new[] { 0L, 0 }, new[] { 0L, 0 }, new[] { 0.0, 1 })]
    [InlineData(new[] { 3L, 1 }, new[] { 2L, 2 }, new[] { 0.0, 1 })]
    [InlineData(new[] { -1L, 1 }, new[] { 2L, 2 }, new[] { 0.0, 1 })]
    [InlineData(new[] { 1L, 1 }, new[] { 2L, -2 }, new[] { 0.0, 1 })]
    [InlineData(new[] { 1L, 1 }, new[] { 2L, 2 }, new[] { 0.0, double.NaN })]
    [InlineData(new[] { 1L, 1 }, new[] { 2L, 2 }, new[] { 0.0, double.PositiveInfinity })]
    public void Test_ListsThatDoNotFit_Refuses(long[] cases, long[] populations, double[] scores) =>
        Assert.ThrowsAny<ArgumentException>(() => CochranArmitage.Test(cases, populations, scores));

    static readonly Gen<(long Cases, long Population, double Score)[]> Groups =
        Gen.Select(Gen.OneOf(Gen.Long[0, 20], Gen.Long[0, 1_000_000_000]), Gen.Double[0, 1], Gen.Int[-9, 9], (n, share, score) => ((long)(n * share), n, (double)score))
            .Array[1, 12].Where(groups => groups.Any(group => group.Item2 > 0));

    static TestResult Of(IEnumerable<(long Cases, long Population, double Score)> groups) =>
        CochranArmitage.Test([.. groups.Select(x => x.Cases)], [.. groups.Select(x => x.Population)], [.. groups.Select(x => x.Score)]);

    [Fact]
    public void Test_OutcomeOrScoreTurnedOrScaled_ChangesTheSignOnly() => Groups.Sample(groups =>
    {
        var result = Of(groups);
        return result.PValue is >= 0 and <= 1
            && Near(-result.Statistic, Of(groups.Select(x => (x.Population - x.Cases, x.Population, x.Score))).Statistic)
            && Near(-result.Statistic, Of(groups.Select(x => (x.Cases, x.Population, 7 - (0.3 * x.Score)))).Statistic)
            && Near(result.Statistic, Of(groups.Reverse()).Statistic);
    });

    [Fact]
    public void Test_TwoGroups_IsTheScoreTest() =>
        Gen.Select(Gen.Long[1, 1_000_000_000], Gen.Long[1, 1_000_000_000], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((n1, n2, s1, s2) =>
        {
            var (x1, x2) = ((long)(n1 * s1), (long)(n2 * s2));
            return Near(ProportionTest.Score(x1, n1, x2, n2).Statistic, Of([(x1, n1, 4), (x2, n2, 3)]).Statistic);
        });

    static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected));
}
