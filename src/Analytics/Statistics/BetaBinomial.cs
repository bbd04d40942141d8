namespace Analytics.Statistics;

/// <summary>Empirical Bayes for proportions of small areas: each borrows from all, the more the fewer people it has.</summary>
public static class BetaBinomial
{
    /// <summary>The beta distribution of the areas' true proportions that makes their cases most likely (marginal maximum likelihood).</summary>
    /// <param name="cases">People with the outcome, one count per area, in [0, population].</param>
    /// <param name="populations">People asked, one count per area, at least 0 and 1 in all. Areas without people are passed over.</param>
    /// <returns>
    /// Mean and overdispersion. Overdispersion is 0 when the areas differ no more than chance explains, also when nobody or everybody has the outcome (mean 0 or 1) and when no area has
    /// more than one person; it is 1 when in each area nobody or everybody has the outcome.
    /// </returns>
    /// <exception cref="ArgumentException">The lists are empty or of unequal length, or there are no people.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    /// <remarks>
    /// The same bits for any order of areas. Source: Griffiths (1973), Biometrics 29: 637–648; no spread by the sign of Tarone's statistic (1979), Biometrika 66: 585–590.
    /// See docs/methods/beta-binomial.md.
    /// </remarks>
    public static BetaBinomialPrior Fit(IReadOnlyList<long> cases, IReadOnlyList<long> populations)
    {
        var areas = Areas(cases, populations);
        var likelihood = new BetaBinomialLikelihood(areas);
        if (likelihood.Pooled is 0 or 1 || areas[^1].People == 1)
        {
            return new BetaBinomialPrior(likelihood.Pooled, 0);
        }

        if (areas.All(area => area.Cases == 0 || area.Cases == area.People))
        {
            return new BetaBinomialPrior((double)areas.Count(area => area.Cases > 0) / areas.Count, 1);
        }

        var (mean, spread) = Maxima(likelihood, areas[^1].People).MaxBy(point => likelihood.Value(point.Mean, point.Spread));
        return new BetaBinomialPrior(mean, spread / (1 + spread));
    }

    /// <summary>What an area's own cases and the prior say together: Beta(α + cases, β + population − cases).</summary>
    /// <param name="prior">The prior, from <see cref="Fit"/>; mean and overdispersion in [0, 1].</param>
    /// <param name="cases">People of the area with the outcome, in [0, <paramref name="population"/>].</param>
    /// <param name="population">People of the area, at least 0; an area without people has the prior.</param>
    /// <param name="confidence">Level as a fraction in (0, 1).</param>
    /// <returns>
    /// Posterior mean and equal-tailed interval. With overdispersion 0 both are the point of the prior: an interval without width says only that the areas do not differ measurably, not
    /// that the proportion is known. An area without people under overdispersion 1 has the interval [0, 1].
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Source: Griffiths (1973), Biometrics 29: 637–648. See docs/methods/beta-binomial.md.</remarks>
    public static BetaBinomialPosterior Posterior(BetaBinomialPrior prior, long cases, long population, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(prior);
        Require.InRange(prior.Mean, 0, 1, nameof(prior));
        Require.InRange(prior.Overdispersion, 0, 1, nameof(prior));
        Check(cases, population);
        var tail = Confidence.Tail(confidence);
        var spread = prior.Overdispersion;
        if (spread == 0 || prior.Mean is 0 or 1)
        {
            return new BetaBinomialPosterior(prior.Mean, new Interval(prior.Mean, prior.Mean));
        }

        var (a, b) = Shapes(prior, cases, population);
        var mean = a + b == 0 ? prior.Mean : a / (a + b);
        return new BetaBinomialPosterior(mean, a + b == 0 ? new Interval(0, 1) : a == 0 || b == 0 ? new Interval(mean, mean) : Bounds(a, b, mean, tail));
    }

    /// <summary>Shapes of the posterior where the prior is not a point; 0 and 0 where nothing is known.</summary>
    internal static (double First, double Second) Shapes(BetaBinomialPrior prior, long cases, long population) => (prior.Alpha + cases, prior.Beta + (population - cases));

    /// <summary>The areas with people, by people and cases.</summary>
    internal static List<(long Cases, long People)> Areas(IReadOnlyList<long> cases, IReadOnlyList<long> populations)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(populations);
        if (cases.Count != populations.Count)
        {
            throw new ArgumentException($"Expected as many cases as populations, found {cases.Count} and {populations.Count}.", nameof(populations));
        }

        for (var i = 0; i < cases.Count; i++)
        {
            Check(cases[i], populations[i]);
        }

        var areas = cases.Zip(populations).Where(area => area.Second > 0).OrderBy(area => area.Second).ThenBy(area => area.First).ToList();
        return areas.Count > 0 ? areas : throw new ArgumentException("Expected at least one area with people.", nameof(populations));
    }

    static void Check(long cases, long population)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cases, population);
    }

    // At a level near 0 both quantiles can lie on one side of the mean of a skew distribution: they are not widened to hold it.
    static Interval Bounds(double a, double b, double mean, double tail)
    {
        var (lower, upper) = (Quantile.Beta(a, b, tail), Quantile.Beta(a, b, 1 - tail));
        return new Interval(lower, Math.Max(lower, upper));
    }

    // Along the best mean for each spread the likelihood can have several maxima. The slope is followed from 0 in factors of four, which is finer than its features, to where it falls for good.
    static List<(double Mean, double Spread)> Maxima(BetaBinomialLikelihood likelihood, long largest)
    {
        var (mean, spread) = (likelihood.Pooled, 0.0);
        var slope = likelihood.SpreadSlope(mean, 0);
        var maxima = new List<(double, double)>();
        if (slope <= 0)
        {
            maxima.Add((mean, 0));
        }

        for (var next = 1e-3 / largest; next < 1e7 || (slope > 0 && next < 1e15); next *= 4)
        {
            var (was, rising) = (spread, slope > 0);
            (mean, spread) = (likelihood.Mean(next, mean), next);
            slope = likelihood.SpreadSlope(mean, spread);
            if (rising && slope <= 0)
            {
                var best = Root(likelihood, mean, was, spread);
                maxima.Add((likelihood.Mean(best, mean), best));
            }
        }

        return maxima;
    }

    // False position with the Illinois rule: Dowell & Jarratt (1971), BIT 11: 168–174.
    static double Root(BetaBinomialLikelihood likelihood, double mean, double low, double high)
    {
        var (atLow, atHigh) = (Slope(low), Slope(high));
        var side = 0;
        var root = high;
        for (var i = 0; i < 200 && high - low > 1e-14 * high && atHigh != atLow; i++)
        {
            var was = root;
            root = ((low * atHigh) - (high * atLow)) / (atHigh - atLow);
            var slope = Slope(root);
            if (slope == 0 || Math.Abs(root - was) <= 1e-13 * root)
            {
                break;
            }

            (low, atLow, high, atHigh, side) = slope > 0
                ? (root, slope, high, side == 1 ? atHigh / 2 : atHigh, 1)
                : (low, side == -1 ? atLow / 2 : atLow, root, slope, -1);
        }

        return root;

        double Slope(double spread) => likelihood.SpreadSlope(mean = likelihood.Mean(spread, mean), spread);
    }
}
