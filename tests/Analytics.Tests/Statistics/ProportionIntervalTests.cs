using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class ProportionIntervalTests
{
    // Newcombe (1998), Statistics in Medicine 17: 857–872, Table I, method 3: four digits are printed.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_NewcombesExamples_AgreesWithThePrintedDigits(long cases, long population, double lower, double upper)
    {
        var interval = ProportionInterval.Wilson(cases, population);
        Assert.Equal(lower, Math.Round(interval.Lower, 4));
        Assert.Equal(upper, Math.Round(interval.Upper, 4));
    }

    // Roots of the score equation in 60-digit arithmetic (mpmath 1.3.0), by the textbook formula that PHEindicatormethods' phe_proportion uses.
    [Theory]
    [InlineData(0, 20, 0.95, 0, 0.161125158052819335)]
    [InlineData(1, 29, 0.95, 0.00611321429276266218, 0.171755218793202842)]
    [InlineData(15, 148, 0.95, 0.0623863995307362856, 0.160487241723308025)]
    [InlineData(81, 263, 0.95, 0.255288519878274235, 0.366209576982800058)]
    [InlineData(20, 20, 0.95, 0.838874841947180665, 1)]
    [InlineData(1, 1, 0.95, 0.206549314377237452, 1)]
    [InlineData(81, 263, 0.998, 0.228035740242004763, 0.401389421909369602)]
    [InlineData(1, 1_000_000_000, 0.95, 1.7652455495696318e-10, 5.66493424329743786e-9)]
    [InlineData(999_999_999, 1_000_000_000, 0.95, 0.999999994335065757, 0.999999999823475445)]
    [InlineData(300_000_000, 1_000_000_000, 0.998, 0.299955220189498294, 0.300044783630315952)]
    public void Wilson_Counts_AgreesWithHighPrecision(long cases, long population, double confidence, double lower, double upper)
    {
        var interval = ProportionInterval.Wilson(cases, population, confidence);
        Precision.Close(lower, interval.Lower, 1e-13);
        Precision.Close(upper, interval.Upper, 1e-13);
    }

    [Theory]
    [InlineData(0.123, 87.4, 0.95, 0.0696371470113754653, 0.208107851240958861)]
    [InlineData(0.5, 1.5, 0.95, 0.0759782314933804642, 0.924021768506619536)]
    [InlineData(0, 33.3, 0.95, 0, 0.103427785086184534)]
    [InlineData(1, 33.3, 0.998, 0.777137942133465905, 1)]
    public void Wilson_EffectiveSize_AgreesWithHighPrecision(double share, double size, double confidence, double lower, double upper)
    {
        var interval = ProportionInterval.WilsonWeighted(share, size, confidence);
        Precision.Close(lower, interval.Lower, 1e-13);
        Precision.Close(upper, interval.Upper, 1e-13);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 10)]
    [InlineData(11, 10)]
    [InlineData(0, -5)]
    public void Wilson_CountsOutOfRange_Refuses(long cases, long population) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(cases, population));

    [Theory]
    [InlineData(-0.1, 10)]
    [InlineData(1.1, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(0.5, 0)]
    [InlineData(0.5, double.NaN)]
    [InlineData(0.5, double.PositiveInfinity)]
    public void Wilson_ShareOrSizeOutOfRange_Refuses(double share, double size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.WilsonWeighted(share, size));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void Wilson_LevelOutsideZeroToOne_Refuses(double confidence)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(1L, 10L, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.WilsonWeighted(0.1, 10.0, confidence));
    }

    static readonly Gen<(long Cases, long Population)> Table =
        Gen.Long[1, 2_000_000_000].SelectMany(n => Gen.OneOf(Gen.Long[0, n], Gen.Long[0, Math.Min(n, 20)]).Select(x => (x, n)));

    [Fact]
    public void Wilson_AnyCounts_HoldsTheShareWithinZeroToOne() => Gen.Select(Table, Gen.Double[0.001, 0.9999]).Sample((table, confidence) =>
    {
        var (cases, population) = table;
        var interval = ProportionInterval.Wilson(cases, population, confidence);
        return 0 <= interval.Lower && interval.Upper <= 1 && interval.Contains((double)cases / population);
    });

    [Fact]
    public void Wilson_HigherLevel_HoldsTheLowerLevel() => Gen.Select(Table, Gen.Double[0.01, 0.9], Gen.Double[0.001, 0.09]).Sample((table, level, more) =>
    {
        var narrow = ProportionInterval.Wilson(table.Cases, table.Population, level);
        var wide = ProportionInterval.Wilson(table.Cases, table.Population, level + more);
        return wide.Lower <= narrow.Lower && narrow.Upper <= wide.Upper;
    });

    [Fact]
    public void Wilson_OutcomeTurnedAround_Mirrors() => Table.Sample(table =>
    {
        var interval = ProportionInterval.Wilson(table.Cases, table.Population);
        var mirror = ProportionInterval.Wilson(table.Population - table.Cases, table.Population);
        return Math.Abs(interval.Lower - (1 - mirror.Upper)) < 1e-15 && Math.Abs(interval.Upper - (1 - mirror.Lower)) < 1e-15;
    });

    [Fact]
    public void Wilson_EffectiveSizeIsTheCount_AgreesWithCounts() => Table.Sample(table =>
    {
        var counts = ProportionInterval.Wilson(table.Cases, table.Population);
        var share = ProportionInterval.WilsonWeighted((double)table.Cases / table.Population, (double)table.Population);
        return Math.Abs(counts.Lower - share.Lower) < 1e-14 && Math.Abs(counts.Upper - share.Upper) < 1e-14;
    });

    [Fact]
    public void Wilson_Bounds_SolveTheScoreEquation() => Table.Where(t => t.Cases > 0 && t.Cases < t.Population).Sample(table =>
    {
        var (x, n) = ((double)table.Cases, (double)table.Population);
        var interval = ProportionInterval.Wilson(table.Cases, table.Population);
        return Solves(interval.Lower) && Solves(interval.Upper);
        bool Solves(double p) => Math.Abs(Math.Abs((x / n) - p) / Math.Sqrt(p * (1 - p) / n) - 1.959963984540054) < 1e-4;
    });
}
