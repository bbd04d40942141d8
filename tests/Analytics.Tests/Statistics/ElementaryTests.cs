using Analytics.Statistics;
using Xunit;

namespace Analytics.Tests.Statistics;

/// <summary>Expected values: 50-digit arithmetic (mpmath 1.3.0).</summary>
public sealed class ElementaryTests
{
    [Theory]
    [InlineData(1e-20, 9.99999999999999945e-21, -4.99999999999999945e-41)]
    [InlineData(1e-9, 9.99999999500000063e-10, -4.99999999666666729e-19)]
    [InlineData(-1e-5, -0.0000100000500003333367, -5.00003333358333615e-11)]
    [InlineData(0.29, 0.254642218373580731, -0.0353577816264192487)]
    [InlineData(-0.3, -0.356674943938732363, -0.0566749439387323742)]
    [InlineData(-0.31, -0.371063681390831983, -0.0610636813908319848)]
    [InlineData(0.5, 0.405465108108164382, -0.094534891891835618)]
    [InlineData(0.51, 0.412109650826832967, -0.0978903491731670422)]
    [InlineData(-0.999, -6.90775527898213616, -5.90875527898213616)]
    [InlineData(1e9, 20.7232658379464112, -999999979.276734162)]
    public void Logarithms_NearOneAndFar_AgreeWithHighPrecision(double x, double logarithm, double less)
    {
        Precision.Close(logarithm, Elementary.LogOnePlus(x), 1e-15);
        Precision.Close(less, Elementary.LogOnePlusLess(x), 1e-14);
    }

    [Theory]
    [InlineData(1e-20, 9.99999999999999945e-21)]
    [InlineData(1e-9, 1.00000000050000006e-9)]
    [InlineData(-1e-5, -9.99995000016666707e-6)]
    [InlineData(-0.3, -0.259181779318282126)]
    [InlineData(0.51, 0.665291194945886323)]
    [InlineData(-0.999, -0.631752495386337078)]
    public void ExpMinusOne_NearZeroAndFar_AgreesWithHighPrecision(double x, double expected) => Precision.Close(expected, Elementary.ExpMinusOne(x), 1e-15);

    [Theory]
    [InlineData(1e-20, 4.99999999999999945e-41)]
    [InlineData(-1e-9, 4.99999999833333396e-19)]
    [InlineData(1e-5, 5.00001666670833423e-11)]
    [InlineData(-0.29, 0.0382635675785652101)]
    [InlineData(0.3, 0.0498588075760031001)]
    [InlineData(-0.31, 0.0434469562242892633)]
    [InlineData(0.5, 0.148721270700128147)]
    [InlineData(-3, 2.04978706836786394)]
    [InlineData(20, 485165174.409790278)]
    public void ExpMinusOneLess_NearZeroAndFar_AgreesWithHighPrecision(double x, double expected) => Precision.Close(expected, Elementary.ExpMinusOneLess(x), 1e-14);

    [Fact]
    public void Elementary_AtTheEnds_IsTheLimit()
    {
        Assert.Equal(double.NegativeInfinity, Elementary.LogOnePlus(-1));
        Assert.Equal(double.PositiveInfinity, Elementary.LogOnePlus(double.PositiveInfinity));
        Assert.Equal(-1, Elementary.ExpMinusOne(-800));
        Assert.Equal(0, Elementary.LogOnePlusLess(0));
    }

    [Theory]
    [InlineData(1e-3, 2.54227046796709454, 993.667816652828143)]
    [InlineData(0.5, 0.153426409720027345, 1.27036284546147817)]
    [InlineData(1, 0.0810614667953272582, 0.577215664901532861)]
    [InlineData(7.3, 0.0114084223680272648, 0.0700540125163593484)]
    [InlineData(15.9, 0.00524039988075610817, 0.0317760390504119832)]
    [InlineData(16, 0.00520765591960964044, 0.0315753939123208693)]
    [InlineData(1e9, 8.33333333333333333e-11, 5.00000000083333333e-10)]
    public void Stirling_SmallAndLarge_AgreesWithHighPrecision(double z, double remainder, double digamma)
    {
        Precision.Close(remainder, Stirling.Remainder(z), 1e-13);
        Precision.Close(digamma, Stirling.LogLessDigamma(z), 1e-13);
    }

    [Theory]
    [InlineData(0.001, 1e-9, 0.980054719903931089, 0.0199452800960689105)]
    [InlineData(0.2, 0.01, 0.432867560926525012, 0.567132439073474988)]
    [InlineData(3, 1, 0.080301397071394196, 0.919698602928605804)]
    [InlineData(1, 3.7, 0.975276473529660613, 0.0247235264703393868)]
    [InlineData(1.2, 0.8, 0.460187276955997462, 0.539812723044002538)]
    [InlineData(30, 14, 0.000135795722750415025, 0.999864204277249585)]
    [InlineData(80, 100, 0.98254867748372457, 0.01745132251627543)]
    [InlineData(1000, 1100, 0.998940676746070023, 0.00105932325392997735)]
    [InlineData(10_000, 10_000, 0.5013298083399552, 0.4986701916600448)]
    [InlineData(100_000, 99_000, 0.000757419921174767974, 0.999242580078825232)]
    public void GammaTail_ShapeAndValue_AgreesWithHighPrecision(double shape, double value, double below, double above)
    {
        if (below < 0.5 || shape < 1)
        {
            Precision.Close(below, GammaTail.Below(shape, value), 1e-12);
        }
        else
        {
            Precision.Close(above, GammaTail.Above(shape, value), 1e-12);
        }
    }
}
