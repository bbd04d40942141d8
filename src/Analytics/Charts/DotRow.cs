using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;

namespace Analytics.Charts;

/// <summary>A municipality of a comparison.</summary>
/// <param name="Code">Municipality code.</param>
/// <param name="Name">Name.</param>
/// <param name="Cell">What the release says.</param>
/// <param name="Benchmark">The benchmark's value for it; null where there is none.</param>
/// <param name="Band">The benchmark's own uncertainty at the chosen level; null where it has none.</param>
/// <param name="Comparison">The comparison; null where none is made.</param>
public sealed record DotRow(string Code, string Name, Cell Cell, double? Benchmark, Interval? Band, Comparison? Comparison)
{
    /// <summary>Where it may stand among the others, where that is asked for.</summary>
    public RankRange? Ranks { get; init; }

    /// <summary>The value; null where there is none.</summary>
    internal Estimate? Estimate => (Cell as Cell.Shown)?.Estimate;

    /// <summary>How far the value lies from its benchmark, in parts of the interval on that side; −1 where it is not compared.</summary>
    internal double Certainty => (Estimate, Comparison) is ({ } estimate, { Interval: var interval } comparison)
        ? Math.Abs(estimate.Value - comparison.Value) / Math.Max(double.Epsilon, estimate.Value > comparison.Value ? estimate.Value - interval.Lower : interval.Upper - estimate.Value)
        : -1;

    /// <summary>The interval of a level; null where there is none.</summary>
    internal Interval? IntervalAt(FlagLevel level, Measure measure) => Estimate?.IntervalAt(FlagLevels.Confidence(level), measure);
}
