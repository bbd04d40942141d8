namespace Analytics.Statistics;

/// <summary>A closed interval.</summary>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound; not below <paramref name="Lower"/>.</param>
public readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>Whether the value lies inside or on a bound.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;
}
