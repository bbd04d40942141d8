using Analytics.Statistics;
using CsCheck;
using Xunit;
using TestResult = Analytics.Statistics.TestResult;

namespace Analytics.Tests.Statistics;

public sealed class MantelHaenszelTests
{
    // Bickel, Hammel & O'Connell (1975), Science 187: 398–403: admissions at Berkeley by department, as R's UCBAdmissions: men and women admitted or not.
    static readonly FourfoldTable[] Berkeley =
        [new(512, 313, 89, 19), new(353, 207, 17, 8), new(120, 205, 202, 391), new(138, 279, 131, 244), new(53, 138, 94, 299), new(22, 351, 24, 317)];

    // Agresti (1990), pp. 231–237: penicillin and rabbits, as in the help page of mantelhaen.test.
    static readonly FourfoldTable[] Rabbits = [new(0, 6, 0, 5), new(3, 3, 0, 6), new(6, 0, 2, 4), new(5, 1, 6, 0), new(2, 0, 5, 0)];

    static readonly FourfoldTable[] Pair = [new(40, 60, 15, 85), new(12, 8, 9, 11)];

    static readonly FourfoldTable[] Huge = [new(1_040_000, 109_330_000, 1_890_000, 108_450_000), new(40_000_000, 60_000_000, 15_000_000, 85_000_000)];

    static FourfoldTable[] Named(string name) => name switch { "Berkeley" => Berkeley, "Rabbits" => Rabbits, "Huge" => Huge, _ => Pair };

    // R 4.2.2: mantelhaen.test(x, conf.level = …).
    [Theory]
    [InlineData("Berkeley", 0.95, 0.90469682825862308, 0.77190736175935049, 1.0603297644366556)]
    [InlineData("Berkeley", 0.998, 0.90469682825862308, 0.70438518626718583, 1.1619726919565709)]
    [InlineData("Rabbits", 0.95, 7, 1.026712688461668, 47.725133380222566)]
    [InlineData("Pair", 0.95, 3.2222222222222223, 1.780824967984745, 5.8302844108998686)]
    [InlineData("Pair", 0.998, 3.2222222222222223, 1.2650476106931119, 8.2073717713233645)]
    [InlineData("Huge", 0.95, 3.2211748227059411, 3.2191168878162886, 3.223234073203618)]
    public void OddsRatio_Strata_AgreesWithR(string strata, double confidence, double value, double lower, double upper) =>
        RatioTests.Close(value, lower, upper, false, MantelHaenszel.OddsRatio(Named(strata), confidence));

    // Greenland & Robins (1985), the formulas as printed, in 50-digit arithmetic (mpmath 1.3.0).
    [Theory]
    [InlineData("Berkeley", 0.95, 0.94490502259592894, 0.86645223268300377, 1.0304613088274715)]
    [InlineData("Berkeley", 0.998, 0.94490502259592894, 0.82420723817645166, 1.0832779189156633)]
    [InlineData("Pair", 0.95, 2.1666666666666667, 1.4455993104826598, 3.2474036272727974)]
    [InlineData("Pair", 0.998, 2.1666666666666667, 1.1447222315587699, 4.1009463387917369)]
    [InlineData("Huge", 0.95, 2.4297948151649721, 2.4285697283458664, 2.4310205199765104)]
    public void RiskRatio_Strata_AgreesWithHighPrecision(string strata, double confidence, double value, double lower, double upper) =>
        RatioTests.Close(value, lower, upper, false, MantelHaenszel.RiskRatio(Named(strata), confidence));

    // R 4.2.2: mantelhaen.test(x, correct = …).
    [Theory]
    [InlineData("Berkeley", true, 1.4269462285866883, 0.23226346281704827)]
    [InlineData("Berkeley", false, 1.5246066604434356, 0.21692369705551837)]
    [InlineData("Rabbits", true, 3.9285714285714288, 0.047472255142918106)]
    [InlineData("Rabbits", false, 5.6571428571428575, 0.017384420352066179)]
    [InlineData("Pair", true, 14.491271073135499, 0.00014081051929992782)]
    [InlineData("Pair", false, 15.584576846828849, 7.8895513655371352e-05)]
    [InlineData("Huge", true, 13637043.576561753, 0)]
    public void Test_Strata_AgreesWithR(string strata, bool corrected, double statistic, double p)
    {
        var result = MantelHaenszel.Test(Named(strata), corrected);
        Precision.Close(statistic, result.Statistic);
        Precision.Close(p, result.PValue);
    }

    [Fact]
    public void Any_StrataWithNothingToCompare_AreAbsent()
    {
        FourfoldTable[][] empty = [[default], [new(0, 0, 3, 4), new(1, 2, 0, 0)], [new(0, 5, 0, 5)], [new(5, 0, 5, 0)]];
        Assert.All(empty, strata =>
        {
            Assert.Null(MantelHaenszel.OddsRatio(strata));
            Assert.Null(MantelHaenszel.RiskRatio(strata));
            Assert.Equal(new TestResult(0, 1), MantelHaenszel.Test(strata));
        });
        Assert.Null(MantelHaenszel.OddsRatio([new(0, 5, 3, 5)]));
        Assert.Null(MantelHaenszel.RiskRatio([new(3, 5, 0, 5)]));
    }

    [Fact]
    public void Any_NoStrataOrNegativeCounts_Refuses()
    {
        Assert.Throws<ArgumentException>(() => MantelHaenszel.OddsRatio([]));
        Assert.Throws<ArgumentException>(() => MantelHaenszel.RiskRatio([]));
        Assert.Throws<ArgumentException>(() => MantelHaenszel.Test([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MantelHaenszel.OddsRatio([new(1, 1, 1, -1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MantelHaenszel.RiskRatio([new(1, 1, -1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MantelHaenszel.Test([new(-1, 1, 1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MantelHaenszel.OddsRatio(Pair, 95));
        Assert.Throws<ArgumentOutOfRangeException>(() => MantelHaenszel.RiskRatio(Pair, double.NaN));
    }

    static readonly Gen<FourfoldTable> Full = Gen.OneOf(Gen.Long[1, 9], Gen.Long[1, 1_000_000_000]).Array[4].Select(x => new FourfoldTable(x[0], x[1], x[2], x[3]));

    [Fact]
    public void Any_OneStratum_IsTheRatioOfTheTable() => Full.Sample(table =>
        Near(OddsRatio.Of(table)!, MantelHaenszel.OddsRatio([table])!) && Near(RiskRatio.Of(table)!, MantelHaenszel.RiskRatio([table])!));

    [Fact]
    public void Any_StrataReversedOrEmptyOnesAdded_StaysTheSame() => Full.Array[1, 12].Sample(strata =>
    {
        FourfoldTable[] other = [new(0, 0, 7, 9), .. strata.Reverse(), default];
        return Near(MantelHaenszel.OddsRatio(strata)!, MantelHaenszel.OddsRatio(other)!) && Near(MantelHaenszel.RiskRatio(strata)!, MantelHaenszel.RiskRatio(other)!)
            && Math.Abs(MantelHaenszel.Test(strata).PValue - MantelHaenszel.Test(other).PValue) < 1e-6;
    });

    // One stratum without correction: Pearson's χ² times (n − 1)/n.
    [Fact]
    public void Test_OneStratum_IsTheScoreTestNearly() => Full.Sample(table =>
    {
        var (a, b, c, d) = table;
        var size = (double)a + b + c + d;
        var z = ProportionTest.Score(a, a + b, c, c + d).Statistic;
        return Math.Abs((z * z * (size - 1) / size) - MantelHaenszel.Test([table], false).Statistic) <= 1e-12 * z * z;
    });

    static bool Near(AssociationEstimate expected, AssociationEstimate actual) =>
        Near(expected.Value, actual.Value) && Near(expected.Interval.Lower, actual.Interval.Lower) && Near(expected.Interval.Upper, actual.Interval.Upper);

    static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-10 * expected;

    /// <summary>The difference is exactly −½, in any order of the strata, so the corrected statistic is 0. (R loses the tie to rounding in one of the orders.)</summary>
    [Fact]
    public void Test_DifferenceOfAHalf_IsCorrectedToNone()
    {
        FourfoldTable[] strata = [new(0, 1, 1, 0), new(1, 1, 1, 0), new(1, 0, 1, 1), new(1, 0, 1, 0), new(1, 1, 0, 1), new(1, 1, 1, 0)];
        foreach (var order in (FourfoldTable[][])[strata, [.. strata.Reverse()], [.. strata.Skip(2), .. strata.Take(2)]])
        {
            var result = MantelHaenszel.Test(order);
            Assert.Equal(0, result.Statistic, 12);
            Assert.Equal(1, result.PValue, 6);
        }
    }
}
