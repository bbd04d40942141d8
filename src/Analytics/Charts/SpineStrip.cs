using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using ScottPlot;

namespace Analytics.Charts;

/// <summary>Draws one row of a spine chart into a rectangle of a sheet and tells where its points are.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Left">Left edge, in pixels.</param>
/// <param name="Top">Top edge, in pixels.</param>
/// <param name="Width">Width, in pixels.</param>
/// <param name="Height">Height, in pixels.</param>
/// <param name="Culture">Language of the words.</param>
sealed record SpineStrip(Sheet Sheet, double Left, double Top, double Width, double Height, CultureInfo Culture)
{
    /// <summary>Room for half a marker at both edges.</summary>
    const double Margin = 10;

    double Middle => Top + (Height / 2);

    double X(double place) => Left + Margin + ((place + 1) / 2 * (Width - (2 * Margin)));

    /// <summary>Draws the row. The first point is the chosen municipality's.</summary>
    public IReadOnlyList<ChartPoint> Draw(SpineRow row)
    {
        var scale = SpineScale.Of(row);
        var chosen = row.Cell switch
        {
            Cell.Shown shown => DrawShown(row, scale, shown),
            Cell.Missing missing => DrawMissing(row, scale, missing.Reason),
            _ => throw new InvalidOperationException("A cell is shown or missing."),
        };
        return
        [
            chosen,
            .. from area in row.Areas
               where area.Code != row.Area && area.Value is not null
               let value = area.Value.GetValueOrDefault()
               select new ChartPoint(X(scale.Place(value)), Middle, $"{area.Name}: {ValueFormat.Of(value, row.Indicator.Unit, Culture)}", area.Code, row.Indicator.Id),
        ];
    }

    ChartPoint DrawShown(SpineRow row, SpineScale scale, Cell.Shown shown)
    {
        var (estimate, verdict) = (shown.Estimate, row.Comparison?.Verdict);
        var colour = Theme.ColourOf(verdict);
        if (row.Benchmark is not null)
        {
            Sheet.Line(X(0), Top, X(0), Top + Height, Theme.Ink, 1.5f);
        }

        var x = X(scale.Place(estimate.Value));
        DrawTicks(row, scale, Middle - 6, Middle + 6);
        if (row.Interval is { } interval)
        {
            DrawInterval(scale, interval.Lower, interval.Upper, colour);
        }

        DrawMarker(Sheet, x, Middle, verdict);
        var bounds = row.Interval is { } shownInterval ? $" ({ValueFormat.Bounds(shownInterval, estimate.Value, row.Indicator.Unit, Culture)})" : "";
        return new ChartPoint(
            x, Middle, $"{row.AreaName}: {ValueFormat.Of(estimate.Value, row.Indicator.Unit, Culture)}{bounds}, {VerdictText.Of(verdict, Culture)}", row.Area, row.Indicator.Id);
    }

    void DrawInterval(SpineScale scale, double lower, double upper, string colour)
    {
        var (from, to) = (X(scale.Place(lower)), X(scale.Place(upper)));
        Sheet.Line(from, Middle, to, Middle, colour, 3);
        Sheet.Segments([.. End(from, scale.IsCut(lower), Math.Sign(from - to)), .. End(to, scale.IsCut(upper), Math.Sign(to - from))], colour, 2);
    }

    /// <summary>A bound ends with a cap; one beyond the edge with an arrow head.</summary>
    IEnumerable<(double, double, double, double)> End(double x, bool cut, int side) => cut
        ? [(x, Middle - 5, x + (side * 5), Middle), (x + (side * 5), Middle, x, Middle + 5)]
        : [(x, Middle - 4, x, Middle + 4)];

    /// <summary>The other municipalities; the chosen one is the marker.</summary>
    void DrawTicks(SpineRow row, SpineScale scale, double top, double bottom) => Sheet.Segments(
        row.Areas.Where(x => x.Code != row.Area).Select(x => x.Value).OfType<double>().Select(x => X(scale.Place(x))).Select(x => (x, top, x, bottom)), Theme.Similar, 1.5f);

    /// <summary>A hatched band with the reason in words; the other municipalities' values stand below it.</summary>
    ChartPoint DrawMissing(SpineRow row, SpineScale scale, Reason reason)
    {
        var (left, right) = (X(-1), X(1));
        var others = row.Areas.Any(x => x.Code != row.Area && x.Value is not null);
        var (top, bottom) = (Top + 3, Top + Height - (others ? 9 : 3));
        var middle = (top + bottom) / 2;
        var words = ReasonText.Short(reason, Culture);
        var half = Math.Min((right - left) / 2, (TextWidth.Of(words, Theme.TextSize) / 2) + 6);
        Sheet.Rectangle(left, top, right, bottom, Theme.Paper, Theme.Rule);
        Sheet.Hatch(left, top, right, bottom, Theme.Rule);
        Sheet.Rectangle(((left + right) / 2) - half, middle - 8, ((left + right) / 2) + half, middle + 8, Theme.Paper);
        Sheet.Text((left + right) / 2, middle, words, Theme.Muted, anchor: TextAnchor.Middle);
        if (others)
        {
            DrawTicks(row, scale, bottom + 2, Top + Height - 1);
        }

        return new ChartPoint((left + right) / 2, middle, $"{row.AreaName}: {ReasonText.Of(reason, Culture)}", row.Area, row.Indicator.Id);
    }

    /// <summary>The marker of a verdict: its shape is the verdict's sign, so that colour is never alone.</summary>
    public static void DrawMarker(Sheet sheet, double x, double y, Verdict? verdict)
    {
        var colour = Theme.ColourOf(verdict);
        var (shape, size, filled) = verdict switch
        {
            Verdict.Better => (MarkerShape.FilledTriangleUp, 15, true),
            Verdict.Similar => (MarkerShape.FilledSquare, 12, true),
            Verdict.Worse => (MarkerShape.FilledTriangleDown, 15, true),
            Verdict.Higher => (MarkerShape.FilledTriangleUp, 13, false),
            Verdict.Lower => (MarkerShape.FilledTriangleDown, 13, false),
            _ => (MarkerShape.FilledCircle, 11, false),
        };
        sheet.Marker(x, y, shape, size, filled ? colour : Theme.Paper, filled ? Theme.Paper : colour, filled ? 1 : 2);
    }
}
