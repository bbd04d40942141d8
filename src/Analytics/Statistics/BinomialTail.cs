namespace Analytics.Statistics;

/// <summary>
/// The tail of a binomial count on the side away from the mean: the first probability times how many times it is contained in the tail.
/// See docs/methods/tail-probabilities.md.
/// </summary>
// It is a tail of the beta distribution too. But BetaTail takes log-odds, which lose the digits of a large mean that the gap keeps, and its integral takes longer than a few terms.
static class BinomialTail
{
    /// <summary>Variance up to which the terms are summed, at most a thousand of them; above, their integral is quicker.</summary>
    const double SumUpTo = 10_000;

    const double LastDigit = 1e-17;

    /// <summary>Binomial probability of <paramref name="cases"/> or more, where these are not fewer than the mean.</summary>
    /// <param name="cases">A count in [0, <paramref name="size"/>], not below size·share.</param>
    /// <param name="size">A count, at least 1.</param>
    /// <param name="share">Probability of one case, in (0, 1).</param>
    /// <param name="rest">1 − share.</param>
    /// <param name="gap">size·share − cases, at most 0.</param>
    public static double Above(long cases, long size, double share, double rest, double gap)
    {
        var first = SaddlePoint.Binomial(cases, size, share, rest, gap);
        var odds = share / rest;
        if (size * share * rest > SumUpTo)
        {
            // The incomplete beta integral from the point share·(1 − s) downwards.
            var slope = -(gap + rest) / rest;
            var scale = 1 / (slope + Math.Sqrt(cases - 1 + ((size - cases) * odds * odds)));
            return first * cases * scale * TailIntegral.Of(v => Logarithm(scale * v), TailIntegral.Bell);

            double Logarithm(double s) => s >= 1 ? double.NegativeInfinity
                : ((cases - 1) * Elementary.LogOnePlusLess(-s)) + ((size - cases) * Elementary.LogOnePlusLess(s * odds)) - (slope * s);
        }

        var (sum, term) = (1.0, 1.0);
        for (var j = cases; term > LastDigit * sum; j++)
        {
            term *= (size - j) / (j + 1.0) * odds;
            sum += term;
        }

        return first * sum;
    }
}
