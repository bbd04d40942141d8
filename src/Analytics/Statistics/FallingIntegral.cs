using MathNet.Numerics.Integration;

namespace Analytics.Statistics;

/// <summary>The area under a curve that starts at 1 and falls ever faster, as the tail of a bell curve does.</summary>
static class FallingIntegral
{
    /// <summary>What is beyond e⁻⁷⁰ of the height is left out.</summary>
    const double Depth = 70;

    static readonly GaussLegendreRule Rule = new(0, 1, 64);

    /// <summary>∫ exp(−fall(s)) ds from 0 to infinity.</summary>
    /// <param name="fall">Convex, 0 at 0 and close to slope·s + curvature·s²/2 as far as it matters.</param>
    /// <param name="slope">First derivative of <paramref name="fall"/> at 0.</param>
    /// <param name="curvature">Second derivative of <paramref name="fall"/> at 0, at least 0.</param>
    public static double Of(Func<double, double> fall, double slope, double curvature)
    {
        var width = 2 * Depth / (slope + Math.Sqrt((slope * slope) + (2 * Depth * curvature)));
        var sum = 0.0;
        for (var i = 0; i < Rule.Order; i++)
        {
            sum += Rule.GetWeight(i) * Math.Exp(-fall(width * Rule.GetAbscissa(i)));
        }

        return width * sum;
    }
}
