using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class ByarLimitsTests
{
    // Roots of Byar's formula in 40-digit arithmetic (mpmath 1.3.0).
    [Theory]
    [InlineData(5, 0.95, 10.3075259694303128, null)]
    [InlineData(25.3, 0.95, 36.1070538978264478, 15.4485366495835075)]
    [InlineData(25.3, 0.998, 42.7171029139178488, 10.7602686764077139)]
    [InlineData(1000, 0.95, 1062.94863693446245, 937.998726566737521)]
    [InlineData(1e9, 0.998, 1000097723.65077812, 999902279.199067116)]
    public void Limits_Expected_AgreeWithHighPrecision(double expected, double confidence, double? above, double? below)
    {
        var z = Quantile.Normal(Confidence.Tail(confidence));
        Close(above, ByarLimits.Above(expected, z));
        Close(below, ByarLimits.Below(expected, z));
    }

    static readonly Gen<(double Expected, double Level)> Any =
        Gen.Select(Gen.OneOf(Gen.Double[0, 60], Gen.Double[0, 9].Select(x => Math.Pow(10, x))), Gen.OneOf(Gen.Double[0.5, 0.9999], Gen.Const(0.95), Gen.Const(0.998)));

    // Byar's formula continued to counts that are not whole.
    static double Lower(double x, double z) => x * Math.Pow(1 - (1 / (9 * x)) - (z / (3 * Math.Sqrt(x))), 3);

    static double Upper(double x, double z) => (x + 1) * Math.Pow(1 - (1 / (9 * (x + 1))) + (z / (3 * Math.Sqrt(x + 1))), 3);

    [Fact]
    public void Limits_AnyExpected_HaveItAsTheirBound() => Any.Sample((expected, level) =>
    {
        var z = Quantile.Normal(Confidence.Tail(level));
        return (ByarLimits.Above(expected, z) is not { } above || (above >= 10 - 1e-12 && Near(expected, Lower(above, z))))
            && (ByarLimits.Below(expected, z) is not { } below || (below >= 10 - 1e-12 && Near(expected, Upper(below, z))));
    });

    [Fact]
    public void Limits_AnyExpected_AreNullExactlyBelowTen() => Any.Sample((expected, level) =>
    {
        var z = Quantile.Normal(Confidence.Tail(level));
        var ten = RateInterval.Byar(10, 1, level);
        return Near(expected, ten.Lower) || Near(expected, ten.Upper)
            || (ByarLimits.Above(expected, z) is null == ten.Lower > expected && ByarLimits.Below(expected, z) is null == ten.Upper > expected);
    });

    [Fact]
    public void Limits_AnyExpected_PartTheCountsThatAreFlagged() => Any.Sample((expected, level) =>
    {
        var z = Quantile.Normal(Confidence.Tail(level));
        return (ByarLimits.Above(expected, z) is not { } above || Whole(above)
                || (RateInterval.Of((long)Math.Ceiling(above), 1, level).Lower > expected && RateInterval.Of((long)above, 1, level).Lower <= expected))
            && (ByarLimits.Below(expected, z) is not { } below || Whole(below)
                || (RateInterval.Of((long)below, 1, level).Upper < expected && RateInterval.Of((long)Math.Ceiling(below), 1, level).Upper >= expected));
    });

    // So close to a whole number that rounding decides.
    static bool Whole(double x) => Math.Abs(x - Math.Round(x)) < 1e-11 * x;

    static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-12 * Math.Max(1, expected);

    static void Close(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } value)
        {
            Precision.Close(value, actual!.Value, 1e-12);
        }
    }
}
