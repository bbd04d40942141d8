using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

/// <summary>Expected values: terms summed, or the density integrated, in 50-digit arithmetic (mpmath 1.3.0).</summary>
public sealed class ProbabilityTests
{
    [Theory]
    [InlineData(0, 10, 0.3, 0.028247524900000004, 0.028247524900000004, 1.0)]
    [InlineData(3, 10, 0.3, 0.266827932, 0.64961071840000003, 0.61721721359999997)]
    [InlineData(10, 10, 0.3, 5.9048999999999978e-6, 1.0, 5.9048999999999978e-6)]
    [InlineData(9, 10, 0.9, 0.387420489, 0.65132155989999991, 0.73609892910000009)]
    [InlineData(60, 100, 0.5, 0.010843866711637988, 0.98239989989114759, 0.028443966820490396)]
    [InlineData(5, 1000, 0.2, 9.9118863897680226e-88, 1.0114153092291936e-87, 1.0)]
    [InlineData(700, 1000, 0.5, 5.0659882804492606e-38, 1.0, 8.8328390039750686e-38)]
    [InlineData(2, 1_000_000, 1e-09, 4.9949975141518739e-7, 0.99999999983345878, 4.9966629263259001e-7)]
    [InlineData(150, 100_000, 0.001, 6.4350117115187733e-7, 0.99999878309496102, 1.8604062101283558e-6)]
    [InlineData(50_150, 100_000, 0.5, 0.0016088224579812468, 0.82941232893156703, 0.17219649352641421)]
    [InlineData(300_100_000, 1_000_000_000, 0.3, 1.2591302253046362e-15, 0.99999999999740857, 2.5926940167507357e-12)]
    [InlineData(500_500_000, 1_000_000_000, 0.5, 1.7974761461302608e-222, 1.0, 8.9874075678786291e-220)]
    [InlineData(500_000_000, 1_000_000_000, 0.5, 2.5231325213893769e-5, 0.50001261566260695, 0.50001261566260695)]
    [InlineData(3, 1_000_000_000, 1e-09, 0.061313240164583774, 0.98101184318515943, 0.080301396979424347)]
    [InlineData(999_999_990, 1_000_000_000, 0.99999999, 0.12511003634668347, 0.54207029244017611, 0.58303974390650735)]
    [InlineData(1_010_000, 1_000_000_000, 0.001, 8.6006406623375892e-26, 1.0, 8.5937530518982744e-24)]
    [InlineData(999_000_500, 1_000_000_000, 0.999, 3.5227804388428927e-4, 0.69168272997967505, 0.30866954806420924)]
    public void Binomial_Counts_AgreesWithHighPrecision(long cases, long size, double share, double exactly, double atMost, double atLeast)
    {
        Precision.Close(exactly, Probability.Binomial(cases, size, share), 1e-11);
        Precision.Close(atMost, Probability.BinomialAtMost(cases, size, share), 1e-11);
        Precision.Close(atLeast, Probability.BinomialAtLeast(cases, size, share), 1e-11);
    }

    [Theory]
    [InlineData(0, 0.7, 0.49658530379140954, 0.49658530379140954, 1.0)]
    [InlineData(3, 0.7, 0.028388126533408906, 0.99424654240770042, 0.034141584125708488)]
    [InlineData(40, 0.7, 3.8749882958146491e-55, 1.0, 3.9422675115326979e-55)]
    [InlineData(20, 60.0, 1.3159260267341897e-9, 1.9511178607720873e-9, 0.99999999936480817)]
    [InlineData(100, 95.5, 0.035909592921128962, 0.69993156531855616, 0.3359780276025728)]
    [InlineData(9900, 9000.0, 4.7922499259229812e-22, 1.0, 5.2148131283770551e-21)]
    [InlineData(9999, 10000.0, 0.0039893895589628256, 0.4986701916600448, 0.50531919789891803)]
    [InlineData(10_000, 10001.0, 0.0039891901077678345, 0.49867025814554927, 0.50531893196221857)]
    [InlineData(12_000, 10001.0, 1.153879618603544e-84, 1.0, 6.9095421844876533e-84)]
    [InlineData(1_000_000_000, 1000000000.0, 1.2615662609049495e-5, 0.50000841044173899, 0.50000420522087006)]
    [InlineData(1_000_100_000, 1000000000.0, 8.5013583195124704e-8, 0.99921721386733277, 7.8287114625042843e-4)]
    [InlineData(999_000_000, 1000000000.0, 7.6114560401153877e-223, 7.6038748862700894e-220, 1.0)]
    [InlineData(1_000_999_999, 1000000000.0, 1.0622638373525022e-222, 1.0, 1.0622670093723518e-219)]
    [InlineData(999_960_000, 1000000000.3, 5.6685674963903134e-6, 0.1029521722559323, 0.89705349631156409)]
    public void Poisson_Counts_AgreesWithHighPrecision(long events, double expected, double exactly, double atMost, double atLeast)
    {
        Precision.Close(exactly, Probability.Poisson(events, expected), 1e-11);
        Precision.Close(atMost, Probability.PoissonAtMost(events, expected), 1e-11);
        Precision.Close(atLeast, Probability.PoissonAtLeast(events, expected), 1e-11);
    }

    [Theory]
    [InlineData(0, 5, 0.5)]
    [InlineData(1e-09, 3, 0.4999999996324474)]
    [InlineData(0.1, 0.05, 0.48953718868788948)]
    [InlineData(1000000.0, 0.05, 0.22481410160515401)]
    [InlineData(1e+200, 0.5, 3.2070097541422291e-101)]
    [InlineData(1, 1, 0.25)]
    [InlineData(63.656741162871526, 1, 0.0050000000000000043)]
    [InlineData(2, 2.5, 0.078695747878982993)]
    [InlineData(2.2, 9.9, 0.026351865071102005)]
    [InlineData(2.3, 10, 0.022127156642143569)]
    [InlineData(40, 10, 1.1404288715428773e-12)]
    [InlineData(1.96, 19.99, 0.032042692506484474)]
    [InlineData(3.1, 19.99, 0.0028236153112956704)]
    [InlineData(3.2, 19.99, 0.002249131358122088)]
    [InlineData(1.96, 20, 0.032039126501788453)]
    [InlineData(5, 20, 3.4365142897710987e-5)]
    [InlineData(1000.0, 20, 9.0195669979457276e-49)]
    [InlineData(0.3, 57.3, 0.38263140830037232)]
    [InlineData(2, 100, 0.02410608936556684)]
    [InlineData(30, 100, 4.1901662793441461e-52)]
    [InlineData(1.96, 500, 0.025275394909882973)]
    [InlineData(38, 1000, 1.4593789211300191e-196)]
    [InlineData(1.96, 100000.0, 0.024999281597150819)]
    [InlineData(3.09, 1000000000.0, 0.0010007825040701347)]
    [InlineData(37, 1000000000.0, 5.7282584287775696e-300)]
    public void StudentTAbove_FreedomAndValue_AgreesWithHighPrecision(double t, double freedom, double expected)
    {
        Precision.Close(expected, Probability.StudentTAbove(t, freedom), 1e-12);
        Precision.Close(1 - expected, Probability.StudentTAbove(-t, freedom), 1e-15);
        Precision.Close(2 * expected, Probability.StudentTTwoSided(-t, freedom), 1e-12);
    }

    [Theory]
    [InlineData(0.1, 0.92034432544594203)]
    [InlineData(1, 0.3173105078629141)]
    [InlineData(1.96, 0.049995790296440872)]
    [InlineData(5, 5.7330314375838782e-7)]
    [InlineData(10, 1.5239706048321052e-23)]
    [InlineData(20, 5.5072482372124674e-89)]
    [InlineData(37, 1.1451142445049154e-299)]
    public void NormalTwoSided_Value_AgreesWithHighPrecision(double z, double expected) =>
        Precision.Close(expected, Probability.NormalTwoSided(-z), 1e-12);

    // # R 4.2.2: pchisq(value, freedom, lower.tail = FALSE)
    [Theory]
    [InlineData(0.5, 2, 0.77880078307140488)]
    [InlineData(1e-9, 2, 0.99999999949999996)]
    [InlineData(5.99, 2, 0.05003662708658628)]
    [InlineData(1400, 2, 9.8596765437597708e-305)]
    [InlineData(0.001, 3, 0.99999159208094202)]
    [InlineData(7.81, 3, 0.050106056350005944)]
    [InlineData(200, 3, 4.2185411071920418e-43)]
    [InlineData(0.001, 7, 0.99999999999975986)]
    [InlineData(30, 7, 9.4959725081341848e-5)]
    [InlineData(10, 10, 0.44049328506521246)]
    [InlineData(1e-6, 50, 0.99999999999999989)]
    [InlineData(49.3, 50, 0.50140505373282718)]
    [InlineData(67.5, 50, 0.05004065171610339)]
    [InlineData(300, 50, 2.31413641651407e-37)]
    [InlineData(199, 200, 0.50667333968003625)]
    [InlineData(150, 200, 0.99664755850181297)]
    [InlineData(260, 200, 0.0027504083673065261)]
    [InlineData(1200, 200, 3.701894750194652e-142)]
    [InlineData(1000, 1000, 0.49405285382923969)]
    [InlineData(700, 1000, 0.99999999999997113)]
    [InlineData(1300, 1000, 3.8897364994868516e-10)]
    [InlineData(3500, 1000, 1.0443523005432747e-273)]
    [InlineData(101500, 1e5, 0.00042045497126965732)]
    [InlineData(90000, 1e5, 1)]
    [InlineData(2.5, 1.5, 0.195424588666055)]
    [InlineData(1e6, 1e6, 0.49981193680339453)]
    [InlineData(0, 4, 1)]
    public void ChiSquareAbove_ValueAndFreedom_AgreesWithR(double value, double freedom, double expected) =>
        Precision.Close(expected, Probability.ChiSquareAbove(value, freedom), 1e-12);

    // χ² on two degrees of freedom is exponential.
    [Fact]
    public void ChiSquareAbove_TwoDegreesOfFreedom_IsExponential() => Gen.Double[0, 1400].Sample(value =>
        Math.Abs(Math.Exp(-value / 2) - Probability.ChiSquareAbove(value, 2)) <= 1e-12 * Math.Exp(-value / 2));

    // From one shape to the next, the tail above grows by a term: Abramowitz & Stegun 6.5.21.
    [Fact]
    public void GammaTail_AnyShapeAndValue_GrowsByATermPerShapeAndMakesOne() =>
        Gen.Select(Gen.Double[Math.Log10(0.5), 9], Gen.OneOf(Gen.Double[-8, 8], Gen.Double[-30, 30])).Sample((magnitude, z) =>
        {
            var shape = Math.Pow(10, magnitude);
            var value = Math.Max(0, shape + (z * Math.Sqrt(shape)));
            var term = SaddlePoint.Gamma(shape, value) / shape;
            return Near(1, GammaTail.Below(shape, value) + GammaTail.Above(shape, value))
                && Near(GammaTail.Above(shape + 1, value), GammaTail.Above(shape, value) + term)
                && Near(GammaTail.Below(shape, value), GammaTail.Below(shape + 1, value) + term);
        });

    [Theory]
    [InlineData(-1, 5, 0.5, 0, 0, 1)]
    [InlineData(6, 5, 0.5, 0, 1, 0)]
    [InlineData(0, 0, 0.5, 1, 1, 1)]
    [InlineData(0, 5, 0, 1, 1, 1)]
    [InlineData(1, 5, 0, 0, 1, 0)]
    [InlineData(5, 5, 1, 1, 1, 1)]
    [InlineData(4, 5, 1, 0, 0, 1)]
    public void Binomial_CertainAndImpossible_AreExact(long cases, long size, double share, double exactly, double atMost, double atLeast)
    {
        Assert.Equal(exactly, Probability.Binomial(cases, size, share));
        Assert.Equal(atMost, Probability.BinomialAtMost(cases, size, share));
        Assert.Equal(atLeast, Probability.BinomialAtLeast(cases, size, share));
    }

    [Theory]
    [InlineData(-1, 2, 0, 0, 1)]
    [InlineData(0, 0, 1, 1, 1)]
    [InlineData(3, 0, 0, 1, 0)]
    public void Poisson_CertainAndImpossible_AreExact(long events, double expected, double exactly, double atMost, double atLeast)
    {
        Assert.Equal(exactly, Probability.Poisson(events, expected));
        Assert.Equal(atMost, Probability.PoissonAtMost(events, expected));
        Assert.Equal(atLeast, Probability.PoissonAtLeast(events, expected));
    }

    // Every term by the recurrence from the mode, then summed from the small end: as plain as it can be said.
    static double[] Plain(int size, double share)
    {
        var terms = new double[size + 1];
        var mode = (int)((size + 1) * share);
        terms[mode] = 1;
        for (var k = mode; k < size; k++)
        {
            terms[k + 1] = terms[k] * (size - k) / (k + 1) * share / (1 - share);
        }

        for (var k = mode; k > 0; k--)
        {
            terms[k - 1] = terms[k] * k / (size - k + 1) * (1 - share) / share;
        }

        var total = terms.Order().Sum();
        return [.. terms.Select(term => term / total)];
    }

    [Fact]
    public void Binomial_AnyCount_AgreesWithThePlainSum() =>
        Gen.Select(Gen.Int[1, 400], Gen.Double[0.01, 0.99], Gen.Double[0, 1]).Sample(
            (size, share, at) =>
            {
                var terms = Plain(size, share);
                var k = (int)(at * size);
                return Near(terms[k], Probability.Binomial(k, size, share)) && Near(terms.Take(k + 1).Sum(), Probability.BinomialAtMost(k, size, share))
                    && Near(terms.Skip(k).Reverse().Sum(), Probability.BinomialAtLeast(k, size, share));
            },
            iter: 2000);

    // The integral takes over from the sum where the variance passes 10,000: both must give the same there.
    [Fact]
    public void BinomialAtLeast_AboutTheChangeOfMethod_AgreesWithThePlainSum() =>
        Gen.Select(Gen.Int[39_900, 40_100], Gen.Int[-2000, 2000]).Sample(
            (size, from) =>
            {
                var terms = Plain(size, 0.5);
                return Near(terms.Skip((size / 2) + from).Sum(), Probability.BinomialAtLeast((size / 2) + from, size, 0.5));
            },
            iter: 40);

    static readonly Gen<(long Cases, long Size, double Share)> Far =
        Gen.Select(Gen.Long[1, 2_000_000_000], Gen.Double[1e-6, 1 - 1e-6], Gen.Double[-8, 8])
            .Select((n, p, z) => (Math.Clamp((long)((n * p) + (z * Math.Sqrt(n * p * (1 - p)))), 0, n), n, p));

    [Fact]
    public void Binomial_BothTails_MakeOneAndHoldTheirFirstTerm() => Far.Sample((k, n, p) =>
        Near(1, Probability.BinomialAtMost(k, n, p) + Probability.BinomialAtLeast(k + 1, n, p))
        && Near(Probability.BinomialAtLeast(k, n, p), Probability.Binomial(k, n, p) + Probability.BinomialAtLeast(k + 1, n, p)));

    [Fact]
    public void Poisson_BothTails_MakeOneAndHoldTheirFirstTerm() => Far.Sample((k, n, p) =>
        Near(1, Probability.PoissonAtMost(k, n * p) + Probability.PoissonAtLeast(k + 1, n * p))
        && Near(Probability.PoissonAtMost(k, n * p), Probability.Poisson(k, n * p) + Probability.PoissonAtMost(k - 1, n * p)));

    [Fact]
    public void Poisson_RareCases_IsTheLimitOfBinomial() =>
        Gen.Select(Gen.Long[0, 60], Gen.Double[0.1, 30]).Sample((k, mean) =>
            Math.Abs((Probability.PoissonAtLeast(k, mean) / Probability.BinomialAtLeast(k, 1_000_000_000, mean / 1e9)) - 1) < 1e-5);

    [Fact]
    public void StudentTAbove_AnyFreedom_InvertsTheQuantile() =>
        Gen.Select(Gen.OneOf(Gen.Double[0.3, 60], Gen.Double[400, 600], Gen.Double[1e3, 1e9]), Gen.Double[0.001, 0.49]).Sample((freedom, tail) =>
            Math.Abs((Probability.StudentTAbove(Quantile.StudentT(freedom, tail), freedom) / tail) - 1) < 1e-9);

    [Fact]
    public void StudentTAbove_AnyFreedom_IsHalfAtZeroAndFalls() => Gen.Select(Gen.Double[-9, 9], Gen.Double[0, 30], Gen.Double[1e-3, 1]).Sample((scale, t, more) =>
    {
        var freedom = Math.Pow(10, scale);
        return Probability.StudentTAbove(0, freedom) is <= 0.5 and > 0.5 - 1e-13
            && Probability.StudentTAbove(t + more, freedom) <= Probability.StudentTAbove(t, freedom) * (1 + 1e-13);
    });

    // Below 1e-290 the plain terms have lost digits to the smallest double.
    static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= (2e-10 * expected) + 1e-290;
}
