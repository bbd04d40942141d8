namespace Analytics.Statistics;

/// <summary>The upper tail of Student's t, for any degrees of freedom from a hair above 0 to billions.</summary>
/// <remarks>With t = √ν·sinh z the density becomes C·cosh(z)^(−ν) dz. See docs/methods/tail-probabilities.md.</remarks>
static class StudentTail
{
    /// <summary>Degrees of freedom from which the integral has all its digits; below, two power series have.</summary>
    const double IntegralFrom = 20;

    /// <summary>Squared tangent of the angle at which the series of the tail and that of the middle cost the same.</summary>
    const double MiddleUpTo = 0.5;

    /// <summary>The probability above <paramref name="t"/>.</summary>
    /// <param name="t">At least 0.</param>
    /// <param name="freedom">Degrees of freedom, above 0, whole or not.</param>
    public static double Above(double t, double freedom)
    {
        var r = t / Math.Sqrt(freedom);
        var logOfSquare = r < 1e8 ? Elementary.LogOnePlus(r * r) : 2 * Math.Log(r);
        var height = Math.Exp(-freedom / 2 * logOfSquare) * GammaRatio(freedom / 2) / Math.Sqrt(Math.PI);
        if (freedom >= IntegralFrom)
        {
            var slope = 1 / Math.Sqrt(1 + (1 / r / r));
            var scale = 1 / ((freedom * slope) + Math.Sqrt(freedom / (1 + (r * r))));
            return Math.Min(0.5, height * scale * TailIntegral.Of(v => -freedom * LogOfCosh(scale * v, slope), TailIntegral.Bell));
        }

        // Abramowitz & Stegun 26.5.4 for the incomplete beta function, from the end that converges.
        var sine = r < 1e8 ? r * r / (1 + (r * r)) : 1;
        return r * r <= MiddleUpTo
            ? 0.5 - (height * Math.Sqrt(sine) * Series((freedom + 1) / 2, 1.5, sine))
            : height / freedom * Math.Sqrt(sine) * Series((freedom + 1) / 2, (freedom / 2) + 1, 1 / (1 + (r * r)));
    }

    // ln(cosh(z + d)/cosh z) with slope = tanh z, free of cancellation.
    static double LogOfCosh(double d, double slope)
    {
        var half = Math.Sinh(d / 2);
        return Elementary.LogOnePlus((2 * half * half) + (slope * Math.Sinh(d)));
    }

    // 1 + a/b·x + a(a + 1)/b(b + 1)·x² + …
    static double Series(double a, double b, double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = 0; term > 1e-17 * sum; k++)
        {
            term *= (a + k) / (b + k) * x;
            sum += term;
        }

        return sum;
    }

    // Γ(a + ½)/Γ(a): the recurrence up to 20, then the expansion in even powers of a − ¼ (Tricomi & Erdélyi (1951), Pacific J. Math. 1: 133–142).
    static double GammaRatio(double a)
    {
        var product = 1.0;
        for (; a < 20.5; a++)
        {
            product *= a / (a + 0.5);
        }

        var x = a - 0.25;
        var y = 1 / (x * x);
        return product * Math.Sqrt(x) * (1 + ((1.0 / 64) - (((19.0 / 8192) - (((631.0 / 524288) - (174317.0 / 134217728 * y)) * y)) * y)) * y);
    }
}
