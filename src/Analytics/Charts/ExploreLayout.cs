using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>The chart from top to bottom: per indicator its name, its axis and its rows; then what the signs mean.</summary>
sealed class ExploreLayout
{
    const int HeadLine = 20;
    const int HeadAir = 10;
    const int AxisHeight = 24;
    const int LegendRow = 24;
    const int Edge = 16;
    const int MarkerRoom = 10;

    static readonly Verdict?[] Verdicts = [Verdict.Better, Verdict.Similar, Verdict.Worse, Verdict.Higher, Verdict.Lower, null];

    readonly (string First, string Second)? pair;
    readonly CultureInfo culture;
    readonly List<(Indicator Indicator, List<ExploreRow> Rows)> blocks = [];
    readonly int rowHeight;
    readonly double width;
    readonly LegendFlow legend;
    readonly ChartNote note;
    readonly int left;

    public ExploreLayout(IReadOnlyList<ExploreRow> rows, (string First, string Second)? pair, FlagLevel level, CultureInfo culture, ChartFrame frame)
    {
        (this.pair, this.culture) = (pair, culture);
        width = frame.Width - (2 * Edge);
        // Two intervals below each other need more room.
        rowHeight = pair is null ? 26 : 34;
        legend = new LegendFlow(Legend(rows), Edge, frame.Width - Edge, LegendRow);
        var reading = Reading(level);
        // The room for rows depends on the note, and the note on how many rows have room: the longer note is taken for both.
        var longest = new ChartNote($"{reading} {LeftOut(rows.Count)}", width);
        var most = frame.MostHeight is { } height ? height - (int)legend.Height - longest.Height : int.MaxValue;
        var (shown, used) = (0, 0);
        while (shown < Math.Min(rows.Count, ExploreChart.MostRows))
        {
            var row = rows[shown];
            var head = shown == 0 || rows[shown - 1].Indicator.Id != row.Indicator.Id ? HeadAir + (Heading(row.Indicator).Count * HeadLine) + AxisHeight : 0;
            if (shown > 0 && used + head + rowHeight > most)
            {
                break;
            }

            if (head > 0)
            {
                blocks.Add((row.Indicator, []));
            }

            blocks[^1].Rows.Add(row);
            used += head + rowHeight;
            shown++;
        }

        left = rows.Count - shown;
        note = new ChartNote(left > 0 ? $"{reading} {LeftOut(left)}" : reading, width);
        Height = used + (int)legend.Height + note.Height;
    }

    public int Height { get; }

    /// <summary>Draws everything; gives one point per row.</summary>
    public IReadOnlyList<ChartPoint> Draw(Sheet sheet, double top)
    {
        var points = new List<ChartPoint>();
        var names = (sheet.Width - (2 * Edge)) * (sheet.Width < 600 ? 0.34 : 0.26);
        var values = sheet.Width < 600 ? 62 : 150;
        var (from, to) = (Edge + names + MarkerRoom, (double)sheet.Width - Edge - values - MarkerRoom);
        var y = top;
        foreach (var (indicator, rows) in blocks)
        {
            y += HeadAir;
            foreach (var line in Heading(indicator))
            {
                sheet.Text(Edge, y + (HeadLine / 2.0), line, Theme.Ink, Theme.HeadingSize, bold: true);
                y += HeadLine;
            }

            var scale = ExploreScale.Of(rows);
            DrawAxis(sheet, indicator, scale, from, to, y, y + AxisHeight + (rows.Count * rowHeight));
            y += AxisHeight;
            foreach (var row in rows)
            {
                var strip = new ExploreStrip(sheet, scale, from, to, y + (rowHeight / 2.0), culture);
                sheet.Text(Edge, strip.Middle, Cut(row.Label, names), Theme.Ink);
                strip.Draw(row);
                sheet.Text(sheet.Width - Edge, strip.Middle, strip.ValueOf(row, brief: values < 100), row.Value is null && row.OtherValue is null ? Theme.Muted : Theme.Ink, anchor: TextAnchor.End, bold: row.Value is not null);
                points.Add(new ChartPoint(sheet.Width / 2.0, strip.Middle, strip.WordsOf(row, pair), row.Address.Area, row.Indicator.Id)
                {
                    Width = sheet.Width - Edge,
                    Height = rowHeight - 2,
                    AgeBand = row.Address.AgeBand,
                    Year = row.Address.Year,
                });
                y += rowHeight;
            }
        }

        legend.On(sheet, y);
        note.On(sheet, Edge, y + legend.Height);
        return points;
    }

    // Bold letters are a little wider than the estimate.
    IReadOnlyList<string> Heading(Indicator indicator) => TextWidth.Broken(
        Language.Pick(culture, indicator.NameSv, indicator.NameEn) + (ValueFormat.UnitText(indicator.Unit, culture) is { Length: > 0 } unit ? $" ({unit})" : ""), Theme.HeadingSize, width * 0.92);

    void DrawAxis(Sheet sheet, Indicator indicator, ExploreScale scale, double from, double to, double top, double bottom)
    {
        var ticks = scale.Ticks.ToArray();
        double X(double value) => from + (scale.Place(value) * (to - from));
        sheet.Segments(ticks.Select(x => (X(x), top + AxisHeight - 4, X(x), bottom)), Theme.Rule, 1);
        var every = ticks.Length * 48 > to - from ? 2 : 1;
        for (var i = 0; i < ticks.Length; i += every)
        {
            sheet.Text(X(ticks[i]), top + (AxisHeight / 2.0) - 1, TickText(ticks[i], scale, indicator), Theme.Muted, anchor: TextAnchor.Middle);
        }
    }

    // As many decimals as tell neighbouring ticks apart.
    string TickText(double value, ExploreScale scale, Indicator indicator)
    {
        var step = scale.Step * indicator.Unit.Factor;
        var decimals = Enumerable.Range(0, 6).First(x => x == 5 || Math.Abs(Math.Round(step, x) - step) < step * 1e-6);
        return ValueFormat.Number(value, indicator.Unit, culture, decimals);
    }

    IEnumerable<LegendEntry> Legend(IReadOnlyList<ExploreRow> rows)
    {
        foreach (var verdict in Verdicts.Where(x => rows.Any(y => y.Value is not null && y.Verdict == x)))
        {
            yield return new LegendEntry(VerdictText.Of(verdict, culture), 14, (sheet, x, middle) => SpineStrip.DrawMarker(sheet, x + 7, middle, verdict));
        }

        if (pair is { } names)
        {
            yield return new LegendEntry($"B: {names.Second}", 14, (sheet, x, middle) => ExploreStrip.DrawOther(sheet, x + 7, middle));
        }
    }

    string Reading(FlagLevel level) => pair is { } names
        ? Language.Pick(culture, $"Fyllt tecken: A, {names.First}. Romb: B, {names.Second}. Linje: ", $"Filled sign: A, {names.First}. Diamond: B, {names.Second}. Bar: ") + IntervalText.Of(level, culture) + "."
        : Language.Pick(culture, "Linje: ", "Bar: ") + IntervalText.Of(level, culture) + Language.Pick(culture, ". Varje indikator har sin egen axel.", ". Each indicator has its own axis.");

    string LeftOut(int count) => Language.Pick(culture, $"{count} rader till står i tabellen.", $"{count} more rows are in the table.");

    static string Cut(string text, double width)
    {
        var lines = TextWidth.Lines(text, Theme.TextSize, width - 4);
        return lines.Count == 1 ? lines[0] : TextWidth.Of(lines[0] + "…", Theme.TextSize) <= width ? lines[0] + "…" : lines[0];
    }
}
