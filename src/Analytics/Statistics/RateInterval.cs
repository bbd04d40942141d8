namespace Analytics.Statistics;

/// <summary>Confidence intervals of a rate: events per person of a population.</summary>
public static class RateInterval
{
    /// <summary>Events from which Byar's approximation is used.</summary>
    internal const long ByarFrom = 10;

    /// <summary>The interval by the house convention: Byar from 10 events, exact Poisson below.</summary>
    /// <param name="events">Number of events, at least 0.</param>
    /// <param name="population">People in the denominator, at least 1.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>Both bounds as events per person; Lower ≤ events/population ≤ Upper.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or the level is outside its range.</exception>
    /// <remarks>See docs/methods/rate.md.</remarks>
    public static Interval Of(long events, long population, double confidence = 0.95) =>
        events >= ByarFrom ? Byar(events, population, confidence) : ExactPoisson(events, population, confidence);

    /// <summary>Byar's approximation of the Poisson limits.</summary>
    /// <param name="events">Number of events, at least 0. Below 10 the approximation is poor: use <see cref="ExactPoisson"/>.</param>
    /// <param name="population">People in the denominator, at least 1.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>Both bounds as events per person; Lower ≤ events/population ≤ Upper.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or the level is outside its range.</exception>
    /// <remarks>Source: Breslow &amp; Day (1987), Statistical Methods in Cancer Research II, p. 69. See docs/methods/byar.md.</remarks>
    public static Interval Byar(long events, long population, double confidence = 0.95)
    {
        Check(events, population);
        var z = Quantile.Normal(Confidence.Tail(confidence));
        var lower = events == 0 ? 0 : events * Cube(1 - (1 / (9.0 * events)) - (z / (3 * Math.Sqrt(events))));
        var next = events + 1.0;
        var upper = next * Cube(1 - (1 / (9 * next)) + (z / (3 * Math.Sqrt(next))));
        return new Interval(Math.Max(0, lower) / population, upper / population);
    }

    /// <summary>Exact Poisson interval by the χ² quantiles (Garwood).</summary>
    /// <param name="events">Number of events, at least 0.</param>
    /// <param name="population">People in the denominator, at least 1.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>Both bounds as events per person; Lower is 0 without events.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or the level is outside its range.</exception>
    /// <remarks>Source: Garwood (1936), Biometrika 28: 437–442. See docs/methods/exact-poisson.md.</remarks>
    public static Interval ExactPoisson(long events, long population, double confidence = 0.95)
    {
        Check(events, population);
        var tail = Confidence.Tail(confidence);
        var lower = events == 0 ? 0 : Quantile.GammaBelow(events, tail);
        return new Interval(lower / population, Quantile.Gamma(events + 1.0, tail) / population);
    }

    static void Check(long events, long population)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
    }

    static double Cube(double value) => value * value * value;
}
