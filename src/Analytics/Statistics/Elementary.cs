namespace Analytics.Statistics;

/// <summary>
/// Logarithm and exponential that keep their digits near 1 and 0. The framework's <c>LogP1</c> and <c>ExpM1</c> are the plain differences, which do not.
/// Relative error below 1e-15; see docs/methods/quantiles.md.
/// </summary>
static class Elementary
{
    /// <summary>ln(1 + x), x ≥ −1.</summary>
    // Kahan's correction, in Goldberg (1991), ACM Computing Surveys 23: 5–48, theorem 4.
    public static double LogOnePlus(double x)
    {
        var one = 1 + x;
        return one == 1 || double.IsPositiveInfinity(x) ? x : one <= 0 ? double.NegativeInfinity : Math.Log(one) * x / (one - 1);
    }

    /// <summary>exp(x) − 1.</summary>
    // Kahan's correction, in Higham (2002), Accuracy and Stability of Numerical Algorithms, §1.14.1.
    public static double ExpMinusOne(double x)
    {
        var power = Math.Exp(x);
        return power == 1 ? x : Math.Abs(x) > 1 ? power - 1 : (power - 1) * x / Math.Log(power);
    }

    /// <summary>ln(1 + x) − x, x ≥ −1: never above 0.</summary>
    public static double LogOnePlusLess(double x)
    {
        if (x is < -0.3 or > 0.5)
        {
            return LogOnePlus(x) - x;
        }

        // ln(1 + x) = 2 artanh(r) with r = x/(2 + x), less x in its first term.
        var r = x / (2 + x);
        var square = r * r;
        var series = 0.0;
        for (var k = 27; k >= 3; k -= 2)
        {
            series = (series * square) + (1.0 / k);
        }

        return r * ((2 * square * series) - x);
    }
}
