using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Statistics;

namespace Analytics.Charts;

/// <summary>How far from a common benchmark values would lie by chance alone, by size. A value lies outside exactly where its own interval excludes the benchmark.</summary>
/// <remarks>Means have no spread of their own in common, so theirs is pooled over the municipalities and the two can differ slightly. See docs/methods/funnel-limits.md.</remarks>
public sealed class Funnel
{
    /// <summary>Fewest municipalities that make a funnel.</summary>
    public const int Fewest = 3;

    readonly Measure measure;
    readonly double variance;

    Funnel(Measure measure, double centre, double variance) => (this.measure, Centre, this.variance) = (measure, centre, variance);

    /// <summary>The benchmark, in the unit of the estimates.</summary>
    public double Centre { get; }

    /// <summary>Why no funnel can be drawn; null where one can.</summary>
    /// <param name="indicator">What is measured.</param>
    /// <param name="rows">The municipalities.</param>
    /// <param name="centre">The benchmark; null where it is not shown.</param>
    public static FunnelObstacle? ObstacleTo(Indicator indicator, IReadOnlyList<DotRow> rows, double? centre) =>
        indicator.Measure == Measure.Count ? FunnelObstacle.PlainNumber
        : rows.All(x => x.Estimate is null) ? FunnelObstacle.NoValues
        : rows.All(x => SizeOf(x) is null) ? FunnelObstacle.NoCounts
        : rows.Count(x => SizeOf(x) is not null) < Fewest ? FunnelObstacle.TooFew
        : centre is null ? FunnelObstacle.NoBenchmark
        : null;

    /// <summary>The funnel.</summary>
    /// <inheritdoc cref="ObstacleTo" path="/param"/>
    /// <exception cref="ArgumentException">There is an obstacle.</exception>
    public static Funnel Of(Indicator indicator, IReadOnlyList<DotRow> rows, double? centre)
    {
        if (centre is not { } known || ObstacleTo(indicator, rows, centre) is not null)
        {
            throw new ArgumentException("No funnel can be drawn of these rows.", nameof(rows));
        }

        return new Funnel(indicator.Measure, known, indicator.Measure == Measure.Mean ? PooledVariance(rows) : 0);
    }

    /// <summary>What a municipality's limits depend on: people, effective people where answers are weighted; null where the release has no counts.</summary>
    public static double? SizeOf(DotRow row) => row.Estimate?.Totals is { } totals && totals.Size > 1 ? totals.Size : null;

    /// <summary>The values that would be compatible with the benchmark.</summary>
    /// <param name="size">Size, above 1.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    public Interval Limits(double size, double confidence) => measure switch
    {
        Measure.Proportion => FunnelLimits.Proportion(Math.Clamp(Centre, 0, 1), size, confidence),
        Measure.Rate => FunnelLimits.Rate(Centre, size, confidence),
        _ => FunnelLimits.Mean(Centre, variance, size, confidence),
    };

    static double PooledVariance(IReadOnlyList<DotRow> rows)
    {
        var (squares, freedom) = (0.0, 0.0);
        foreach (var totals in rows.Where(x => SizeOf(x) is not null).Select(x => x.Estimate!.Totals!.Value))
        {
            squares += (TotalsEstimate.Variance(totals) ?? 0) * (totals.Size - 1);
            freedom += totals.Size - 1;
        }

        return squares / freedom;
    }
}

/// <summary>Why no funnel can be drawn.</summary>
public enum FunnelObstacle
{
    /// <summary>A plain number of things has no size to depend on.</summary>
    PlainNumber,
    /// <summary>No municipality has a value.</summary>
    NoValues,
    /// <summary>The source states values without counts.</summary>
    NoCounts,
    /// <summary>Counts of one or two municipalities only.</summary>
    TooFew,
    /// <summary>The common benchmark has no value.</summary>
    NoBenchmark,
}
