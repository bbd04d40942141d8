namespace Analytics.Statistics;

/// <summary>A distance in units of how much areas differ from each other: factors with different units on one scale.</summary>
/// <param name="Value">The distance; above 0 where the value lies above the benchmark.</param>
/// <param name="Interval">The bounds of the value's interval on the same scale; null where it has none.</param>
/// <param name="Spread">The unit: standard deviation of the areas' values, in the unit of the value; above 0.</param>
public sealed record SpreadDistance(double Value, Interval? Interval, double Spread)
{
    /// <summary>Fewest areas that make a spread.</summary>
    public const int FewestAreas = 5;

    /// <summary>Measures a distance.</summary>
    /// <param name="value">The value of one area, finite.</param>
    /// <param name="interval">Its interval; null for none. Benchmark and spread are taken as given.</param>
    /// <param name="benchmark">What it is compared with, in the same unit; finite.</param>
    /// <param name="areas">The known values of all areas, in any order; finite. Each area counts the same.</param>
    /// <returns>(value − benchmark) / s with s² = Σ(x − x̄)² / (n − 1); null for fewer than five areas, and where all are alike.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    /// <remarks>The same bits for any order of the areas. See docs/methods/spread-distance.md.</remarks>
    public static SpreadDistance? Of(double value, Interval? interval, double benchmark, IReadOnlyList<double> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        Require.Finite(value);
        Require.Finite(benchmark);
        foreach (var area in areas)
        {
            Require.Finite(area, nameof(areas));
        }

        if (areas.Count < FewestAreas)
        {
            return null;
        }

        // In ascending order, so that rounding does not depend on the order given.
        double[] ordered = [.. areas.Order()];
        if (ordered[0] == ordered[^1])
        {
            return null;
        }

        var mean = ordered.Sum() / ordered.Length;
        var spread = Math.Sqrt(ordered.Sum(x => (x - mean) * (x - mean)) / (ordered.Length - 1));
        return new SpreadDistance(
            (value - benchmark) / spread,
            interval is { } known ? new Interval((known.Lower - benchmark) / spread, (known.Upper - benchmark) / spread) : null,
            spread);
    }
}
