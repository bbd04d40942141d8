namespace Analytics.Statistics;

/// <summary>Exact tests of rates.</summary>
public static class RateTest
{
    /// <summary>Terms this close count as equally likely, as in R: a tie must not be lost to rounding.</summary>
    const double Tie = 1 + 1e-7;

    /// <summary>Exact conditional test that two rates are equal: given all events, those of the first group are binomial.</summary>
    /// <param name="events1">Number of events in the first group, at least 0.</param>
    /// <param name="population1">People, or person-years, of the first group, above 0.</param>
    /// <param name="events2">Number of events in the second group, at least 0.</param>
    /// <param name="population2">People, or person-years, of the second group, above 0.</param>
    /// <returns>Statistic: the ratio of the first rate to the second, 0 where only the second group has events, infinite where only the first has, and 1 where
    /// neither has. The two-sided p-value sums all outcomes that are no likelier than the one observed; without events it is 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or a population is outside its range.</exception>
    /// <remarks>Source: Przyborowski &amp; Wilenski (1940), Biometrika 31: 313–323. See docs/methods/rate-test.md.</remarks>
    public static TestResult ExactConditional(long events1, double population1, long events2, double population2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events1);
        Require.Positive(population1);
        ArgumentOutOfRangeException.ThrowIfNegative(events2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(events2, long.MaxValue - events1);
        Require.Positive(population2);
        if (events1 == 0 && events2 == 0)
        {
            return new TestResult(1, 1);
        }

        // Halved, because the sum could leave the range of a double.
        var share = population1 / 2 / ((population1 / 2) + (population2 / 2));
        var ratio = events1 == 0 ? 0 : events2 == 0 ? double.PositiveInfinity : (double)events1 / events2 * (population2 / population1);
        return new TestResult(ratio, Math.Min(1, NoLikelier(events1, events1 + events2, share, 1)));
    }

    /// <summary>The p-value of <see cref="ExactConditional"/> where it is at most a limit; otherwise some number above the limit, found in half the time.</summary>
    internal static double ConditionalPValue(long events1, double population1, long events2, double population2, double limit) =>
        events1 + events2 == 0 ? 1 : Math.Min(1, NoLikelier(events1, events1 + events2, population1 / 2 / ((population1 / 2) + (population2 / 2)), limit));

    /// <summary>Exact Poisson test of a rate against a fixed benchmark: the test that the exact Poisson interval inverts.</summary>
    /// <param name="events">Number of events, at least 0.</param>
    /// <param name="population">People, or person-years, above 0.</param>
    /// <param name="benchmark">The rate compared with, as events per person, at least 0, taken as known without error.</param>
    /// <returns>Statistic: events observed for each one expected; 1 where none are expected or observed, infinite where only none are expected. The p-value is
    /// twice the smaller tail, at most 1: below 1 − c exactly where <see cref="RateInterval.ExactPoisson"/> at level c leaves the benchmark out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count, the population or the benchmark is outside its range.</exception>
    /// <remarks>Source: Garwood (1936), Biometrika 28: 437–442. See docs/methods/rate-test.md.</remarks>
    public static TestResult AgainstValue(long events, double population, double benchmark)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        Require.Positive(population);
        Require.InRange(benchmark, 0, double.MaxValue);
        var expected = Math.Min(population * benchmark, double.MaxValue);
        if (expected == 0)
        {
            return events == 0 ? new TestResult(1, 1) : new TestResult(double.PositiveInfinity, 0);
        }

        // The two tails overlap, so one below a half is the smaller.
        var tail = events <= expected ? Probability.PoissonAtMost(events, expected) : Probability.PoissonAtLeast(events, expected);
        if (tail >= 0.5)
        {
            tail = Math.Min(tail, events <= expected ? Probability.PoissonAtLeast(events, expected) : Probability.PoissonAtMost(events, expected));
        }

        return new TestResult(events / expected, Math.Min(1, 2 * tail));
    }

    // Probabilities fall from the mean outwards on either side. The first outcome of the other side that is no likelier lies near the mirror image of the
    // observed one, so the search begins there and widens by doubling before it halves.
    static double NoLikelier(long cases, long size, double share, double atMost)
    {
        var mean = size * share;
        if (cases == mean)
        {
            return 1;
        }

        // The tail that holds the outcome: alone too much to be at most the limit, it is all that is asked for.
        var tail = cases < mean ? Probability.BinomialAtMost(cases, size, share) : Probability.BinomialAtLeast(cases, size, share);
        if (tail > atMost)
        {
            return tail;
        }

        var likelihood = Probability.Binomial(cases, size, share) * Tie;
        if (cases < mean)
        {
            var first = First((long)Math.Ceiling(mean), size + 1, (long)((2 * mean) - cases), x => Probability.Binomial(x, size, share) <= likelihood);
            return tail + Probability.BinomialAtLeast(first, size, share);
        }

        // The same with the axis turned around.
        var last = -First(-(long)Math.Floor(mean), 1, (long)(cases - (2 * mean)), x => Probability.Binomial(-x, size, share) <= likelihood);
        return tail + Probability.BinomialAtMost(last, size, share);
    }

    // The first whole number of a range at which a condition holds that holds ever after; the end of the range where it never does before.
    static long First(long from, long to, long guess, Func<long, bool> holds)
    {
        guess = Math.Clamp(guess, from, to);
        if (guess < to && !holds(guess))
        {
            from = guess + 1;
            for (var step = 1L; from < to && guess + step < to; step *= 2)
            {
                if (holds(guess + step))
                {
                    to = guess + step;
                    break;
                }

                from = guess + step + 1;
            }
        }
        else
        {
            to = guess;
            for (var step = 1L; guess - step > from; step *= 2)
            {
                if (!holds(guess - step))
                {
                    from = guess - step + 1;
                    break;
                }

                to = guess - step;
            }
        }

        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            (from, to) = holds(middle) ? (from, middle) : (middle + 1, to);
        }

        return from;
    }
}
