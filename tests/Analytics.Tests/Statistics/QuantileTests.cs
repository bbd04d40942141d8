using Analytics.Statistics;
using CsCheck;
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

    // Both are roots of the incomplete gamma function, by series or by integration of the density of the logarithm, in 50-digit arithmetic.
    [Theory]
    [InlineData(1, 0.5, 0.693147180559945309, 0.693147180559945309)]
    [InlineData(1, 0.25, 0.287682072451780927, 1.38629436111989062)]
    [InlineData(1, 0.025, 0.0253178079842898768, 3.68887945411393625)]
    [InlineData(1, 0.001, 0.00100050033358353352, 6.90775527898213703)]
    [InlineData(1, 1e-6, 1.00000050000033329e-6, 13.8155105579642741)]
    [InlineData(2.5, 0.025, 0.415605806743331219, 6.41625099701501404)]
    [InlineData(2.5, 0.001, 0.105106301314609583, 10.2575028262164392)]
    [InlineData(2.5, 1e-6, 0.00644808010324854818, 17.9440934398364352)]
    [InlineData(10, 0.5, 9.66871461471413115, 9.66871461471413115)]
    [InlineData(10, 0.25, 7.72588676952386358, 11.9138460215154293)]
    [InlineData(10, 0.025, 4.79538869613243368, 17.0848034514191702)]
    [InlineData(10, 0.001, 2.96052037274375958, 22.6573733090629307)]
    [InlineData(10, 1e-6, 1.27681878786440797, 32.7103405175239176)]
    [InlineData(99.5, 0.025, 80.9130911968234298, 119.979840913822114)]
    [InlineData(99.5, 0.001, 71.4986732785643466, 133.192947688131029)]
    [InlineData(99.5, 1e-6, 59.0546756463663231, 154.30048338442413)]
    [InlineData(100, 0.5, 99.6668649193154887, 99.6668649193154887)]
    [InlineData(100, 0.025, 81.3639912509231406, 120.528947753155461)]
    [InlineData(100, 0.001, 71.9213974950004073, 133.770263911378597)]
    [InlineData(100, 1e-6, 59.4363206981228942, 154.919045995038985)]
    [InlineData(5000, 0.5, 4999.66667061757241, 4999.66667061757241)]
    [InlineData(5000, 0.25, 4952.12642175736581, 5047.51020854710382)]
    [InlineData(5000, 0.025, 4862.35918869489911, 5139.53508994379509)]
    [InlineData(5000, 0.001, 4784.33424754698409, 5221.36528270508891)]
    [InlineData(5000, 1e-6, 4671.0509536164458, 5343.34491493344878)]
    [InlineData(123_456.5, 0.5, 123456.166666826668, 123456.166666826668)]
    [InlineData(123_456.5, 0.25, 123219.327398725402, 123693.30922580057)]
    [InlineData(123_456.5, 0.025, 122768.787303972691, 124146.107000804553)]
    [InlineData(123_456.5, 0.001, 122373.553540876403, 124545.146143105739)]
    [InlineData(123_456.5, 1e-6, 121793.511377090302, 125133.885284540625)]
    [InlineData(358_658, 0.025, 357485.162988759862, 359832.731316740854)]
    [InlineData(358_658, 0.001, 356810.169231511197, 360511.530456726043)]
    [InlineData(358_658, 1e-6, 355818.46119438299, 361511.935489200601)]
    [InlineData(1e7, 0.025, 9993802.99688426692, 10006198.8974215999)]
    [InlineData(1e7, 0.001, 9990230.67718946326, 10009775.0225009274)]
    [InlineData(1e7, 1e-6, 9984975.55019509019, 10015038.846499603)]
    [InlineData(1e9, 0.5, 999999999.666666667, 999999999.666666667)]
    [InlineData(1e9, 0.25, 999978670.579625443, 1000021329.05699884)]
    [InlineData(1e9, 0.025, 999938021.443927922, 1000061980.45037796)]
    [InlineData(1e9, 0.001, 999902281.123973063, 1000097724.57571741)]
    [InlineData(1e9, 1e-6, 999849690.723271515, 1000150323.67342359)]
    public void Gamma_ShapeAndTail_AgreesWithHighPrecision(double shape, double tail, double below, double above)
    {
        Precision.Close(below, Quantile.GammaBelow(shape, tail), 1e-12);
        Precision.Close(above, Quantile.Gamma(shape, tail), 1e-12);
    }

    // # R 4.2.2: qgamma(tail, shape, lower.tail = FALSE)
    [Theory]
    [InlineData(1, 0.5, 0.69314718055994529)]
    [InlineData(1, 1e-6, 13.815510557964274)]
    [InlineData(3.5, 0.025, 8.0063821373146613)]
    [InlineData(12, 0.001, 25.589298888688695)]
    [InlineData(64, 0.25, 69.199127576001914)]
    [InlineData(150, 0.025, 174.93723441495757)]
    [InlineData(5000.5, 1e-6, 5343.8617189910055)]
    [InlineData(2e5, 0.01, 201041.84479845825)]
    [InlineData(358659, 0.0234375, 359850.21671727183)]
    [InlineData(1e7, 0.001, 10009775.022500927)]
    [InlineData(1e9, 0.025, 1000061980.4503779)]
    public void Gamma_ShapeAndTail_AgreesWithR(double shape, double tail, double expected) => Precision.Close(expected, Quantile.Gamma(shape, tail), 1e-11);

    [Fact]
    public void Gamma_AnyShape_HasItsTailBeyond() => Gen.Select(Gen.Double[0, 9], Gen.Double[-6, Math.Log10(0.5)]).Sample((magnitude, power) =>
    {
        var (shape, tail) = (Math.Pow(10, magnitude), Math.Pow(10, power));
        // Half a digit of the value moves the tail by z·√shape·1e-16, and more.
        return Math.Abs((GammaTail.Above(shape, Quantile.Gamma(shape, tail)) / tail) - 1) < 1e-10
            && Math.Abs((GammaTail.Below(shape, Quantile.GammaBelow(shape, tail)) / tail) - 1) < 1e-10;
    });

    [Fact]
    public void StudentT_BeyondTheRangeOfADouble_IsInfinite() => Assert.Equal(double.PositiveInfinity, Quantile.StudentT(0.001, 0.025));
}
