using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

/// <summary>Risk ratio, odds ratio and attributable fraction of one fourfold table.</summary>
public sealed class RatioTests
{
    // epitools 0.5-10.1 in R 4.2.2: riskratio.wald; the last two with ½ added to every cell by hand. The first table is aspirin and infarction in the
    // Physicians' Health Study (1988), N. Engl. J. Med. 318: 262–264. The seventh, too large for epitools, is 50-digit arithmetic (mpmath 1.3.0).
    [Theory]
    [InlineData(104, 10_933, 189, 10_845, 0.95, 0.55011498121038749, 0.43367311590896751, 0.69782165748920766)]
    [InlineData(40, 60, 15, 85, 0.95, 2.666666666666667, 1.577962619121309, 4.506514302012393)]
    [InlineData(40, 60, 15, 85, 0.998, 2.666666666666667, 1.1659714187058596, 6.0988725770001366)]
    [InlineData(1, 9, 5, 5, 0.95, 0.20000000000000001, 0.028172698818643521, 1.4198142768462665)]
    [InlineData(3, 1, 1, 200, 0.95, 150.75, 19.694064433159063, 1153.9295292309891)]
    [InlineData(1_000_000, 999_000_000, 2_000_000, 998_000_000, 0.95, 0.5, 0.49880200997641844, 0.50120086727761803)]
    [InlineData(500_000_000, 500_000_000, 499_900_000, 500_100_000, 0.95, 1.0002000400080016, 1.0001123652945758, 1.0002877224074191)]
    [InlineData(0, 12, 5, 9, 0.95, 0.10489510489510491, 0.006390344136256553, 1.7218138485731975)]
    [InlineData(7, 0, 3, 4, 0.95, 2.1428571428571428, 0.95723438843009745, 4.7969826305808683)]
    public void RiskRatioOf_Table_AgreesWithEpitools(long a, long b, long c, long d, double confidence, double value, double lower, double upper) =>
        Close(value, lower, upper, Math.Min(Math.Min(a, b), Math.Min(c, d)) == 0, RiskRatio.Of(a, b, c, d, confidence));

    // epitools 0.5-10.1 in R 4.2.2: oddsratio.wald; the same tables.
    [Theory]
    [InlineData(104, 10_933, 189, 10_845, 0.95, 0.54583545665590849, 0.42904096794204832, 0.69442400144642424)]
    [InlineData(40, 60, 15, 85, 0.95, 3.7777777777777777, 1.9153631019160264, 7.4511224132881431)]
    [InlineData(40, 60, 15, 85, 0.998, 3.7777777777777777, 1.2946117891187858, 11.023849047432185)]
    [InlineData(1, 9, 5, 5, 0.95, 0.1111111111111111, 0.0099861655447482656, 1.2362782248125537)]
    [InlineData(3, 1, 1, 200, 0.95, 600, 29.958982264293208, 12016.429557724594)]
    [InlineData(1_000_000, 999_000_000, 2_000_000, 998_000_000, 0.95, 0.49949949949949951, 0.49830111259845195, 0.50070076845544986)]
    [InlineData(500_000_000, 500_000_000, 499_900_000, 500_100_000, 0.95, 1.0004000800160032, 1.0002247207413887, 1.0005754700345841)]
    [InlineData(0, 12, 5, 9, 0.95, 0.069090909090909092, 0.0033870368496858095, 1.4093598419075573)]
    [InlineData(7, 0, 3, 4, 0.95, 19.285714285714285, 0.79774546107444577, 466.23740736707856)]
    public void OddsRatioOf_Table_AgreesWithEpitools(long a, long b, long c, long d, double confidence, double value, double lower, double upper) =>
        Close(value, lower, upper, Math.Min(Math.Min(a, b), Math.Min(c, d)) == 0, OddsRatio.Of(a, b, c, d, confidence));

    // Miettinen's formula, and the delta method with the gradient of log(1 − PAF) taken numerically and the covariance of the multinomial, in 50-digit
    // arithmetic (mpmath 1.3.0).
    [Theory]
    [InlineData(40, 60, 15, 85, 0.95, 0.45454545454545455, 0.19697930580255508, 0.62949813957861579)]
    [InlineData(15, 85, 40, 60, 0.95, -0.45454545454545455, -0.70070774889665377, -0.24401295914093411)]
    [InlineData(40, 60, 15, 85, 0.998, 0.45454545454545455, -0.0036685253176415837, 0.70356681149997676)]
    [InlineData(3, 1, 1, 200, 0.95, 0.74502487562189055, -0.38048367375466945, 0.9529061333446918)]
    [InlineData(1_000_000, 999_000_000, 2_000_000, 998_000_000, 0.95, -0.33333333333333333, -0.33440009554231327, -0.33226742392825705)]
    [InlineData(500_000_000, 500_000_000, 499_900_000, 500_100_000, 0.95, 1.0001000100010001e-4, 5.6178530253431942e-5, 1.4383955044100413e-4)]
    [InlineData(0, 12, 5, 9, 0.95, -0.71111111111111111, -1.4689200352638761, -0.18590363104043164)]
    [InlineData(7, 0, 3, 4, 0.95, 0.36363636363636364, -0.13385663504023337, 0.64284842971212053)]
    public void AttributableFractionPopulation_Table_AgreesWithHighPrecision(long a, long b, long c, long d, double confidence, double value, double lower, double upper) =>
        Close(value, lower, upper, Math.Min(Math.Min(a, b), Math.Min(c, d)) == 0, AttributableFraction.Population(new FourfoldTable(a, b, c, d), confidence));

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 0, 3, 4)]
    [InlineData(3, 4, 0, 0)]
    [InlineData(0, 3, 0, 4)]
    [InlineData(3, 0, 4, 0)]
    public void Any_NothingToCompare_IsAbsent(long a, long b, long c, long d)
    {
        Assert.Null(RiskRatio.Of(a, b, c, d));
        Assert.Null(OddsRatio.Of(a, b, c, d));
        Assert.Null(AttributableFraction.Population(new FourfoldTable(a, b, c, d)));
    }

    [Theory]
    [InlineData(-1, 1, 1, 1, 0.95)]
    [InlineData(1, -1, 1, 1, 0.95)]
    [InlineData(1, 1, -1, 1, 0.95)]
    [InlineData(1, 1, 1, -1, 0.95)]
    [InlineData(1, 1, 1, 1, 95)]
    [InlineData(0, 0, 1, 1, double.NaN)]
    public void Any_ArgumentOutOfRange_Refuses(long a, long b, long c, long d, double confidence)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RiskRatio.Of(a, b, c, d, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => OddsRatio.Of(a, b, c, d, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributableFraction.Population(new FourfoldTable(a, b, c, d), confidence));
    }

    static readonly Gen<FourfoldTable> Tables = Gen.OneOf(Gen.Long[0, 5], Gen.Long[0, 500], Gen.Long[0, 1_000_000_000]).Array[4]
        .Select(x => new FourfoldTable(x[0], x[1], x[2], x[3])).Where(x => RiskRatio.Of(x) is not null);

    [Fact]
    public void Any_Table_HoldsItsValueAndGrowsWithTheLevel() => Gen.Select(Tables, Gen.Double[0.01, 0.9], Gen.Double[0.001, 0.09]).Sample((table, level, more) =>
        new Func<FourfoldTable, double, AssociationEstimate?>[] { RiskRatio.Of, OddsRatio.Of, AttributableFraction.Population }.All(measure =>
        {
            var (narrow, wide) = (measure(table, level)!, measure(table, level + more)!);
            return narrow.Interval.Contains(narrow.Value) && wide.Interval.Lower <= narrow.Interval.Lower && narrow.Interval.Upper <= wide.Interval.Upper;
        }));

    [Fact]
    public void OddsRatioOf_ExposureOrOutcomeTurned_IsTheReciprocal() => Tables.Sample(table =>
    {
        var (a, b, c, d) = table;
        var value = OddsRatio.Of(table)!;
        return new[] { OddsRatio.Of(c, d, a, b)!, OddsRatio.Of(b, a, d, c)! }.All(turned =>
            Near(1 / value.Value, turned.Value) && Near(1 / value.Interval.Lower, turned.Interval.Upper) && Near(1 / value.Interval.Upper, turned.Interval.Lower));
    });

    [Fact]
    public void RiskRatioOf_ExposureTurned_IsTheReciprocal() => Tables.Sample(table =>
    {
        var (value, turned) = (RiskRatio.Of(table)!, RiskRatio.Of(table.UnexposedCases, table.UnexposedOthers, table.ExposedCases, table.ExposedOthers)!);
        return Near(1 / value.Value, turned.Value) && Near(1 / value.Interval.Lower, turned.Interval.Upper) && Near(1 / value.Interval.Upper, turned.Interval.Lower);
    });

    // Miettinen's formula as he wrote it.
    [Fact]
    public void AttributableFractionPopulation_AnyTable_IsTheShareExposedAmongCasesTimesTheExcess() => Tables.Sample(table =>
    {
        var more = AttributableFraction.Population(table)!.Corrected ? 0.5 : 0;
        var ratio = RiskRatio.Of(table)!.Value;
        var share = (table.ExposedCases + more) / (table.ExposedCases + table.UnexposedCases + (2 * more));
        return Math.Abs((share * (ratio - 1) / ratio) - AttributableFraction.Population(table)!.Value) <= 1e-12 * Math.Max(1, share / ratio);
    });

    internal static void Close(double value, double lower, double upper, bool corrected, AssociationEstimate? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(corrected, actual.Corrected);
        Precision.Close(value, actual.Value);
        Precision.Close(lower, actual.Interval.Lower);
        Precision.Close(upper, actual.Interval.Upper);
    }

    static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-12 * expected;
}
