namespace Analytics.Statistics;

/// <summary>The tail of a count on the side away from the mean: the first probability times how many times it is contained in the tail.</summary>
static class CountTail
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
    public static double BinomialAbove(long cases, long size, double share, double rest, double gap)
    {
        var first = SaddlePoint.Binomial(cases, size, share, rest, gap);
        var odds = share / rest;
        if (size * share * rest > SumUpTo)
        {
            // The incomplete beta integral from the point share·(1 − s) downwards.
            return first * cases * FallingIntegral.Of(
                s => -((cases - 1) * SaddlePoint.LogOnePlusMinus(-s)) - ((size - cases) * SaddlePoint.LogOnePlusMinus(s * odds)) - (s * (gap + rest) / rest),
                -(gap + rest) / rest,
                cases - 1 + ((size - cases) * odds * odds));
        }

        var (sum, term) = (1.0, 1.0);
        for (var j = cases; term > LastDigit * sum; j++)
        {
            term *= (size - j) / (j + 1.0) * odds;
            sum += term;
        }

        return first * sum;
    }

    /// <summary>Poisson probability of <paramref name="events"/> or more, where these are not fewer than <paramref name="expected"/>.</summary>
    public static double PoissonAbove(long events, double expected)
    {
        var first = SaddlePoint.Poisson(events, expected);
        if (expected > SumUpTo)
        {
            // The incomplete gamma integral from the point expected·(1 − s) downwards.
            var slope = events - 1 - expected;
            return first * events * FallingIntegral.Of(s => (slope * s) - ((events - 1) * SaddlePoint.LogOnePlusMinus(-s)), slope, events - 1);
        }

        var (sum, term) = (1.0, 1.0);
        for (var j = events + 1.0; term > LastDigit * sum; j++)
        {
            term *= expected / j;
            sum += term;
        }

        return first * sum;
    }

    /// <summary>Poisson probability of <paramref name="events"/> or fewer, where these are not more than <paramref name="expected"/>.</summary>
    public static double PoissonBelow(long events, double expected)
    {
        var first = SaddlePoint.Poisson(events, expected);
        if (expected > SumUpTo)
        {
            // The incomplete gamma integral from the point expected·(1 + s) upwards.
            var slope = expected - events;
            return first * expected * FallingIntegral.Of(s => (slope * s) - (events * SaddlePoint.LogOnePlusMinus(s)), slope, events);
        }

        var (sum, term) = (1.0, 1.0);
        for (var j = events; j > 0 && term > LastDigit * sum; j--)
        {
            term *= j / expected;
            sum += term;
        }

        return first * sum;
    }
}
