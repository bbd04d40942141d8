namespace Analytics.Statistics;

/// <summary>Intervals of ranks: where an area may stand among the others. The only honest ordering of areas.</summary>
public static class RankInterval
{
    /// <summary>Ranks of proportions, by simulation from their beta-binomial posteriors.</summary>
    /// <param name="cases">People with the outcome, one count per area, in [0, population].</param>
    /// <param name="populations">People asked, one count per area, at least 0 and 1 in all.</param>
    /// <param name="confidence">Level as a fraction in (0, 1).</param>
    /// <param name="draws">Number of simulated rankings, at least 1,000.</param>
    /// <param name="seed">Chooses the random numbers; the same seed gives the same ranks.</param>
    /// <returns>One range per area, in the order given. All are 1 … number of areas when areas do not differ measurably.</returns>
    /// <exception cref="ArgumentException">The lists are empty or of unequal length, or there are no people.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count, the level or the number of draws is outside its range.</exception>
    /// <remarks>Source: Goldstein &amp; Spiegelhalter (1996), J. R. Stat. Soc. A 159: 385–443. See docs/methods/rank-interval.md.</remarks>
    public static IReadOnlyList<RankRange> OfProportions(
        IReadOnlyList<long> cases, IReadOnlyList<long> populations, double confidence = 0.95, int draws = 10_000, int seed = 1)
    {
        var prior = BetaBinomial.Fit(cases, populations);
        if (prior.Overdispersion == 0)
        {
            return OfDraws([.. populations.Select(_ => (0.0, 0.0))], (_, _) => 0, confidence, draws, seed);
        }

        return OfDraws([.. cases.Zip(populations, (x, n) => ((double)n, (double)x))], Draw, confidence, draws, seed);

        double Draw((double People, double Cases) area, RandomStream random)
        {
            var (a, b) = BetaBinomial.Shapes(prior, (long)area.Cases, (long)area.People);
            return a + b == 0 ? (random.Uniform() < prior.Mean ? double.PositiveInfinity : double.NegativeInfinity) : random.LogGamma(a) - random.LogGamma(b);
        }
    }

    /// <summary>Ranks of estimates, by simulation from normal distributions.</summary>
    /// <param name="values">One estimate per area, finite.</param>
    /// <param name="standardErrors">The standard error of each estimate, in the same unit, above 0.</param>
    /// <param name="confidence">Level as a fraction in (0, 1).</param>
    /// <param name="draws">Number of simulated rankings, at least 1,000.</param>
    /// <param name="seed">Chooses the random numbers; the same seed gives the same ranks.</param>
    /// <returns>One range per area, in the order given.</returns>
    /// <exception cref="ArgumentException">The lists are empty or of unequal length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number, the level or the number of draws is outside its range.</exception>
    /// <remarks>Source: Goldstein &amp; Spiegelhalter (1996), J. R. Stat. Soc. A 159: 385–443. See docs/methods/rank-interval.md.</remarks>
    public static IReadOnlyList<RankRange> OfEstimates(
        IReadOnlyList<double> values, IReadOnlyList<double> standardErrors, double confidence = 0.95, int draws = 10_000, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(standardErrors);
        if (values.Count != standardErrors.Count || values.Count == 0)
        {
            throw new ArgumentException($"Expected as many standard errors as values and at least one, found {values.Count} and {standardErrors.Count}.", nameof(standardErrors));
        }

        for (var i = 0; i < values.Count; i++)
        {
            Require.Finite(values[i], nameof(values));
            Require.Positive(standardErrors[i], nameof(standardErrors));
        }

        return OfDraws([.. values.Zip(standardErrors)], (area, random) => area.First + (area.Second * random.Normal()), confidence, draws, seed);
    }

    // Each area draws from a stream of its own, numbered by its place among the areas' data, not in the list. Areas with the same data are exchangeable: they share the ranks of all of them.
    static RankRange[] OfDraws(
        (double First, double Second)[] areas, Func<(double First, double Second), RandomStream, double> draw, double confidence, int draws, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1000);
        var tail = Confidence.Tail(confidence);
        var sorted = Enumerable.Range(0, areas.Length).OrderBy(i => areas[i].First).ThenBy(i => areas[i].Second).ToArray();
        var streams = sorted.Select((_, place) => new RandomStream(seed, place)).ToArray();
        var group = new int[areas.Length];
        for (var place = 1; place < group.Length; place++)
        {
            group[place] = areas[sorted[place]] == areas[sorted[place - 1]] ? group[place - 1] : place;
        }

        // Draws with rank r at lowest and at highest: equal draws may stand anywhere among each other.
        var (lowest, highest) = (Counts(areas.Length), Counts(areas.Length));
        var values = new double[areas.Length];
        var places = new int[areas.Length];
        for (var round = 0; round < draws; round++)
        {
            for (var place = 0; place < values.Length; place++)
            {
                (values[place], places[place]) = (draw(areas[sorted[place]], streams[place]), place);
            }

            Array.Sort(values, places);
            for (var from = 0; from < values.Length;)
            {
                var to = from + 1;
                while (to < values.Length && values[to] == values[from])
                {
                    to++;
                }

                for (var i = from; i < to; i++)
                {
                    lowest[group[places[i]]][from]++;
                    highest[group[places[i]]][to - 1]++;
                }

                from = to;
            }
        }

        var ranges = new RankRange[areas.Length];
        for (var place = 0; place < group.Length; place++)
        {
            var (low, high) = (lowest[group[place]], highest[group[place]]);
            var allowed = (tail * low.Sum()) + 1e-6;
            ranges[sorted[place]] = new RankRange(1 + Beyond(low, allowed), areas.Length - Beyond([.. high.Reverse()], allowed));
        }

        return ranges;
    }

    static long[][] Counts(int areas) => [.. Enumerable.Range(0, areas).Select(_ => new long[areas])];

    /// <summary>How many ranks can be left out while no more than <paramref name="allowed"/> draws fall on them.</summary>
    static int Beyond(long[] counts, double allowed)
    {
        var (rank, sum) = (0, counts[0]);
        while (sum <= allowed)
        {
            sum += counts[++rank];
        }

        return rank;
    }
}
