using Analytics.Statistics;
using Xunit;

namespace Analytics.Tests.Statistics;

/// <summary>Expected values: roots of the distribution functions in 60-digit arithmetic (mpmath 1.3.0).</summary>
public sealed class QuantileTests
{
    [Theory]
    [InlineData(0.5, 0.674489750196081743)]
    [InlineData(0.9, 1.64485362695147282)]
    [InlineData(0.95, 1.95996398454005386)]
    [InlineData(0.99, 2.57582930354890045)]
    [InlineData(0.998, 3.09023230616781328)]
    [InlineData(0.9999999, 5.32672388648014356)]
    public void Normal_Level_AgreesWithHighPrecision(double confidence, double expected) =>
        Precision.Close(expected, Quantile.Normal(Confidence.Tail(confidence)), 1e-14);

    [Theory]
    [InlineData(0.05, 0.95, 1.19583375854751555e+25)]
    [InlineData(0.5, 0.95, 164.557673480488241)]
    [InlineData(0.5, 0.998, 102849.115630175371)]
    [InlineData(1, 0.95, 12.7062047361746933)]
    [InlineData(1, 0.998, 318.308838985550163)]
    [InlineData(2, 0.95, 4.30265272974946179)]
    [InlineData(5, 0.95, 2.57058183563631478)]
    [InlineData(5, 0.1, 0.132175175231687271)]
    [InlineData(12.7, 0.95, 2.16556773136872467)]
    [InlineData(30, 0.95, 2.04227245630123789)]
    [InlineData(100, 0.95, 1.98397151852355189)]
    [InlineData(400, 0.5, 0.675103584240748493)]
    [InlineData(499.5, 0.95, 1.96472460943458927)]
    [InlineData(500, 0.998, 3.10661162432162851)]
    [InlineData(1000, 0.95, 1.9623390808264081)]
    [InlineData(100_000, 0.998, 3.09031380942723735)]
    [InlineData(1e9, 0.95, 1.95996398691232509)]
    [InlineData(1e9, 0.998, 3.09023231431794231)]
    public void StudentT_FreedomAndLevel_AgreesWithHighPrecision(double freedom, double confidence, double expected) =>
        Precision.Close(expected, Quantile.StudentT(freedom, Confidence.Tail(confidence)), 1e-11);

    [Fact]
    public void StudentT_BeyondTheRangeOfADouble_IsInfinite() => Assert.Equal(double.PositiveInfinity, Quantile.StudentT(0.001, 0.025));
}
