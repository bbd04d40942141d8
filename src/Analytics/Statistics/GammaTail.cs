using MathNet.Numerics;

namespace Analytics.Statistics;

/// <summary>Both tails of the gamma distribution with unit scale. Relative error below 1e-12 up to 1e9 and more; see docs/methods/quantiles.md.</summary>
static class GammaTail
{
    /// <summary>Below this shape and value a few dozen terms of a series or continued fraction are quicker than the integral.</summary>
    const double QuickBelow = 100;

    const double LastDigit = 1e-16;

    /// <summary>Probability below <paramref name="value"/>: of at least <paramref name="shape"/> Poisson events when <paramref name="value"/> are expected.</summary>
    /// <param name="shape">Shape, above 0.</param>
    /// <param name="value">Value, above 0; made for values not far above the shape.</param>
    public static double Below(double shape, double value)
    {
        if (value < QuickBelow && shape < QuickBelow)
        {
            return Height(shape, value) * Series(shape, value);
        }

        var scale = 1 / (Math.Abs(shape - value) + Math.Sqrt(value));
        return Height(shape, value) * scale * TailIntegral.Of(v => (-shape * scale * v) - (value * Elementary.ExpMinusOne(-scale * v)));
    }

    /// <summary>Probability above <paramref name="value"/>: of at most <paramref name="shape"/> − 1 Poisson events when <paramref name="value"/> are expected.</summary>
    /// <param name="shape">Shape, at least 1.</param>
    /// <param name="value">Value, above 0; made for values not far below the shape.</param>
    public static double Above(double shape, double value)
    {
        if (value < QuickBelow && value > shape)
        {
            return Height(shape, value) * Fraction(shape, value);
        }

        var scale = 1 / (Math.Abs(shape - value) + Math.Sqrt(value));
        return Height(shape, value) * scale * TailIntegral.Of(v => (shape * scale * v) - (value * Elementary.ExpMinusOne(scale * v)));
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
            if (Math.Abs(factor - 1) < LastDigit)
            {
                break;
            }
        }

        return fraction;
    }

    /// <summary>Density of the logarithm: value^shape·exp(−value)/Γ(shape).</summary>
    /// <param name="shape">Shape, above 0.</param>
    /// <param name="value">Value, above 0.</param>
    // Saddle-point form: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
    public static double Height(double shape, double value)
    {
        if (value < QuickBelow && shape < QuickBelow)
        {
            // While the terms are small, their difference keeps its digits.
            return Math.Exp((shape * Math.Log(value)) - value - SpecialFunctions.GammaLn(shape));
        }

        var difference = (value - shape) / shape;
        var exponent = Math.Abs(difference) < 0.3 ? shape * Elementary.LogOnePlusLess(difference) : (shape * Math.Log(value / shape)) - (value - shape);
        return Math.Sqrt(shape / (2 * Math.PI)) * Math.Exp(exponent - Stirling.Remainder(shape));
    }
}
