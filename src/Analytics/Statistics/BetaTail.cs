namespace Analytics.Statistics;

/// <summary>Lower tail of the beta distribution in log-odds y = ln(p/(1 − p)), where its density is log-concave for every shape. See docs/methods/tail-probabilities.md.</summary>
static class BetaTail
{
    /// <summary>The share p of log-odds <paramref name="y"/>, exact also next to 0.</summary>
    public static double Share(double y) => Math.Exp(LogShare(y));

    /// <summary>The log-odds below which a share <paramref name="tail"/> of the distribution lies.</summary>
    /// <param name="a">Shape at 0, above 0.</param>
    /// <param name="b">Shape at 1, above 0.</param>
    /// <param name="tail">Probability below, in (0, 0.5].</param>
    // The logarithm of the tail is a rising, concave function of y: Newton's method converges from the left, and a step from the right lands there.
    public static double LogOdds(double a, double b, double tail)
    {
        var spread = Math.Sqrt((1 / a) + (1 / b) + (0.5 / a / a) + (0.5 / b / b));
        var y = Math.Log(a / b) - Stirling.LogLessDigamma(a) + Stirling.LogLessDigamma(b) - (Quantile.Normal(tail) * spread);
        var target = Math.Log(tail);
        for (var i = 0; i < 100; i++)
        {
            var (logarithm, slope) = LogBelow(a, b, y);
            var step = (target - logarithm) / slope;
            y += step;
            if (!(Math.Abs(step) > 1e-8 * spread))
            {
                break;
            }
        }

        return y;
    }

    /// <summary>ln P(Y ≤ <paramref name="y"/>), and its derivative.</summary>
    public static (double Logarithm, double Slope) LogBelow(double a, double b, double y)
    {
        var (p, q) = (Share(y), Share(-y));
        var slope = -Excess(a, b, p, q);
        var scale = 1 / (Math.Abs(slope) + Math.Sqrt((a + b) * p * q));
        // The smaller a shape, the more suddenly the density ends on the other side.
        var stride = Math.Min(a, b) switch { >= 100 => TailIntegral.Bell, >= 0.5 => TailIntegral.Skew, _ => TailIntegral.Broken };

        // Away from the mode, so that the integrand falls.
        if (slope >= 0)
        {
            var left = scale * TailIntegral.Of(v => Fall(a, b, p, q, scale * v), stride);
            return (LogHeight(a, b, y, -slope) + Math.Log(left), 1 / left);
        }

        var height = Math.Exp(LogHeight(a, b, y, -slope));
        var above = height * scale * TailIntegral.Of(v => Fall(b, a, q, p, scale * v), stride);
        return (Elementary.LogOnePlus(-above), height / (1 - above));
    }

    /// <summary>Logarithm of the density <paramref name="u"/> to the left, less its logarithm here.</summary>
    static double Fall(double a, double b, double p, double q, double u) =>
        p < q ? (-a * u) - ((a + b) * Elementary.LogOnePlus(p * Elementary.ExpMinusOne(-u)))
        : u < 700 ? (b * u) - ((a + b) * Elementary.LogOnePlus(q * Elementary.ExpMinusOne(u)))
        : (-a * u) - ((a + b) * Math.Log(q + (p * Math.Exp(-u))));

    /// <summary>(a + b)p − a, which is b − (a + b)q, from the smaller share: the other has lost its digits.</summary>
    static double Excess(double a, double b, double p, double q) => p < q ? ((a + b) * p) - a : b - ((a + b) * q);

    /// <summary>Logarithm of the density of log-odds, p^a·q^b/B(a, b).</summary>
    // Saddle-point form: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
    static double LogHeight(double a, double b, double y, double excess) =>
        (0.5 * Math.Log(a / (a + b) * b / (2 * Math.PI))) + Stirling.Remainder(a + b) - Stirling.Remainder(a) - Stirling.Remainder(b)
        + Deviance(a, a + b, y, excess / a) + Deviance(b, a + b, -y, -excess / b);

    // shape·(ln(np/shape) − difference), where np/shape is 1 + difference; the last terms of both shapes cancel.
    static double Deviance(double shape, double sum, double y, double difference) =>
        shape * (difference is > -0.3 and < 0.5 ? Elementary.LogOnePlusLess(difference) : Math.Log(sum / shape) + LogShare(y) - difference);

    static double LogShare(double y) => y < 0 ? y - Elementary.LogOnePlus(Math.Exp(y)) : -Elementary.LogOnePlus(Math.Exp(-y));
}
