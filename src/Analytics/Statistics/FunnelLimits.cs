namespace Analytics.Statistics;

/// <summary>Funnel limits: the values that would be compatible with a benchmark, by size. A value is outside exactly when its own interval excludes the benchmark.</summary>
public static class FunnelLimits
{
    /// <summary>Limits of a proportion: the inverse of <see cref="ProportionInterval.WilsonWeighted(double, double, double)"/>.</summary>
    /// <param name="benchmark">The share to compare with, a fraction in [0, 1].</param>
    /// <param name="size">People asked, or the effective number of people, above 0.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>Both limits as fractions in [0, 1]; Lower ≤ benchmark ≤ Upper.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Source: Spiegelhalter (2005), Statistics in Medicine 24: 1185–1202. See docs/methods/funnel-limits.md.</remarks>
    public static Interval Proportion(double benchmark, double size, double confidence = 0.95)
    {
        Require.InRange(benchmark, 0, 1);
        Require.Positive(size);
        var half = Quantile.Normal(Confidence.Tail(confidence)) * Math.Sqrt(benchmark * (1 - benchmark) / size);
        return new Interval(Math.Max(0, benchmark - half), Math.Min(1, benchmark + half));
    }

    /// <summary>Limits of a rate: the inverse of <see cref="RateInterval.ExactPoisson"/>, continuous in the number of events.</summary>
    /// <param name="benchmark">The rate to compare with, events per person, at least 0.</param>
    /// <param name="population">People in the denominator, above 0.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>Both limits as events per person. Lower is 0 where no rate can be too low: even no events at all are compatible with the benchmark.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Source: Garwood (1936), Biometrika 28: 437–442, inverted. See docs/methods/funnel-limits.md.</remarks>
    public static Interval Rate(double benchmark, double population, double confidence = 0.95)
    {
        Require.InRange(benchmark, 0, double.MaxValue);
        Require.Positive(population);
        var events = Events(benchmark * population, confidence);
        return new Interval(events.Lower / population, events.Upper / population);
    }

    /// <summary>Limits of a ratio of observed to expected events, exact Poisson.</summary>
    /// <param name="expected">Expected events, above 0.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>Both limits of observed/expected, about 1. Lower is 0 where no ratio can be too low.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Source: Garwood (1936), Biometrika 28: 437–442, inverted. See docs/methods/funnel-limits.md.</remarks>
    public static Interval Ratio(double expected, double confidence = 0.95)
    {
        Require.Positive(expected);
        var events = Events(expected, confidence);
        return new Interval(events.Lower / expected, events.Upper / expected);
    }

    /// <summary>Limits of a mean: the inverse of <see cref="MeanInterval.StudentT"/>.</summary>
    /// <param name="benchmark">The mean to compare with, in the value's unit.</param>
    /// <param name="variance">Sample variance (divisor n − 1) within the area, in the unit squared, at least 0.</param>
    /// <param name="size">Number of answers, or Kish's effective size of weighted answers; above 1.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>Both limits in the value's unit, symmetric about the benchmark.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Source: Student (1908), Biometrika 6: 1–25. See docs/methods/funnel-limits.md.</remarks>
    public static Interval Mean(double benchmark, double variance, double size, double confidence = 0.95)
    {
        Require.Finite(benchmark);
        return MeanInterval.StudentT(benchmark, variance, size, confidence);
    }

    // Events x are too many when Garwood's lower limit, the α/2 quantile of Gamma(x), exceeds the expected number E: P(Gamma(x) ≤ E) < α/2. They are too few
    // when the upper limit, the 1 − α/2 quantile of Gamma(x + 1), falls short of it: P(Gamma(x + 1) > E) < α/2. At the limits there is equality.
    static Interval Events(double expected, double confidence)
    {
        Require.Finite(expected);
        var tail = Confidence.Tail(confidence);
        return new Interval(EventsBelow(expected, tail), EventsAbove(expected, tail));
    }

    /// <summary>From where events are too many; 0 where none are expected.</summary>
    /// <param name="expected">Expected events, at least 0.</param>
    /// <param name="tail">Probability of each tail.</param>
    internal static double EventsAbove(double expected, double tail) => expected == 0 ? 0 : Shape(expected, tail, 1);

    /// <summary>Up to where events are too few; 0 where not even none are.</summary>
    /// <inheritdoc cref="EventsAbove" path="/param"/>
    internal static double EventsBelow(double expected, double tail) => Math.Exp(-expected) >= tail ? 0 : Math.Max(0, Shape(expected, tail, -1) - 1);

    /// <summary>The shape whose tail beyond <paramref name="expected"/> is <paramref name="tail"/>: the lower tail for side 1, the upper for side −1.</summary>
    // The logarithm of the tail is concave in the shape, so Newton's method and then the secant converge from one side. The start is the Cornish–Fisher expansion
    // of the Poisson distribution. The first slope: one event more moves the tail by the probability of one number of events; where less than one event is expected, the lower tail
    // is close to expected^shape/Γ(shape + 1).
    static double Shape(double expected, double tail, int side)
    {
        var z = Quantile.Normal(tail);
        var root = Math.Sqrt(expected);
        var skew = expected < 1 ? 0 : z * (1 - (z * z)) / (72 * root);
        var shape = Math.Max(expected + (side * ((z * root) + skew)) + (((z * z) + 2) / 6), side > 0 ? 0.1 : 1);
        var share = Tail(shape);
        var excess = Math.Log(share / tail);
        var slope = side > 0 && expected < 1
            ? Math.Log(expected / (shape + 1)) + Stirling.LogLessDigamma(shape + 1)
            : -side * SaddlePoint.Gamma(shape + 0.5, expected) / (expected * share);
        for (var i = 0; i < 60; i++)
        {
            var next = Math.Max(shape - (excess / slope), shape / 2);
            var step = next - shape;
            shape = next;
            if (Math.Abs(step) <= 1e-9 * shape)
            {
                break;
            }

            var was = excess;
            excess = Math.Log(Tail(shape) / tail);
            slope = (excess - was) / step;
        }

        return shape;

        double Tail(double s) => side > 0 ? GammaTail.Below(s, expected) : GammaTail.Above(s, expected);
    }
}
