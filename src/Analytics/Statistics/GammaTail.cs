namespace Analytics.Statistics;

/// <summary>Both tails of the gamma distribution with unit scale. Relative error below 1e-12 up to 1e9 and more; see docs/methods/quantiles.md.</summary>
static class GammaTail
{
    /// <summary>Probability below <paramref name="value"/>: of at least <paramref name="shape"/> Poisson events when <paramref name="value"/> are expected.</summary>
    /// <param name="shape">Shape, above 0.</param>
    /// <param name="value">Value, above 0; made for values not far above the shape.</param>
    public static double Below(double shape, double value)
    {
        var scale = 1 / (Math.Abs(shape - value) + Math.Sqrt(value));
        return Height(shape, value) * scale * TailIntegral.Of(v => (-shape * scale * v) - (value * Elementary.ExpMinusOne(-scale * v)));
    }

    /// <summary>Probability above <paramref name="value"/>: of at most <paramref name="shape"/> − 1 Poisson events when <paramref name="value"/> are expected.</summary>
    /// <param name="shape">Shape, at least 1.</param>
    /// <param name="value">Value, above 0; made for values not far below the shape.</param>
    public static double Above(double shape, double value)
    {
        var scale = 1 / (Math.Abs(shape - value) + Math.Sqrt(value));
        return Height(shape, value) * scale * TailIntegral.Of(v => (shape * scale * v) - (value * Elementary.ExpMinusOne(scale * v)));
    }

    /// <summary>Density of the logarithm: value^shape·exp(−value)/Γ(shape).</summary>
    /// <param name="shape">Shape, above 0.</param>
    /// <param name="value">Value, above 0.</param>
    // Saddle-point form: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
    public static double Height(double shape, double value)
    {
        var difference = (value - shape) / shape;
        var exponent = Math.Abs(difference) < 0.3 ? shape * Elementary.LogOnePlusLess(difference) : (shape * Math.Log(value / shape)) - (value - shape);
        return Math.Sqrt(shape / (2 * Math.PI)) * Math.Exp(exponent - Stirling.Remainder(shape));
    }
}
