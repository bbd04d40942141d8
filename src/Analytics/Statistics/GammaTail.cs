namespace Analytics.Statistics;

/// <summary>
/// Both tails of the gamma distribution with unit scale: those of χ², and at whole shapes those of the Poisson distribution. Relative error below 1e-12 up to shapes of 1e9.
/// See docs/methods/tail-probabilities.md.
/// </summary>
static class GammaTail
{
    /// <summary>Below this a few dozen terms of a series or continued fraction are quicker than the integral.</summary>
    const double QuickBelow = 100;

    /// <summary>Terms that are a smaller part of their sum do not change it.</summary>
    const double LastDigit = 1e-17;

    /// <summary>Probability below <paramref name="value"/>: of at least <paramref name="shape"/> Poisson events when <paramref name="value"/> are expected.</summary>
    /// <param name="shape">Shape, at least ½; below, small upper tails lose digits.</param>
    /// <param name="value">Value, finite and at least 0.</param>
    public static double Below(double shape, double value) => IsUpper(shape, value) ? 1 - Upper(shape, value) : Lower(shape, value);

    /// <summary>Probability above <paramref name="value"/>: of at most <paramref name="shape"/> − 1 Poisson events when <paramref name="value"/> are expected.</summary>
    /// <inheritdoc cref="Below" path="/param"/>
    public static double Above(double shape, double value) => IsUpper(shape, value) ? Upper(shape, value) : 1 - Lower(shape, value);

    // Only the tail away from the mean is worked out, so that small probabilities keep their digits; the other is its complement.
    static bool IsUpper(double shape, double value) => value > Math.Max(shape, 1);

    static double Lower(double shape, double value) =>
        value == 0 ? 0 : SaddlePoint.Gamma(shape, value) * (shape < QuickBelow ? Series(shape, value) : Integral(shape, value, -1));

    static double Upper(double shape, double value)
    {
        var height = SaddlePoint.Gamma(shape, value);
        return height == 0 ? 0
            : height * (value >= QuickBelow ? Integral(shape, value, 1) : shape == Math.Floor(shape) ? Sum(shape, value) : Fraction(shape, value));
    }

    // The area under the density of the logarithm, from the value outwards on one side, as a multiple of its height at the value.
    static double Integral(double shape, double value, int side)
    {
        var slope = side * (shape - value);
        var scale = 1 / (Math.Abs(slope) + Math.Sqrt(value));
        return scale * TailIntegral.Of(v => (slope * scale * v) - (value * Elementary.ExpMinusOneLess(side * scale * v)), TailIntegral.Bell);
    }

    // Abramowitz & Stegun (1964), 6.5.29: terms are positive, so no digit is lost.
    static double Series(double shape, double value)
    {
        var term = 1 / shape;
        var sum = term;
        for (var k = 1; term > LastDigit * sum; k++)
        {
            term *= value / (shape + k);
            sum += term;
        }

        return sum;
    }

    // Abramowitz & Stegun (1964), 6.5.32, which ends where the shape is whole: one term for each number of events.
    static double Sum(double shape, double value)
    {
        var term = 1 / value;
        var sum = term;
        for (var j = shape - 1; j > 0 && term > LastDigit * sum; j--)
        {
            term *= j / value;
            sum += term;
        }

        return sum;
    }

    // Abramowitz & Stegun (1964), 6.5.31, in its even form, by the method of Lentz & Thompson: Press et al. (2007), Numerical Recipes, 3rd ed., §6.2.
    static double Fraction(double shape, double value)
    {
        var b = value + 1 - shape;
        var c = double.PositiveInfinity;
        var d = 1 / b;
        var fraction = d;
        for (var i = 1; i < 1000; i++)
        {
            var a = -i * (i - shape);
            b += 2;
            d = 1 / ((a * d) + b);
            c = b + (a / c);
            var factor = c * d;
            fraction *= factor;
            if (Math.Abs(factor - 1) < 1e-16)
            {
                break;
            }
        }

        return fraction;
    }
}
