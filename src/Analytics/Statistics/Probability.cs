using MathNet.Numerics;

namespace Analytics.Statistics;

/// <summary>Tail probabilities: what a distribution leaves beyond a value. Relative error below 1e-10; see docs/methods/tail-probabilities.md.</summary>
static class Probability
{
    /// <summary>Both tails of the standard normal beyond ±<paramref name="z"/>.</summary>
    /// <param name="z">Any number.</param>
    public static double NormalTwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>Upper tail of χ².</summary>
    /// <param name="value">Value, at least 0.</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double ChiSquareAbove(double value, double freedom) =>
        freedom == 1 ? NormalTwoSided(Math.Sqrt(value)) : GammaTail.Above(freedom / 2, value / 2);

    /// <summary>Upper tail of Student's t.</summary>
    /// <param name="t">Any number.</param>
    /// <param name="freedom">Degrees of freedom, above 0, whole or not.</param>
    public static double StudentTAbove(double t, double freedom) =>
        t < 0 ? 1 - StudentTail.Above(-t, freedom) : StudentTail.Above(t, freedom);

    /// <summary>Both tails of Student's t beyond ±<paramref name="t"/>.</summary>
    /// <inheritdoc cref="StudentTAbove" path="/param"/>
    public static double StudentTTwoSided(double t, double freedom) => 2 * StudentTail.Above(Math.Abs(t), freedom);

    /// <summary>Binomial probability of exactly <paramref name="cases"/>.</summary>
    /// <param name="cases">Any count; impossible ones have probability 0.</param>
    /// <param name="size">A count, at least 0.</param>
    /// <param name="share">Probability of one case, in [0, 1].</param>
    public static double Binomial(long cases, long size, double share) =>
        cases < 0 || cases > size ? 0 : SaddlePoint.Binomial(cases, size, share, 1 - share, Gap(cases, size, share));

    /// <summary>Binomial probability of <paramref name="cases"/> or fewer.</summary>
    /// <inheritdoc cref="Binomial" path="/param"/>
    public static double BinomialAtMost(long cases, long size, double share)
    {
        if (cases < 0 || cases >= size || share is 0 or 1)
        {
            return cases >= size || (share == 0 && cases >= 0) ? 1 : 0;
        }

        var gap = Gap(cases, size, share);
        return gap >= 0
            ? BinomialTail.Above(size - cases, size, 1 - share, share, -gap)
            : 1 - BinomialTail.Above(cases + 1, size, share, 1 - share, Gap(cases + 1, size, share));
    }

    /// <summary>Binomial probability of <paramref name="cases"/> or more.</summary>
    /// <inheritdoc cref="Binomial" path="/param"/>
    public static double BinomialAtLeast(long cases, long size, double share)
    {
        if (cases <= 0 || cases > size || share is 0 or 1)
        {
            return cases <= 0 || (share == 1 && cases <= size) ? 1 : 0;
        }

        var gap = Gap(cases, size, share);
        return gap <= 0
            ? BinomialTail.Above(cases, size, share, 1 - share, gap)
            : 1 - BinomialTail.Above(size - cases + 1, size, 1 - share, share, -Gap(cases - 1, size, share));
    }

    /// <summary>Poisson probability of exactly <paramref name="events"/>.</summary>
    /// <param name="events">Any count; negative ones have probability 0.</param>
    /// <param name="expected">Mean number of events, at least 0.</param>
    public static double Poisson(long events, double expected) =>
        events > 0 ? SaddlePoint.Gamma(events, expected) / events : events == 0 ? Math.Exp(-expected) : 0;

    /// <summary>Poisson probability of <paramref name="events"/> or fewer.</summary>
    /// <inheritdoc cref="Poisson" path="/param"/>
    public static double PoissonAtMost(long events, double expected) => events < 0 ? 0 : GammaTail.Above(events + 1.0, expected);

    /// <summary>Poisson probability of <paramref name="events"/> or more.</summary>
    /// <inheritdoc cref="Poisson" path="/param"/>
    public static double PoissonAtLeast(long events, double expected) => events <= 0 ? 1 : GammaTail.Below(events, expected);

    // One rounding: the product alone would lose what is left of the difference at large counts.
    static double Gap(long cases, long size, double share) => Math.FusedMultiplyAdd(size, share, -cases);
}
