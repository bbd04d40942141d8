using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Draws the cells of an age ladder and tells where they are. Ticks of all rows are one path, which keeps a picture of hundreds of cells quick and small.</summary>
sealed class AgeLadderStrips(Sheet sheet, AgeLadderGrid grid, CultureInfo culture)
{
    /// <summary>Room for the sign of a broader band at the left, and for half a marker at both ends.</summary>
    const double Sign = 15, Margin = 7, Padding = 3;

    readonly List<(double, double, double, double)> ticks = [], axes = [], lines = [], hatches = [];
    readonly List<(double From, double To, double Y, Verdict? Verdict)> intervals = [];
    readonly List<(double X, double Y, Verdict? Verdict)> markers = [];

    /// <summary>Draws what belongs to one row; ticks and markers wait for <see cref="Draw"/>.</summary>
    public IEnumerable<ChartPoint> Add(AgeLadderRow row, AgeLadderColumns columns, double top, double height)
    {
        var scale = AgeLadderScale.Of(row, grid.IsWhole);
        var points = new List<ChartPoint>();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var (cell, left) = (row.Cells[i], columns.Left + (i * columns.Width));
            if (cell.IsEmpty)
            {
                // Neighbours that lack the same are one gap.
                if (i == 0 || !row.Cells[i - 1].IsEmpty || row.Cells[i - 1].Reason != cell.Reason)
                {
                    var until = i + 1;
                    while (until < row.Cells.Count && row.Cells[until].IsEmpty && row.Cells[until].Reason == cell.Reason)
                    {
                        until++;
                    }

                    DrawEmpty(cell.Reason ?? Reason.SourceMissing, left + Padding, top + 3, columns.Left + (until * columns.Width) - Padding, top + height - 3);
                }
            }
            else
            {
                AddStrip(cell, scale!.Value, left + Sign + Margin, left + columns.Width - Padding - Margin, left + Padding, top, height);
            }

            points.Add(new ChartPoint(columns.Middle(i), top + (height / 2), Label(row.Indicator, cell), grid.Area, row.Indicator.Id) { Width = columns.Width - 2, Height = height, AgeBand = cell.Band.Id });
        }

        return points;
    }

    /// <summary>Draws what waits.</summary>
    public void Draw()
    {
        sheet.Segments([.. axes, .. hatches], Theme.Rule, 1);
        sheet.Segments(ticks, Theme.Similar, 1.5f);
        sheet.Segments(lines, Theme.Ink, 2);
        foreach (var colour in intervals.GroupBy(x => Theme.ColourOf(x.Verdict), StringComparer.Ordinal))
        {
            sheet.Segments(colour.Select(x => (x.From, x.Y, x.To, x.Y)), colour.Key, 3);
        }

        foreach (var (x, y, verdict) in markers)
        {
            SpineStrip.DrawMarker(sheet, x, y, verdict);
        }
    }

    /// <summary>A hatched place with a sign on it.</summary>
    public static void DrawGap(Sheet sheet, double left, double top, double right, double bottom, string words) =>
        sheet.Segments(Gap(sheet, left, top, right, bottom, words), Theme.Rule, 1);

    /// <summary>Writes a sign and gives the hatch on both sides of it.</summary>
    static IEnumerable<(double, double, double, double)> Gap(Sheet sheet, double left, double top, double right, double bottom, string words)
    {
        var (middle, half) = ((left + right) / 2, Math.Min((right - left) / 2, (TextWidth.Of(words, Theme.TextSize) / 2) + 3));
        sheet.Text(middle, (top + bottom) / 2, words, Theme.Muted, anchor: TextAnchor.Middle);
        return [.. Hatch(left, top, middle - half, bottom), .. Hatch(middle + half, top, right, bottom)];
    }

    static IEnumerable<(double, double, double, double)> Hatch(double left, double top, double right, double bottom)
    {
        const double Apart = 6;
        for (var x = left - (bottom - top) + (Apart / 2); x < right && right - left > 1; x += Apart)
        {
            var (from, to) = (Math.Max(x, left), Math.Min(x + bottom - top, right));
            yield return (from, bottom - (from - x), to, bottom - (to - x));
        }
    }

    void DrawEmpty(Reason reason, double left, double top, double right, double bottom)
    {
        var words = $"{ReasonText.Glyph(reason)} {ReasonText.Short(reason, culture)}";
        hatches.AddRange(Gap(sheet, left, top, right, bottom, TextWidth.Of(words, Theme.TextSize) + 16 <= right - left ? words : ReasonText.Glyph(reason)));
    }

    void AddStrip(AgeLadderCell cell, AgeLadderScale scale, double left, double right, double edge, double top, double height)
    {
        double X(double value) => left + (scale.Place(value) * (right - left));
        var middle = top + (height / 2);
        if (cell.Cover == AgeCover.Broader)
        {
            sheet.Text(edge, middle, AgeLadderLegend.Broader, Theme.Muted);
        }

        axes.Add((left, middle, right, middle));
        var gap = !grid.IsWhole && cell.Reason is not null;
        var (from, to) = gap ? (top + height - 9, top + height - 1) : (middle - 6, middle + 6);
        ticks.AddRange(cell.Values.Where(x => grid.IsWhole || x != cell.Value).Select(x => (X(x), from, X(x), to)));
        if ((grid.IsWhole ? cell.Value : cell.Benchmark) is { } line)
        {
            lines.Add((X(line), gap ? from : top + 2, X(line), gap ? to : top + height - 2));
        }

        if (gap)
        {
            hatches.AddRange(Gap(sheet, left, top + 1, right, top + height - 11, ReasonText.Glyph(cell.Reason!.Value)));
        }
        else if (!grid.IsWhole && cell.Value is { } value)
        {
            if (cell.Interval is { } interval)
            {
                intervals.Add((X(interval.Lower), X(interval.Upper), middle, cell.Comparison?.Verdict));
            }

            markers.Add((X(value), middle, cell.Comparison?.Verdict));
        }
    }

    string Label(Indicator indicator, AgeLadderCell cell)
    {
        var unit = indicator.Unit;
        var name = $"{Language.Pick(culture, indicator.NameSv, indicator.NameEn)}, {ChartWords.Of(cell.Band, culture)}: ";
        var own = cell.Value is { } value
            ? $"{grid.AreaName} {ValueFormat.Of(value, unit, culture)}{(cell.Interval is { } interval ? $" ({ValueFormat.Bounds(interval, value, unit, culture)})" : "")}{(grid.IsWhole ? "" : $", {VerdictText.Of(cell.Comparison?.Verdict, culture)}")}"
            : $"{grid.AreaName} {ReasonText.Of(cell.Reason ?? Reason.SourceMissing, culture)}";
        var others = cell.Values.Count == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; {cell.Values.Count} {Language.Pick(culture, "kommuner", "municipalities")} {ValueFormat.Bounds(new Statistics.Interval(cell.Values.Min(), cell.Values.Max()), cell.Values.Max(), unit, culture)}");
        var broader = cell.SourceBand is { } band ? Language.Pick(culture, $" (källans åldrar {ChartWords.AgeSpan(band)})", $" (the source's ages {ChartWords.AgeSpan(band)})") : "";
        return name + own + others + broader;
    }
}
