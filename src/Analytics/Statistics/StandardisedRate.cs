namespace Analytics.Statistics;

/// <summary>Directly standardised rates: what an area's rate would be with the age structure of a standard population.</summary>
public static class StandardisedRate
{
    /// <summary>Events below which no rate is standardised.</summary>
    public const long EventsFrom = 10;

    /// <summary>Directly standardised rate with the interval of Dobson et al. and Byar's limits of the total.</summary>
    /// <param name="events">Events of each stratum, at least 0.</param>
    /// <param name="populations">People of each stratum, at least 0; above 0 where the stratum has weight.</param>
    /// <param name="standard">Weight of each stratum, people of the standard population in any unit: at least 0, above 0 in all.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>Rate and bounds as events per person, or null below 10 events. Strata without weight count neither for the rate nor for the ten. Where few events carry nearly all the weight the lower bound of the formula can fall below 0.</returns>
    /// <exception cref="ArgumentException">The lists are empty or of unequal length, or no stratum has weight.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number or the level is outside its range.</exception>
    /// <remarks>Source: Dobson, Kuulasmaa, Eberle &amp; Scherer (1991), Statistics in Medicine 10: 457–462. See docs/methods/standardised-rate.md.</remarks>
    public static StandardisedRateEstimate? ByarDobson(IReadOnlyList<long> events, IReadOnlyList<double> populations, IReadOnlyList<double> standard, double confidence = 0.95)
    {
        Check(events, populations, standard);
        Confidence.Tail(confidence);
        var strata = Enumerable.Range(0, events.Count).Where(i => standard[i] > 0).Select(i => (Events: events[i], Weight: standard[i] / populations[i])).ToList();
        var weight = standard.Sum();
        var total = strata.Sum(stratum => stratum.Events);
        if (total < EventsFrom)
        {
            return null;
        }

        var value = strata.Sum(stratum => stratum.Weight / weight * stratum.Events);
        var error = Math.Sqrt(strata.Sum(stratum => stratum.Weight / weight * (stratum.Weight / weight) * stratum.Events) / total);
        var byar = RateInterval.Byar(total, 1, confidence);
        return new StandardisedRateEstimate(value, new Interval(value + (error * (byar.Lower - total)), value + (error * (byar.Upper - total))));
    }

    static void Check(IReadOnlyList<long> events, IReadOnlyList<double> populations, IReadOnlyList<double> standard)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(populations);
        ArgumentNullException.ThrowIfNull(standard);
        if (events.Count != populations.Count || events.Count != standard.Count)
        {
            throw new ArgumentException($"Expected lists of equal length, found {events.Count} events, {populations.Count} populations and {standard.Count} weights.", nameof(standard));
        }

        for (var i = 0; i < events.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(events[i], nameof(events));
            Require.InRange(standard[i], 0, double.MaxValue, nameof(standard));
            Require.InRange(populations[i], 0, double.MaxValue, nameof(populations));
            if (standard[i] > 0)
            {
                Require.Positive(populations[i], nameof(populations));
            }
        }

        if (!standard.Any(weight => weight > 0))
        {
            throw new ArgumentException("Expected at least one stratum with weight.", nameof(standard));
        }
    }
}
