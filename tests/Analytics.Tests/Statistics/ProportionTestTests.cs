using Analytics.Statistics;
using CsCheck;
using Xunit;
using TestResult = Analytics.Statistics.TestResult;

namespace Analytics.Tests.Statistics;

public sealed class ProportionTestTests
{
    // R 4.2.2: prop.test(c(x1, x2), c(n1, n2), correct = FALSE), root of X-squared with the sign of the difference. 83/86 and 90/93 are two of Fleiss's hospitals
    // in its help page (Fleiss 1981, p. 139); 56/70 and 48/80 are example (a) of Newcombe (1998), Stat. Med. 17: 873–890, Table II.
    [Theory]
    [InlineData(83, 86, 90, 93, -0.097511633911980755, 0.92232009573426854)]
    [InlineData(56, 70, 48, 80, 2.6501719512585331, 0.0080450813681965643)]
    [InlineData(0, 12, 5, 40, -1.2882447236783492, 0.19766078811349577)]
    [InlineData(12, 12, 20, 25, 1.6658331248957683, 0.095746656473816)]
    [InlineData(1, 1, 0, 1, 1.4142135623730951, 0.15729920705028447)]
    [InlineData(40, 100, 30, 200, 4.8261708906584015, 1.3918309237396417e-06)]
    [InlineData(300_000_000, 1_000_000_000, 299_950_000, 1_000_000_000, 2.4398082773669292, 0.014695058545928565)]
    [InlineData(10, 1_000_000_000, 30, 1_000_000_000, -3.1622776917911564, 0.0015654020879952246)]
    public void Score_Counts_AgreesWithR(long cases1, long population1, long cases2, long population2, double z, double p)
    {
        var result = ProportionTest.Score(cases1, population1, cases2, population2);
        Precision.Close(z, result.Statistic);
        Precision.Close(p, result.PValue);
    }

    // R 4.2.2: prop.test(x, n, p, correct = FALSE).
    [Theory]
    [InlineData(81, 263, 0.25, 2.1716575062521586, 0.029881505974546526)]
    [InlineData(0, 20, 0.1, -1.4907119849998598, 0.13603712811414478)]
    [InlineData(20, 20, 0.9, 1.4907119849998596, 0.13603712811414434)]
    [InlineData(15, 148, 0.1, 0.054799662435119384, 0.95629806933785444)]
    [InlineData(300_030_000, 1_000_000_000, 0.3, 2.0701966780270626, 0.038433930236781808)]
    [InlineData(7, 1_000_000_000, 1e-9, 6.0000000030000002, 1.9731752536200965e-09)]
    public void AgainstValue_Counts_AgreesWithR(long cases, long population, double benchmark, double z, double p)
    {
        var result = ProportionTest.AgainstValue(cases, population, benchmark);
        Precision.Close(z, result.Statistic);
        Precision.Close(p, result.PValue);
    }

    [Theory]
    [InlineData(0, 5, 0, 9)]
    [InlineData(5, 5, 9, 9)]
    [InlineData(2, 4, 500_000_000, 1_000_000_000)]
    public void Score_SharesAlike_FindsNothing(long cases1, long population1, long cases2, long population2)
    {
        Assert.Equal(new TestResult(0, 1), ProportionTest.Score(cases1, population1, cases2, population2));
        Assert.Equal(
            new TestResult(0, 1),
            ProportionTest.ScoreWeighted((double)cases1 / population1, (double)population1, (double)cases2 / population2, (double)population2));
    }

    [Theory]
    [InlineData(0, 7, 0, 0, 1)]
    [InlineData(7, 7, 1, 0, 1)]
    [InlineData(1, 7, 0, double.PositiveInfinity, 0)]
    [InlineData(6, 7, 1, double.NegativeInfinity, 0)]
    [InlineData(0, 7, 1, double.NegativeInfinity, 0)]
    public void AgainstValue_BenchmarkIsCertain_DecidesWithoutDoubt(long cases, long population, double benchmark, double z, double p)
    {
        Assert.Equal(new TestResult(z, p), ProportionTest.AgainstValue(cases, population, benchmark));
        Assert.Equal(new TestResult(z, p), ProportionTest.AgainstValueWeighted((double)cases / population, (double)population, benchmark));
    }

    [Theory]
    [InlineData(0, 0, 1, 2)]
    [InlineData(1, 2, 0, 0)]
    [InlineData(3, 2, 1, 2)]
    [InlineData(1, 2, -1, 2)]
    public void Score_CountsOutOfRange_Refuses(long cases1, long population1, long cases2, long population2)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionTest.Score(cases1, population1, cases2, population2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionTest.Score(cases2, population2, cases1, population1));
    }

    [Theory]
    [InlineData(double.NaN, 10)]
    [InlineData(1.1, 10)]
    [InlineData(-0.1, 10)]
    [InlineData(0.5, 0)]
    [InlineData(0.5, double.NaN)]
    [InlineData(0.5, double.PositiveInfinity)]
    public void Any_ShareOrSizeOutOfRange_Refuses(double share, double size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionTest.ScoreWeighted(share, size, 0.5, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionTest.ScoreWeighted(0.5, 10, share, size));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionTest.AgainstValueWeighted(share, size, 0.5));
    }

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(3, 2, 0.5)]
    [InlineData(-1, 2, 0.5)]
    [InlineData(1, 2, -0.1)]
    [InlineData(1, 2, 50)]
    [InlineData(1, 2, double.NaN)]
    public void AgainstValue_ArgumentOutOfRange_Refuses(long cases, long population, double benchmark) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionTest.AgainstValue(cases, population, benchmark));

    static readonly Gen<(long Cases, long Population)> Group =
        Gen.OneOf(Gen.Long[1, 40], Gen.Long[1, 2_000_000_000]).SelectMany(n => Gen.OneOf(Gen.Long[0, n], Gen.Long[0, Math.Min(n, 20)]).Select(x => (x, n)));

    [Fact]
    public void Score_GroupsSwappedOrOutcomeTurned_ChangesTheSignOnly() => Gen.Select(Group, Group).Sample((one, two) =>
    {
        var result = ProportionTest.Score(one.Cases, one.Population, two.Cases, two.Population);
        var swapped = ProportionTest.Score(two.Cases, two.Population, one.Cases, one.Population);
        var turned = ProportionTest.Score(one.Population - one.Cases, one.Population, two.Population - two.Cases, two.Population);
        return result.PValue is >= 0 and <= 1 && Near(-result.Statistic, swapped.Statistic, 1e-13) && Near(-result.Statistic, turned.Statistic, 1e-13);
    });

    // Pearson's χ², cell by cell.
    [Fact]
    public void Score_AnyCounts_SquaresToPearsonsChiSquare() =>
        Gen.Select(Gen.Long[1, 500], Gen.Long[1, 500], Gen.Long[1, 500], Gen.Long[1, 500]).Sample((a, b, c, d) =>
        {
            var z = ProportionTest.Score(a, a + b, c, c + d).Statistic;
            double n = a + b + c + d;
            return Near(Cell(a, a + b, a + c) + Cell(b, a + b, b + d) + Cell(c, c + d, a + c) + Cell(d, c + d, b + d), z * z, 1e-9);
            double Cell(long count, long row, long column) => Math.Pow(count - (row * column / n), 2) / (row * column / n);
        });

    [Fact]
    public void Score_EffectiveSizeIsTheCount_AgreesWithCounts() =>
        Gen.Select(Gen.Long[1, 5000], Gen.Long[1, 5000], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((n1, n2, s1, s2) =>
        {
            var (x1, x2) = ((long)(s1 * n1), (long)(s2 * n2));
            return Near(ProportionTest.Score(x1, n1, x2, n2).Statistic, ProportionTest.ScoreWeighted((double)x1 / n1, (double)n1, (double)x2 / n2, (double)n2).Statistic, 1e-9);
        });

    [Fact]
    public void AgainstValue_BelowTheRest_IsWhereWilsonLeavesTheBenchmarkOut() =>
        Gen.Select(Group, Gen.Double[0, 1], Gen.Double[-6, 6], Gen.Double[0.01, 0.9999]).Sample((group, any, near, level) =>
        {
            var share = (double)group.Cases / group.Population;
            var benchmark = Math.Abs(near) < 1 ? any : Math.Clamp(share + (near / Math.Sqrt(group.Population)), 0, 1);
            var p = ProportionTest.AgainstValue(group.Cases, group.Population, benchmark).PValue;
            var q = ProportionTest.AgainstValueWeighted(share, (double)group.Population, benchmark).PValue;
            return (Math.Abs(p - (1 - level)) < 1e-9 || ProportionInterval.Wilson(group.Cases, group.Population, level).Contains(benchmark) == p > 1 - level)
                && (Math.Abs(q - (1 - level)) < 1e-9 || ProportionInterval.WilsonWeighted(share, (double)group.Population, level).Contains(benchmark) == q > 1 - level);
        });

    static bool Near(double expected, double actual, double relative) => Math.Abs(expected - actual) <= relative * (Math.Abs(expected) + 1e-6);
}
