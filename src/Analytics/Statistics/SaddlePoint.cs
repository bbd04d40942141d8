namespace Analytics.Statistics;

/// <summary>Single probabilities and densities to the last digits also for counts of a billion: the saddle-point form, free of factorials.</summary>
/// <remarks>Source: Loader (2000), Fast and accurate computation of binomial probabilities. See docs/methods/tail-probabilities.md.</remarks>
static class SaddlePoint
{
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

        var exponent = Stirling.Remainder(size) - Stirling.Remainder(cases) - Stirling.Remainder(others)
            - Deviance(cases, size * share, gap) - Deviance(others, size * rest, -gap);
        return Math.Exp(exponent) * Math.Sqrt(size / (2 * Math.PI * cases * others));
    }

    /// <summary>Density of the logarithm of a gamma variable with unit scale: value^shape·exp(−value)/Γ(shape). For a whole shape, as many times the Poisson probability of so many events.</summary>
    /// <param name="shape">Shape, above 0.</param>
    /// <param name="value">Value, finite and at least 0.</param>
    public static double Gamma(double shape, double value) =>
        Math.Sqrt(shape / (2 * Math.PI)) * Math.Exp(-Stirling.Remainder(shape) - Deviance(shape, value, value - shape));

    // x·ln(x/m) + m − x, with gap = m − x.
    static double Deviance(double x, double m, double gap) =>
        gap > -0.4 * x && gap < 0.5 * x ? -x * Elementary.LogOnePlusLess(gap / x) : (x * Math.Log(x / m)) + gap;

    // The logarithm of a probability near 1 is read from its complement.
    static double Log(double share, double rest) => share <= 0.5 ? Math.Log(share) : Elementary.LogOnePlus(-rest);
}
