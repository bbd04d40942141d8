namespace Analytics.Statistics;

/// <summary>Probabilities of single counts, exact to the last digits for counts of a billion: the saddle-point form, free of factorials.</summary>
/// <remarks>Source: Loader (2000), Fast and accurate computation of binomial probabilities. See docs/methods/tail-probabilities.md.</remarks>
static class SaddlePoint
{
    /// <summary>Stirling's series has its last digit from here; below, factorials are exact.</summary>
    const int SeriesFrom = 16;

    /// <summary>Binomial probability of <paramref name="cases"/> among <paramref name="size"/>.</summary>
    /// <param name="cases">A count in [0, <paramref name="size"/>].</param>
    /// <param name="size">A count, at least 0.</param>
    /// <param name="share">Probability of one case, in [0, 1].</param>
    /// <param name="rest">1 − share, handed over because the small one of the two must not be rounded.</param>
    /// <param name="gap">size·share − cases, rounded once.</param>
    public static double Binomial(long cases, long size, double share, double rest, double gap)
    {
        var others = size - cases;
        if (cases == 0 || others == 0)
        {
            return size == 0 ? 1 : Math.Exp(size * (cases == 0 ? Log(rest, share) : Log(share, rest)));
        }

        var exponent = StirlingError(size) - StirlingError(cases) - StirlingError(others)
            - Deviance(cases, size * share, gap) - Deviance(others, size * rest, -gap);
        return Math.Exp(exponent) * Math.Sqrt(size / (2 * Math.PI * cases * others));
    }

    /// <summary>Poisson probability of <paramref name="events"/> where <paramref name="expected"/> are expected.</summary>
    public static double Poisson(long events, double expected) => events == 0
        ? Math.Exp(-expected)
        : Math.Exp(-StirlingError(events) - Deviance(events, expected, expected - events)) / Math.Sqrt(2 * Math.PI * events);

    /// <summary>ln(1 + x) − x, to full relative precision also for small x.</summary>
    public static double LogOnePlusMinus(double x)
    {
        if (x is < -0.4 or > 0.5)
        {
            return Math.Log(1 + x) - x;
        }

        // ln(1 + x) = 2·artanh(r) and 2r − x = −xr.
        var r = x / (2 + x);
        var square = r * r;
        var (sum, power) = (0.0, 1.0);
        for (var k = 3; power > 1e-18; k += 2)
        {
            sum += power / k;
            power *= square;
        }

        return r * ((2 * square * sum) - x);
    }

    /// <summary>ln(1 + x), to full relative precision also for small x.</summary>
    public static double LogOnePlus(double x) => x is < -0.4 or > 0.5 ? Math.Log(1 + x) : x + LogOnePlusMinus(x);

    // The logarithm of a probability near 1 is read from its complement.
    static double Log(double share, double rest) => share <= 0.5 ? Math.Log(share) : LogOnePlus(-rest);

    // x·ln(x/m) + m − x, with gap = m − x.
    static double Deviance(double x, double m, double gap) =>
        gap < -0.4 * x ? (x * Math.Log(x / m)) + gap : -x * LogOnePlusMinus(gap / x);

    // ln n! less Stirling's approximation (n + ½)·ln n − n + ½·ln 2π.
    static double StirlingError(long n)
    {
        if (n < SeriesFrom)
        {
            var factorial = 1.0;
            for (var k = 2; k <= n; k++)
            {
                factorial *= k;
            }

            return Math.Log(factorial / Math.Sqrt(2 * Math.PI * n)) - (n * (Math.Log(n) - 1));
        }

        var square = (double)n * n;
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (1.0 / 1188 / square)) / square)) / square)) / square)) / n;
    }
}
