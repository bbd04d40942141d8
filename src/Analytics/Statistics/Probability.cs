using MathNet.Numerics;

namespace Analytics.Statistics;

/// <summary>Tail probabilities: what a distribution leaves above a value. Relative error below 1e-10; see docs/methods/quantiles.md.</summary>
static class Probability
{
    /// <summary>Both tails of the standard normal beyond ±<paramref name="z"/>.</summary>
    public static double NormalTwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>Upper tail of χ².</summary>
    /// <param name="value">Value, at least 0.</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double ChiSquareAbove(double value, double freedom) =>
        freedom == 1 ? NormalTwoSided(Math.Sqrt(value)) : SpecialFunctions.GammaUpperRegularized(freedom / 2, value / 2);
}
