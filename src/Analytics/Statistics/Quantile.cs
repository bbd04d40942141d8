using MathNet.Numerics;

namespace Analytics.Statistics;

/// <summary>Upper quantiles: the value that a share <c>tail</c> of the distribution exceeds. Relative error below 1e-10; see docs/methods/tail-probabilities.md.</summary>
static class Quantile
{
    /// <summary>Above this many degrees of freedom the expansion is more exact than the regularised beta function in double precision.</summary>
    const double ExpansionFrom = 500;

    // The two levels of every page are asked for millions of times.
    static readonly (double Tail, double Z) At95 = Find(Confidence.Tail(0.95));
    static readonly (double Tail, double Z) At998 = Find(Confidence.Tail(0.998));

    /// <summary>Standard normal.</summary>
    /// <param name="tail">Probability above, in (0, 1).</param>
    public static double Normal(double tail) => tail == At95.Tail ? At95.Z : tail == At998.Tail ? At998.Z : Find(tail).Z;

    /// <summary>Gamma with unit scale; half a χ² quantile on 2·<paramref name="shape"/> degrees of freedom.</summary>
    /// <param name="shape">Shape, at least 1.</param>
    /// <param name="tail">Probability above, in (0, 0.5].</param>
    public static double Gamma(double shape, double tail) => SolveGamma(shape, tail, 1);

    /// <summary>Lower quantile of the gamma distribution with unit scale.</summary>
    /// <param name="shape">Shape, at least 1.</param>
    /// <param name="tail">Probability below, in (0, 0.5].</param>
    public static double GammaBelow(double shape, double tail) => SolveGamma(shape, tail, -1);

    /// <summary>Beta, for shapes from 1e-6 to 1e9. 0 or 1 where the quantile is closer to it than a double can tell.</summary>
    /// <param name="first">Shape at 0, above 0.</param>
    /// <param name="second">Shape at 1, above 0.</param>
    /// <param name="below">Probability below, in (0, 1).</param>
    public static double Beta(double first, double second, double below) =>
        below <= 0.5 ? BetaTail.Share(BetaTail.LogOdds(first, second, below)) : BetaTail.Share(-BetaTail.LogOdds(second, first, 1 - below));

    /// <summary>Student's t. Positive infinity where the quantile exceeds the range of a double.</summary>
    /// <param name="freedom">Degrees of freedom, above 0, whole or not.</param>
    /// <param name="tail">Probability above, in (0, 0.5].</param>
    public static double StudentT(double freedom, double tail) =>
        tail >= 0.5 ? 0 : freedom >= ExpansionFrom ? Expand(Normal(tail), freedom) : Solve(freedom, tail);

    static (double Tail, double Z) Find(double tail) => (tail, -MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, tail));

    // MathNet's own inverse fails for some shapes above 10⁵. The logarithm of either tail is a concave function of u = ln value, so Newton's method converges;
    // the start is Wilson & Hilferty's (1931), and for small lower quantiles the power of the value that the tail is near 0.
    static double SolveGamma(double shape, double tail, int side)
    {
        var cube = 1 - (1 / (9 * shape)) + (side * Normal(tail) / (3 * Math.Sqrt(shape)));
        var value = cube > 0.3 ? shape * cube * cube * cube : Math.Exp((Math.Log(tail) + SpecialFunctions.GammaLn(shape + 1)) / shape);
        for (var i = 0; i < 100; i++)
        {
            var share = side > 0 ? GammaTail.Above(shape, value) : GammaTail.Below(shape, value);
            var step = side * Math.Log(share / tail) * share / SaddlePoint.Gamma(shape, value);
            // A factor, because u itself would be rounded more coarsely than the value.
            value *= Math.Exp(step);
            // The next step would be about the square of this one.
            if (Math.Abs(step) < 1e-9)
            {
                break;
            }
        }

        return value;
    }

    // Fisher & Cornish (1960), Technometrics 2: 209–225; Abramowitz & Stegun 26.7.5. The first term left out is below 1e-11 at z = 3.1, ν = 500.
    static double Expand(double z, double v)
    {
        var s = z * z;
        var g1 = (s + 1) / 4;
        var g2 = (((5 * s) + 16) * s + 3) / 96;
        var g3 = ((((3 * s) + 19) * s + 17) * s - 15) / 384;
        var g4 = (((((79 * s) + 776) * s + 1482) * s - 1920) * s - 945) / 92160;
        return z * (1 + ((g1 + ((g2 + ((g3 + (g4 / v)) / v)) / v)) / v));
    }

    // MathNet's own inverse stops at 1e-6…1e-12 and gives up below one degree of freedom. The logarithm of the tail is a concave, falling function
    // of u = ln t, so Newton's method converges from the right of the root; a step from the left lands on the right.
    static double Solve(double freedom, double tail)
    {
        var constant = Math.Exp(SpecialFunctions.GammaLn((freedom + 1) / 2) - SpecialFunctions.GammaLn(freedom / 2)) / Math.Sqrt(freedom * Math.PI);
        var u = Math.Log(Normal(tail));
        for (var i = 0; i < 100; i++)
        {
            var t = Math.Exp(u);
            var share = TailOf(freedom, t);
            var density = constant * Math.Exp(-(freedom + 1) / 2 * Math.Log(1 + (t * t / freedom)));
            var step = Math.Log(share / tail) * share / (t * density);
            if (!double.IsFinite(step))
            {
                return double.PositiveInfinity;
            }

            u += step;
            if (Math.Abs(step) < 1e-14)
            {
                break;
            }
        }

        return Math.Exp(u);
    }

    static double TailOf(double freedom, double t) => SpecialFunctions.BetaRegularized(freedom / 2, 0.5, freedom / (freedom + (t * t))) / 2;
}
