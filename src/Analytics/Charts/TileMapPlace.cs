using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>A municipality on a tile map.</summary>
/// <param name="Municipality">The municipality, with its place where it has one.</param>
/// <param name="Cell">What the release says about it.</param>
/// <param name="Comparison">Its comparison; null where none is made.</param>
public sealed record TileMapPlace(Municipality Municipality, Cell Cell, Comparison? Comparison)
{
    /// <summary>The judgement; null where there is none.</summary>
    internal Verdict? Verdict => Comparison?.Verdict;

    /// <summary>Why there is no value; null where there is one.</summary>
    internal Reason? Reason => (Cell as Cell.Missing)?.Reason;

    /// <summary>Name, value, interval and verdict in words, or name and reason.</summary>
    internal string Label(Indicator indicator, CultureInfo culture)
    {
        if (Cell is not Cell.Shown { Estimate: var estimate })
        {
            return $"{Municipality.Name}: {ReasonText.Of(Reason!.Value, culture)}";
        }

        var interval = (Comparison?.Interval ?? estimate.Interval) is { } bounds ? $" ({ValueFormat.Bounds(bounds, estimate.Value, indicator.Unit, culture)})" : "";
        return $"{Municipality.Name}: {ValueFormat.Of(estimate.Value, indicator.Unit, culture)}{interval}, {VerdictText.Of(Verdict, culture)}";
    }
}
