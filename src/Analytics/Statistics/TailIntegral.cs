namespace Analytics.Statistics;

/// <summary>
/// Integral over [0, ∞) of a log-concave function that starts at 1 and falls: the tail of a density as a multiple of its height where the tail begins.
/// See docs/methods/tail-probabilities.md.
/// </summary>
static class TailIntegral
{
    /// <summary>Stride for tails like those of a bell curve.</summary>
    public const int Bell = 8;

    /// <summary>Stride for tails that first fall slowly and then as fast as exp(−exp(v)).</summary>
    public const int Skew = 4;

    /// <summary>Stride for tails that are flat for long and then break off.</summary>
    public const int Broken = 1;

    const double Step = 1.0 / 64;
    const double From = -3.6;

    // Double exponential rule: Takahasi & Mori (1974), Publ. RIMS Kyoto 9: 721–741, with the substitution v = exp(t − exp(−t)) for integrands that decay exponentially.
    static readonly (double Point, double Weight)[] Rule = [.. Enumerable.Range(0, 960)
        .Select(i => From + (i * Step))
        .Select(t => (Point: Math.Exp(t - Math.Exp(-t)), Slope: 1 + Math.Exp(-t)))
        .Select(node => (node.Point, Step * node.Slope * node.Point))];

    /// <summary>∫ exp(<paramref name="logarithm"/>(v)) dv. Relative error below 1e-13.</summary>
    /// <param name="logarithm">Concave, 0 at 0, and scaled so that slope and square root of curvature at 0 add up to about 1.</param>
    /// <param name="stride"><see cref="Bell"/>, <see cref="Skew"/> or <see cref="Broken"/>: how many nodes of the finest rule make one step.</param>
    public static double Of(Func<double, double> logarithm, int stride)
    {
        var sum = 0.0;
        for (var i = 0; i < Rule.Length; i += stride)
        {
            var (point, weight) = Rule[i];
            var term = weight * Math.Exp(logarithm(point));
            sum += term;
            if (point > 1 && term < 1e-18 * sum)
            {
                break;
            }
        }

        return stride * sum;
    }
}
