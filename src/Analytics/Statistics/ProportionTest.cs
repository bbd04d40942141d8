namespace Analytics.Statistics;

/// <summary>Score tests of proportions.</summary>
public static class ProportionTest
{
    /// <summary>Score test that two independent proportions are equal, without continuity correction.</summary>
    /// <param name="cases1">People with the outcome in the first group: a count in [0, <paramref name="population1"/>].</param>
    /// <param name="population1">People asked in the first group: a count, at least 1.</param>
    /// <param name="cases2">People with the outcome in the second group: a count in [0, <paramref name="population2"/>].</param>
    /// <param name="population2">People asked in the second group: a count, at least 1.</param>
    /// <returns>Statistic: z, positive where the first proportion is the larger; z² is Pearson's χ² of the fourfold table. Where nobody or everybody in
    /// both groups has the outcome there is no difference: statistic 0, p-value 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    /// <remarks>Source: Pearson (1900), Phil. Mag. 50: 157–175; Newcombe (1998), Stat. Med. 17: 873–890. See docs/methods/proportion-test.md.</remarks>
    public static TestResult Score(long cases1, long population1, long cases2, long population2)
    {
        Check(cases1, population1);
        Check(cases2, population2);

        // Whole numbers as far as they go: the difference of two shares loses digits where both groups are large and alike.
        var difference = ((Int128)cases1 * population2) - ((Int128)cases2 * population1);
        var cases = (double)((Int128)cases1 + cases2);
        var others = (double)((Int128)population1 - cases1 + population2 - cases2);
        return difference == 0
            ? new TestResult(0, 1)
            : Result((double)difference / Math.Sqrt(cases * others) * Math.Sqrt((cases + others) / ((double)population1 * population2)));
    }

    /// <summary>Score test that two weighted proportions are equal: counts of people are replaced by Kish's effective sizes.</summary>
    /// <param name="share1">The first weighted share, a fraction in [0, 1].</param>
    /// <param name="size1">Effective number of people in the first group, above 0; see <see cref="EffectiveSize.Kish"/>.</param>
    /// <param name="share2">The second weighted share, a fraction in [0, 1].</param>
    /// <param name="size2">Effective number of people in the second group, above 0.</param>
    /// <returns>Statistic: z, positive where the first share is the larger; statistic 0 and p-value 1 where both shares are 0 or both are 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share or a size is outside its range.</exception>
    /// <remarks>Source: as for counts, with Kish (1965), Survey Sampling, §8.2. See docs/methods/proportion-test.md.</remarks>
    public static TestResult ScoreWeighted(double share1, double size1, double share2, double size2)
    {
        Require.InRange(share1, 0, 1);
        Require.Positive(size1);
        Require.InRange(share2, 0, 1);
        Require.Positive(size2);
        var first = 1 / (1 + (size2 / size1));
        var second = 1 / (1 + (size1 / size2));
        var variance = ((first * share1) + (second * share2)) * ((first * (1 - share1)) + (second * (1 - share2)));
        return share1 == share2 || variance == 0
            ? new TestResult(0, 1)
            : Result((share1 - share2) * Math.Sqrt(size1 * second / variance));
    }

    /// <summary>Score test of a proportion against a fixed benchmark: the test that the Wilson interval inverts.</summary>
    /// <param name="cases">People with the outcome: a count in [0, <paramref name="population"/>].</param>
    /// <param name="population">People asked: a count, at least 1.</param>
    /// <param name="benchmark">The value compared with, a fraction in [0, 1], taken as known without error.</param>
    /// <returns>Statistic: z, positive above the benchmark. The p-value is below 1 − c exactly where <see cref="ProportionInterval.Wilson(long, long, double)"/>
    /// at level c leaves the benchmark out. A benchmark of 0 or 1 is certain: p-value 1 for a share that equals it; otherwise 0, with an infinite statistic.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or the benchmark is outside its range.</exception>
    /// <remarks>Source: Wilson (1927), J. Am. Stat. Assoc. 22: 209–212. See docs/methods/proportion-test.md.</remarks>
    public static TestResult AgainstValue(long cases, long population, double benchmark)
    {
        Check(cases, population);
        Require.InRange(benchmark, 0, 1);
        return Against(-Math.FusedMultiplyAdd(population, benchmark, -cases), population, benchmark);
    }

    /// <summary>Score test of a weighted share against a fixed benchmark: the test that the Wilson interval inverts.</summary>
    /// <param name="share">The weighted share, a fraction in [0, 1].</param>
    /// <param name="size">Effective number of people, above 0; see <see cref="EffectiveSize.Kish"/>.</param>
    /// <param name="benchmark">The value compared with, a fraction in [0, 1], taken as known without error.</param>
    /// <returns>As for counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share, the size or the benchmark is outside its range.</exception>
    /// <remarks>Source: Wilson (1927) with Kish (1965), Survey Sampling, §8.2. See docs/methods/proportion-test.md.</remarks>
    public static TestResult AgainstValueWeighted(double share, double size, double benchmark)
    {
        Require.InRange(share, 0, 1);
        Require.Positive(size);
        Require.InRange(benchmark, 0, 1);
        return Against(size * (share - benchmark), size, benchmark);
    }

    static TestResult Against(double excess, double size, double benchmark) =>
        excess == 0 ? new TestResult(0, 1) : Result(excess / Math.Sqrt(size * benchmark * (1 - benchmark)));

    static TestResult Result(double z) => new(z, Probability.NormalTwoSided(z));

    static void Check(long cases, long population)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cases, population);
    }
}
