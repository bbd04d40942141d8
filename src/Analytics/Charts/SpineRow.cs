using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;

namespace Analytics.Charts;

/// <summary>One indicator of a spine chart.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">Year of the values, or years taken together.</param>
/// <param name="Area">Code of the chosen municipality; it must be one of <paramref name="Areas"/>.</param>
/// <param name="Cell">What the release says about the chosen municipality.</param>
/// <param name="Areas">All municipalities of the county, the chosen one too.</param>
/// <param name="Benchmark">The value in the middle of the row, in the unit of the estimates; null where there is none.</param>
/// <param name="Comparison">The chosen municipality against the benchmark; null where it is not compared.</param>
public sealed record SpineRow(Indicator Indicator, Period Period, string Area, Cell Cell, IReadOnlyList<SpineArea> Areas, double? Benchmark, Comparison? Comparison)
{
    /// <summary>The chosen municipality's interval: of the level that decides, or at 95 % where it is not compared.</summary>
    internal Interval? Interval => Comparison?.Interval ?? (Cell as Cell.Shown)?.Estimate.Interval;

    /// <summary>
    /// How far the chosen municipality's value lies from its benchmark, in parts of the interval on that side: above 1 the difference is certain.
    /// 0 where it is not compared, −1 where there is no value.
    /// </summary>
    internal double Certainty => (Cell, Comparison) switch
    {
        (Cell.Shown { Estimate: var estimate }, { Interval: var interval } comparison) =>
            Math.Abs(estimate.Value - comparison.Value) / Math.Max(double.Epsilon, estimate.Value > comparison.Value ? estimate.Value - interval.Lower : interval.Upper - estimate.Value),
        (Cell.Shown, _) => 0,
        _ => -1,
    };

    /// <summary>Name of the chosen municipality.</summary>
    public string AreaName => Areas.Single(x => x.Code == Area).Name;
}

/// <summary>A municipality in a row.</summary>
/// <param name="Code">Municipality code.</param>
/// <param name="Name">Name.</param>
/// <param name="Value">Its value; null where the release has none.</param>
public sealed record SpineArea(string Code, string Name, double? Value);
