using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>Shares of small areas, steadied by what their county has in common: a second figure beside the observed share, never instead of it.</summary>
/// <remarks>Made from shown shares and their unweighted counts. See docs/methods/beta-binomial.md and docs/methods/rank-interval.md.</remarks>
public static class SmallAreas
{
    /// <summary>The posterior of each share: beta-binomial empirical Bayes over all of them.</summary>
    /// <param name="shares">Shares with numerator and denominator, one per area; at least two.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>One posterior per share, in the order given.</returns>
    /// <exception cref="ArgumentException">A share has no counts, or there are fewer than two.</exception>
    public static IReadOnlyList<BetaBinomialPosterior> Posteriors(IReadOnlyList<Estimate> shares, double confidence = 0.95)
    {
        var (cases, people) = Counts(shares);
        var prior = BetaBinomial.Fit(cases, people);
        return [.. cases.Zip(people, (x, n) => BetaBinomial.Posterior(prior, x, n, confidence))];
    }

    /// <summary>The interval of ranks of each share, 1 for the lowest: an order only as far as it is certain.</summary>
    /// <inheritdoc cref="Posteriors" path="/param"/>
    /// <returns>One interval per share, in the order given; the same every time.</returns>
    /// <exception cref="ArgumentException">A share has no counts, or there are fewer than two.</exception>
    public static IReadOnlyList<RankRange> Ranks(IReadOnlyList<Estimate> shares, double confidence = 0.95)
    {
        var (cases, people) = Counts(shares);
        return RankInterval.OfProportions(cases, people, confidence);
    }

    static (long[] Cases, long[] People) Counts(IReadOnlyList<Estimate> shares)
    {
        if (shares.Count < 2 || shares.Any(x => x is not { Numerator: not null, Denominator: not null }))
        {
            throw new ArgumentException("Expected at least two shares, each with its counts.", nameof(shares));
        }

        return ([.. shares.Select(x => x.Numerator!.Value)], [.. shares.Select(x => x.Denominator!.Value)]);
    }
}
