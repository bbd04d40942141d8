using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>Municipalities without a value below a chart: each hatched with its reason, or where room is short one entry per reason.</summary>
sealed class MissingRows
{
    const double Heading = 30, Row = 28, Line = 20, Swatch = 28;

    readonly IReadOnlyList<(DotRow Row, Reason Reason)> rows;
    readonly LegendFlow? groups;
    readonly List<(double X, double Middle, Reason Reason, string Names)> grouped = [];
    readonly double left;
    readonly double right;
    readonly CultureInfo culture;

    /// <summary>Prepares the rows.</summary>
    /// <param name="all">All municipalities; those with a value are left out.</param>
    /// <param name="left">Left edge.</param>
    /// <param name="right">Right edge.</param>
    /// <param name="grouped">Whether room is short.</param>
    /// <param name="culture">Language of the words.</param>
    public MissingRows(IReadOnlyList<DotRow> all, double left, double right, bool grouped, CultureInfo culture)
    {
        (this.left, this.right, this.culture) = (left, right, culture);
        rows = [.. all.Where(x => x.Cell is Cell.Missing).Select(x => (x, ((Cell.Missing)x.Cell).Reason))];
        groups = grouped && rows.Count > 0 ? new LegendFlow(rows.GroupBy(x => x.Reason).OrderBy(x => x.Key).Select(Entry), left, right, Line) : null;
        Height = rows.Count == 0 ? 0 : groups is not null ? groups.Height + 6 : Heading + (rows.Count * Row) + 4;
    }

    /// <summary>Height of all, in pixels; 0 where every municipality has a value.</summary>
    public double Height { get; }

    /// <summary>Draws them; one point per municipality, or per reason.</summary>
    /// <param name="sheet">Where.</param>
    /// <param name="top">Top edge.</param>
    /// <param name="names">Width of the names.</param>
    /// <param name="indicator">What is measured.</param>
    /// <param name="period">When.</param>
    public IEnumerable<ChartPoint> Draw(Sheet sheet, double top, double names, Indicator indicator, Period period)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        if (groups is null)
        {
            return Single(sheet, top, names, indicator, period);
        }

        grouped.Clear();
        groups.On(sheet, top + 6);
        return [.. grouped.Select(x => new ChartPoint(x.X + (Swatch / 2), x.Middle, $"{ReasonText.Of(x.Reason, culture)}: {x.Names}", "", indicator.Id) { Width = Swatch, Height = Line })];
    }

    /// <summary>A reason with the names it holds for, or their number where they are too many for a line.</summary>
    LegendEntry Entry(IGrouping<Reason, (DotRow Row, Reason Reason)> reason)
    {
        var names = string.Join(", ", reason.Select(x => x.Row.Name));
        var words = $"{ReasonText.Of(reason.Key, culture)}: ";
        var fits = TextWidth.Of(words + names, Theme.TextSize) <= right - left - Swatch - 8;
        return new LegendEntry(words + (fits ? names : Language.Pick(culture, $"{reason.Count()} kommuner", $"{reason.Count()} municipalities")), Swatch, (sheet, x, middle) =>
        {
            Hatched(sheet, x, middle - 7, x + Swatch, middle + 7, ReasonText.Glyph(reason.Key));
            grouped.Add((x, middle, reason.Key, names));
        });
    }

    List<ChartPoint> Single(Sheet sheet, double top, double names, Indicator indicator, Period period)
    {
        var points = new List<ChartPoint>();
        sheet.Text(left, top + (Heading / 2) + 3, Language.Pick(culture, "Utan värde", "Without a value"), Theme.Muted, bold: true);
        var y = top + Heading;
        foreach (var (row, reason) in rows)
        {
            var middle = y + (Row / 2);
            sheet.Text(left, middle, row.Name, Theme.Ink);
            var room = right - left - names - 16;
            var words = $"{ReasonText.Glyph(reason)} {ReasonText.Of(reason, culture)}";
            Hatched(sheet, left + names, y + 3, right, y + Row - 3, TextWidth.Of(words, Theme.TextSize) <= room ? words : $"{ReasonText.Glyph(reason)} {ReasonText.Short(reason, culture)}");
            points.Add(new ChartPoint((left + names + right) / 2, middle, DotChart.SentenceOf(indicator, period, row, 0, culture), row.Code, indicator.Id) { Width = right - left - names, Height = Row - 4 });
            y += Row;
        }

        return points;
    }

    /// <summary>A hatched place with words in its middle.</summary>
    public static void Hatched(Sheet sheet, double left, double top, double right, double bottom, string words)
    {
        var (centre, middle) = ((left + right) / 2, (top + bottom) / 2);
        var half = Math.Min((right - left) / 2, (TextWidth.Of(words, Theme.TextSize) / 2) + 4);
        sheet.Rectangle(left, top, right, bottom, Theme.Paper, Theme.Rule);
        sheet.Hatch(left, top, right, bottom, Theme.Rule);
        sheet.Rectangle(centre - half, Math.Max(top, middle - 8), centre + half, Math.Min(bottom, middle + 8), Theme.Paper);
        sheet.Text(centre, middle, words, Theme.Muted, anchor: TextAnchor.Middle);
    }
}
