namespace Analytics.Statistics;

/// <summary>Confidence intervals of a proportion.</summary>
public static class ProportionInterval
{
    /// <summary>Wilson score interval of a proportion, without continuity correction.</summary>
    /// <param name="cases">People with the outcome: a count in [0, <paramref name="population"/>].</param>
    /// <param name="population">People asked: a count, at least 1.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1): 0.95, never 95.</param>
    /// <returns>Both bounds as fractions in [0, 1]; Lower ≤ cases/population ≤ Upper.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or the level is outside its range.</exception>
    /// <remarks>Source: Wilson (1927), J. Am. Stat. Assoc. 22: 209–212. See docs/methods/wilson.md.</remarks>
    public static Interval Wilson(long cases, long population, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cases, population);
        return Solve(cases, population - cases, population, confidence);
    }

    /// <summary>Wilson score interval of a weighted share: the count of people is replaced by Kish's effective size.</summary>
    /// <param name="share">The weighted share, a fraction in [0, 1].</param>
    /// <param name="effectiveSize">Effective number of people, above 0; see <see cref="EffectiveSize.Kish"/>.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>Both bounds as fractions in [0, 1]; Lower ≤ share ≤ Upper.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share, the size or the level is outside its range.</exception>
    /// <remarks>Source: Wilson (1927) with Kish (1965), Survey Sampling, §8.2. See docs/methods/wilson.md.</remarks>
    public static Interval WilsonWeighted(double share, double effectiveSize, double confidence = 0.95)
    {
        Require.InRange(share, 0, 1);
        Require.Positive(effectiveSize);
        return Solve(share * effectiveSize, (1 - share) * effectiveSize, effectiveSize, confidence);
    }

    // The bounds are the roots of (n + z²)p² − (2x + z²)p + x²/n. The smaller root comes from the product of both, because the textbook
    // difference loses every digit for rare outcomes in large populations.
    static Interval Solve(double cases, double others, double size, double confidence)
    {
        var z = Quantile.Normal(Confidence.Tail(confidence));
        var square = z * z;
        var share = cases / size;
        var sum = (2 * cases) + square + (z * Math.Sqrt(square + (4 * share * others)));
        var lower = cases == 0 ? 0 : 2 * cases * share / sum;
        var upper = others == 0 ? 1 : sum / (2 * (size + square));
        return new Interval(Math.Min(lower, share), Math.Clamp(upper, share, 1));
    }
}
