namespace Analytics.Statistics;

/// <summary>Whether a proportion rises or falls over ordered groups: dose and response.</summary>
public static class CochranArmitage
{
    /// <summary>Cochran–Armitage test of a linear trend in proportions.</summary>
    /// <param name="cases">People with the outcome in each group: a count in [0, the group's population].</param>
    /// <param name="populations">People asked in each group, at least 0; at least one in all. A group without people carries no information.</param>
    /// <param name="scores">The dose of each group: finite numbers, in any order; only their relative distances matter.</param>
    /// <returns>Statistic: z, positive where the proportion rises with the score; z² is χ² on 1 degree of freedom. Where all scores of people are equal, or
    /// nobody or everybody has the outcome, there is no trend: statistic 0, p-value 1.</returns>
    /// <exception cref="ArgumentException">The lists are empty or of unequal length, or a number is outside its range.</exception>
    /// <remarks>Source: Cochran (1954), Biometrics 10: 417–451; Armitage (1955), Biometrics 11: 375–386. See docs/methods/cochran-armitage.md.</remarks>
    public static TestResult Test(IReadOnlyList<long> cases, IReadOnlyList<long> populations, IReadOnlyList<double> scores)
    {
        Check(cases, populations, scores);
        var (allCases, all) = ((Int128)0, (Int128)0);
        for (var i = 0; i < cases.Count; i++)
        {
            allCases += cases[i];
            all += populations[i];
        }

        if (all == 0)
        {
            throw new ArgumentException("Expected at least one person in all.", nameof(populations));
        }

        // Scores are moved and scaled to [0, 1]: equal ones become exactly 0, and large ones keep their differences.
        var held = Enumerable.Range(0, scores.Count).Where(i => populations[i] > 0).ToArray();
        var lowest = held.Min(i => scores[i]);
        var width = (held.Max(i => scores[i]) / 2) - (lowest / 2);
        if (width == 0 || allCases == 0 || allCases == all)
        {
            return new TestResult(0, 1);
        }

        var size = (double)all;
        var doses = held.Select(i => ((scores[i] / 2) - (lowest / 2)) / width).ToArray();
        var centre = held.Zip(doses, (i, dose) => populations[i] / size * dose).Sum();
        var (trend, spread) = (0.0, 0.0);
        foreach (var (i, dose) in held.Zip(doses))
        {
            var excess = (double)((cases[i] * all) - (populations[i] * allCases)) / size;
            trend += (dose - centre) * excess;
            spread += (dose - centre) * (dose - centre) * populations[i];
        }

        var z = trend / Math.Sqrt((double)allCases / size * ((double)(all - allCases) / size) * spread);
        return new TestResult(z, Probability.NormalTwoSided(z));
    }

    static void Check(IReadOnlyList<long> cases, IReadOnlyList<long> populations, IReadOnlyList<double> scores)
    {
        if (cases.Count == 0 || cases.Count != populations.Count || cases.Count != scores.Count)
        {
            throw new ArgumentException("Expected three lists of the same length, with at least one group.", nameof(cases));
        }

        for (var i = 0; i < cases.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(populations[i], nameof(populations));
            ArgumentOutOfRangeException.ThrowIfNegative(cases[i], nameof(cases));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(cases[i], populations[i], nameof(cases));
            Require.Finite(scores[i], nameof(scores));
        }
    }
}
