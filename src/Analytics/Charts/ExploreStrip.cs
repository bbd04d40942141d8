using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;
using ScottPlot;

namespace Analytics.Charts;

/// <summary>Draws one row of an explore chart and says it in words.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Scale">The axis of its indicator.</param>
/// <param name="Left">Left edge of the axis, in pixels.</param>
/// <param name="Right">Right edge of the axis, in pixels.</param>
/// <param name="Middle">Middle of the row, in pixels from the top.</param>
/// <param name="Culture">Language of the words.</param>
sealed record ExploreStrip(Sheet Sheet, ExploreScale Scale, double Left, double Right, double Middle, CultureInfo Culture)
{
    double X(double value) => Left + (Scale.Place(value) * (Right - Left));

    /// <summary>Draws intervals and signs, or the hatch of a gap with its reason.</summary>
    public void Draw(ExploreRow row)
    {
        if (row.Value is null && row.OtherValue is null)
        {
            DrawGap(ReasonOf(row.Cell));
            return;
        }

        // The second of a pair lies a little lower, so that two intervals can be told apart.
        var (upper, lower) = row.Other is null ? (Middle, Middle) : (Middle - 8, Middle + 8);
        if (row.OtherValue is { } other)
        {
            DrawInterval(row.OtherInterval, lower, Theme.Similar);
            DrawOther(Sheet, X(other), lower);
        }

        if (row.Value is { } value)
        {
            DrawInterval(row.Interval, upper, Theme.ColourOf(row.Verdict));
            SpineStrip.DrawMarker(Sheet, X(value), upper, row.Verdict);
        }
    }

    /// <summary>The value beside the row, or the reason: of a pair both.</summary>
    public string ValueOf(ExploreRow row, bool brief)
    {
        string Of(Cell cell) => cell is Cell.Shown shown
            ? brief ? ValueFormat.Number(shown.Estimate.Value, row.Indicator.Unit, Culture) : ValueFormat.Of(shown.Estimate.Value, row.Indicator.Unit, Culture)
            : ReasonText.Glyph(ReasonOf(cell));
        return row.Other is { } other ? $"{Of(row.Cell)} | {Of(other)}" : Of(row.Cell);
    }

    /// <summary>The row in words: name, value, interval, verdict, or the reason.</summary>
    public string WordsOf(ExploreRow row, (string First, string Second)? pair)
    {
        var unit = row.Indicator.Unit;
        string Of(Cell cell, Interval? interval) => cell is Cell.Shown shown
            ? ValueFormat.Of(shown.Estimate.Value, unit, Culture) + (interval is { } bounds ? $" ({ValueFormat.Bounds(bounds, shown.Estimate.Value, unit, Culture)})" : "")
            : ReasonText.Of(ReasonOf(cell), Culture);
        var name = $"{Language.Pick(Culture, row.Indicator.NameSv, row.Indicator.NameEn)}, {row.Label}";
        var verdict = row.Value is null ? "" : $", {VerdictText.Of(row.Verdict, Culture)}";
        return row.Other is { } other && pair is { } names
            ? $"{name}: A {names.First} {Of(row.Cell, row.Interval)}; B {names.Second} {Of(other, row.OtherInterval)}{(row.OtherValue is null ? "" : verdict)}"
            : $"{name}: {Of(row.Cell, row.Interval)}{verdict}";
    }

    /// <summary>The sign of the second selection.</summary>
    public static void DrawOther(Sheet sheet, double x, double y) => sheet.Marker(x, y, MarkerShape.FilledDiamond, 12, Theme.Paper, Theme.Ink, 2);

    void DrawInterval(Interval? interval, double y, string colour)
    {
        if (interval is not { } bounds)
        {
            return;
        }

        Sheet.Line(X(bounds.Lower), y, X(bounds.Upper), y, colour, 2.5f);
        Sheet.Segments([.. End(bounds.Lower, y, -1), .. End(bounds.Upper, y, 1)], colour, 2);
    }

    /// <summary>A bound ends with a cap; one beyond the edge with an arrow head.</summary>
    IEnumerable<(double, double, double, double)> End(double value, double y, int side)
    {
        var x = X(value);
        return Scale.IsCut(value) ? [(x, y - 4, x + (side * 5), y), (x + (side * 5), y, x, y + 4)] : [(x, y - 3, x, y + 3)];
    }

    void DrawGap(Reason reason)
    {
        var words = ReasonText.Short(reason, Culture);
        var half = Math.Min((Right - Left) / 2, (TextWidth.Of(words, Theme.TextSize) / 2) + 6);
        var centre = (Left + Right) / 2;
        Sheet.Hatch(Left, Middle - 9, Right, Middle + 9, Theme.Rule);
        Sheet.Rectangle(centre - half, Middle - 9, centre + half, Middle + 9, Theme.Paper);
        Sheet.Text(centre, Middle, words, Theme.Muted, anchor: TextAnchor.Middle);
    }

    static Reason ReasonOf(Cell cell) => ((Cell.Missing)cell).Reason;
}
