using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class BetaQuantileTests
{
    // # R 4.2.2: qbeta(below, first, second).
    [Theory]
    [InlineData(2, 3, 0.025, 0.067585986488542957)]
    [InlineData(2, 3, 0.999, 0.9359618608971666)]
    [InlineData(0.5, 0.5, 0.001, 2.4673990709169446e-06)]
    [InlineData(0.5, 0.5, 0.975, 0.99845866686656404)]
    [InlineData(1, 1, 0.025, 0.025)]
    [InlineData(30, 400, 0.025, 0.047675683826350179)]
    [InlineData(30, 400, 0.975, 0.095643002652754716)]
    [InlineData(12.5, 1_000_000, 0.001, 4.3246375962363439e-06)]
    [InlineData(12.5, 1_000_000, 0.975, 2.0322911189382606e-05)]
    [InlineData(100_000, 300_000, 0.025, 0.24865929110881049)]
    [InlineData(1e9, 1e9, 0.999, 0.50003454984747742)]
    [InlineData(1e9, 1000, 0.025, 0.99999893707994458)]
    [InlineData(1000, 1e9, 0.975, 1.0629200553962069e-06)]
    [InlineData(0.006, 26.7, 0.98, 0.00075703803668500749)]
    [InlineData(0.02, 100, 0.975, 0.0019351710284119111)]
    [InlineData(0.02, 800_000, 0.975, 2.4094561926211941e-07)]
    [InlineData(0.5, 0.005, 0.03, 0.99106849755443871)]
    [InlineData(0.05, 1e6, 0.9, 7.6317147247677805e-08)]
    [InlineData(0.001, 1e9, 0.975, 5.6792519996600952e-21)]
    [InlineData(0.001, 1e9, 0.999, 2.6477027033685185e-10)]
    [InlineData(0.001, 0.001, 0.025, 0)]
    [InlineData(0.001, 0.001, 0.975, 1)]
    public void Beta_Shapes_AgreesWithR(double first, double second, double below, double expected) => Precision.Close(expected, Quantile.Beta(first, second, below), 2e-11);

    // Beta(a, 1) has the distribution function pᵃ.
    [Fact]
    public void Beta_SecondShapeOne_IsARootOfTheProbability() => Gen.Select(Gen.Double[-2, 9], Gen.Double[0.0005, 0.9995]).Sample((magnitude, below) =>
    {
        var shape = Math.Pow(10, magnitude);
        return Math.Abs((Quantile.Beta(shape, 1, below) / Math.Exp(Math.Log(below) / shape)) - 1) < 1e-10;
    });

    [Fact]
    public void Beta_ShapesExchanged_Mirrors() => Gen.Select(Gen.Double[-1, 9], Gen.Double[-1, 9], Gen.Double[0.0005, 0.9995]).Sample((a, b, below) =>
        Math.Abs(Quantile.Beta(Math.Pow(10, a), Math.Pow(10, b), below) - (1 - Quantile.Beta(Math.Pow(10, b), Math.Pow(10, a), 1 - below))) < 1e-13);

    [Fact]
    public void Beta_HigherProbability_IsNotLower() => Gen.Select(Gen.Double[-3, 9], Gen.Double[-3, 9], Gen.Double[0.001, 0.998], Gen.Double[0.0001, 0.001]).Sample((a, b, below, more) =>
        Quantile.Beta(Math.Pow(10, a), Math.Pow(10, b), below) <= Quantile.Beta(Math.Pow(10, a), Math.Pow(10, b), below + more));
}
