using System.Globalization;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>What the places of a rug say.</summary>
static class RugText
{
    /// <summary>A municipality: how many of its values certainly differ.</summary>
    public static string Of(RugColumn column, IEnumerable<RugCell> cells, CultureInfo culture) => $"{column.Name}: {Flags([.. cells], culture)}";

    /// <summary>A factor: how many municipalities certainly differ, or why there are none.</summary>
    public static string Of(RugRow row, CultureInfo culture) =>
        $"{NameOf(row, culture)}: {(row.OnlyReason is { } reason ? ReasonText.Of(reason, culture) : Flags(row.Cells, culture))}";

    /// <summary>A cell: municipality, factor, value, interval, verdict; or the reason.</summary>
    public static string Of(RugRow row, RugColumn column, RugCell cell, CultureInfo culture)
    {
        var place = $"{column.Name}, {NameOf(row, culture)}: ";
        if (cell.Cell is not Cell.Shown { Estimate: var estimate })
        {
            return place + ReasonText.Of(((Cell.Missing)cell.Cell).Reason, culture);
        }

        var interval = cell.Comparison?.Interval ?? estimate.Interval;
        var bounds = interval is { } known ? $" ({ValueFormat.Bounds(known, estimate.Value, row.Indicator.Unit, culture)})" : "";
        var hint = cell.Hint is { } verdict ? Language.Pick(culture, $", {VerdictText.Of(verdict, culture)} på 95\u00A0%", $", {VerdictText.Of(verdict, culture)} at 95%") : "";
        return $"{place}{ValueFormat.Of(estimate.Value, row.Indicator.Unit, culture)}{bounds}, {VerdictText.Of(cell.Comparison?.Verdict, culture)}{hint}";
    }

    static string Flags(IReadOnlyList<RugCell> cells, CultureInfo culture)
    {
        var (flagged, compared) = (cells.Count(x => x.IsFlagged), cells.Count(x => x.Comparison is not null));
        return compared == 0
            ? Language.Pick(culture, "inget värde jämförs", "no value is compared")
            : Language.Pick(culture, $"{flagged} av {compared} jämförda värden skiljer sig säkert", $"{flagged} of {compared} compared values certainly differ");
    }

    static string NameOf(RugRow row, CultureInfo culture) => $"{Language.Pick(culture, row.Indicator.NameSv, row.Indicator.NameEn)} {row.Period}";
}
