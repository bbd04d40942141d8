namespace Analytics.Statistics;

/// <summary>
/// Logarithm and exponential that keep their digits near 1 and 0. The framework's <c>LogP1</c> and <c>ExpM1</c> are the plain differences, which do not.
/// Relative error below 1e-15; see docs/methods/tail-probabilities.md.
/// </summary>
static class Elementary
{
    // 1/3, 1/5, …, 1/27.
    static readonly double[] Odd = [.. Enumerable.Range(1, 13).Select(k => 1 / ((2.0 * k) + 1))];

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
        if (x is < -0.4 or > 0.5)
        {
            return LogOnePlus(x) - x;
        }

        // ln(1 + x) = 2 artanh(r) with r = x/(2 + x), less x in its first term; no more terms than it takes.
        var r = x / (2 + x);
        var square = r * r;
        var series = 0.0;
        for (var k = square < 3e-5 ? 3 : square < 3e-3 ? 6 : Odd.Length - 1; k >= 0; k--)
        {
            series = (series * square) + Odd[k];
        }

        return r * ((2 * square * series) - x);
    }

    /// <summary>exp(x) − 1 − x: never below 0.</summary>
    public static double ExpMinusOneLess(double x)
    {
        if (Math.Abs(x) > 0.3)
        {
            return Math.Exp(x) - 1 - x;
        }

        // Horner's rule for x²/2!·(1 + x/3·(1 + x/4·(…))).
        var series = 1.0;
        for (var k = 13; k >= 3; k--)
        {
            series = 1 + (x / k * series);
        }

        return x * x / 2 * series;
    }
}
