using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Statistics;

namespace Analytics.Charts;

/// <summary>The dot chart from top to bottom: legend, benchmark's name, scale, rows, rows without a value.</summary>
sealed class DotLayout
{
    const double Edge = 16, Pad = 6, Head = 20, Line = 18, LegendRow = 26, TightLegendRow = 21, WideRow = 30, NarrowRow = 48, LeastRow = 18, Marker = 12;

    readonly Indicator indicator;
    readonly Period period;
    readonly Benchmark benchmark;
    readonly FlagLevel level;
    readonly CultureInfo culture;
    readonly ChartFrame frame;
    readonly IReadOnlyList<DotRow> shown;
    readonly int left;
    readonly int ranked;
    readonly ValueAxis axis;
    readonly LegendFlow legend;
    readonly MissingRows missing;
    readonly IReadOnlyList<string> unit;
    readonly double row;
    readonly double names;
    readonly double values;
    readonly double ranks;

    public DotLayout(Indicator indicator, Period period, IReadOnlyList<DotRow> rows, Benchmark benchmark, FlagLevel level, CultureInfo culture, ChartFrame frame)
    {
        (this.indicator, this.period, this.benchmark, this.level, this.culture, this.frame) = (indicator, period, benchmark, level, culture, frame);
        DotRow[] valued = [.. rows.Where(x => x.Estimate is not null)];
        ranked = rows.Count(x => x.Ranks is not null);
        axis = ValueAxis.Of(
            [.. valued.Select(x => x.Estimate!.Value), .. valued.Select(x => x.Benchmark).OfType<double>()],
            valued.Select(x => x.IntervalAt(level, indicator.Measure)).OfType<Interval>(), indicator, frame.IsNarrow ? 4 : 6);
        unit = ValueFormat.UnitText(indicator.Unit, culture) is { Length: > 2 } words ? TextWidth.Broken(words, Theme.TextSize, frame.Width - (2 * Edge)) : [];
        var tall = frame.IsNarrow ? NarrowRow : WideRow;
        (legend, missing) = Below(rows, valued, LegendRow, grouped: false);
        row = tall;
        shown = valued;
        if (FramedSheet.MostHeight(frame) is { } most && HeightOf(valued.Length) > most)
        {
            (legend, missing) = Below(rows, valued, TightLegendRow, grouped: true);
            var room = most - HeightOf(0);
            row = Math.Clamp(room / Math.Max(1, valued.Length), frame.IsNarrow ? NarrowRow : LeastRow, tall);
            var fits = (int)(room / row);
            if (fits < valued.Length)
            {
                var kept = valued.OrderByDescending(x => x.Certainty).Take(Math.Max(1, (int)((room - Line) / row))).ToHashSet();
                shown = [.. valued.Where(kept.Contains)];
            }
        }

        left = valued.Length - shown.Count;
        Height = (int)Math.Ceiling(HeightOf(shown.Count) + (left > 0 ? Line : 0));
        names = Math.Max(rows.Select(x => TextWidth.Of(x.Name, Theme.TextSize)).DefaultIfEmpty(0).Max() * 1.06, 70) + 14;
        values = shown.Select(x => TextWidth.Of(ValueOf(x), Theme.TextSize)).DefaultIfEmpty(0).Max() + 14;
        ranks = ranked > 0 && !frame.IsNarrow ? 76 : 0;
    }

    public int Height { get; }

    double Top => (unit.Count * Line) + Head + Line + 4;

    double HeightOf(int rows) => Top + (rows * row) + 8 + missing.Height + Pad + legend.Height;

    // On a telephone the words stand above the marks, which then have the whole width.
    double Above => frame.IsNarrow ? 24 : 0;

    double PlotLeft => frame.IsNarrow ? Edge + Marker : Edge + names + Marker;

    double PlotRight => frame.Width - Edge - Marker - (frame.IsNarrow ? 0 : values + ranks);

    double X(double value) => PlotLeft + (axis.Place(value) * (PlotRight - PlotLeft));

    (LegendFlow, MissingRows) Below(IReadOnlyList<DotRow> rows, IReadOnlyList<DotRow> valued, double legendRow, bool grouped) =>
        (new LegendFlow(Legend(valued), Edge, frame.Width - Edge, legendRow), new MissingRows(rows, Edge, frame.Width - Edge, grouped, culture));

    IEnumerable<LegendEntry> Legend(IReadOnlyList<DotRow> valued) =>
    [
        .. ComparisonLegend.Verdicts(valued.Select(x => x.Comparison?.Verdict), culture),
        .. valued.Any(x => x.IntervalAt(level, indicator.Measure) is not null) ? (LegendEntry[])[ComparisonLegend.Interval(level, culture)] : [],
        .. valued.Any(x => x.Benchmark is not null) ? (LegendEntry[])[ComparisonLegend.Benchmark(benchmark, valued.Any(x => x.Band is not null), culture)] : [],
        .. valued.Any(x => x.IntervalAt(level, indicator.Measure) is { } bounds && (axis.IsCut(bounds.Lower) || axis.IsCut(bounds.Upper))) ? (LegendEntry[])[ComparisonLegend.Cut(culture)] : [],
    ];

    /// <summary>Draws everything; gives the points of all rows.</summary>
    public IReadOnlyList<ChartPoint> Draw(Sheet sheet, double top)
    {
        legend.On(sheet, top + Pad);
        var y = top + Pad + legend.Height;
        foreach (var line in unit)
        {
            sheet.Text(Edge, y + (Line / 2), line, Theme.Muted);
            y += Line;
        }

        if (shown.Count > 0)
        {
            Scale(sheet, y);
            new DotRows(sheet, axis, X, indicator, benchmark, level).Draw(shown, y + Head + Line + 4, row, Above);
        }

        y += Head + Line + 4;
        var points = new List<ChartPoint>();
        for (var i = 0; i < shown.Count; i++)
        {
            points.Add(Words(sheet, shown[i], y + (i * row)));
        }

        y += (shown.Count * row) + 8;
        if (left > 0)
        {
            sheet.Text(Edge, y + (Line / 2) - 4, Language.Pick(culture, $"{left} kommuner till har värden; här står de som skiljer sig säkrast.", $"{left} more municipalities have values; here are those that differ most certainly."), Theme.Muted);
            y += Line;
        }

        points.AddRange(missing.Draw(sheet, y, names, indicator, period));
        return points;
    }

    /// <summary>Round values over the rows, and the benchmark's name over its line.</summary>
    void Scale(Sheet sheet, double y)
    {
        var ticks = y + Head + (Line / 2);
        foreach (var tick in axis.Ticks)
        {
            sheet.Text(X(tick), ticks, axis.Label(tick, culture), Theme.Muted, anchor: TextAnchor.Middle);
        }

        if (!frame.IsNarrow)
        {
            sheet.Text(frame.Width - Edge - ranks, ticks, Language.Pick(culture, "värde (intervall)", "value (interval)"), Theme.Muted, anchor: TextAnchor.End);
            if (ranks > 0)
            {
                sheet.Text(frame.Width - Edge, ticks, Language.Pick(culture, "platser", "places"), Theme.Muted, anchor: TextAnchor.End);
            }
        }

        var known = shown.Select(x => x.Benchmark).OfType<double>().ToArray();
        if (known.Length > 0)
        {
            var (low, high) = (ValueFormat.Number(known.Min(), indicator.Unit, culture), ValueFormat.Number(known.Max(), indicator.Unit, culture));
            var range = low == high ? low : $"{low}–{high}";
            var label = $"{BenchmarkText.Against(benchmark, culture)} {(unit.Count > 0 ? range : ValueFormat.WithUnit(range, indicator.Unit, culture))}";
            var half = TextWidth.Of(label, Theme.TextSize) / 2;
            var middle = X(known.Order().ElementAt(known.Length / 2));
            sheet.Text(Math.Clamp(middle, Edge + half, Math.Max(Edge + half, frame.Width - Edge - half)), y + (Head / 2), label, Theme.Ink, anchor: TextAnchor.Middle, bold: true);
        }
    }

    ChartPoint Words(Sheet sheet, DotRow place, double y)
    {
        var estimate = place.Estimate!;
        var differs = place.Comparison is { Verdict: not Verdict.Similar };
        var middle = y + Above + ((row - Above) / 2);
        var words = frame.IsNarrow ? y + (Above / 2) + 2 : middle;
        sheet.Text(Edge, words, place.Name, Theme.Ink, bold: differs);
        if (frame.IsNarrow && place.Ranks is { } both)
        {
            sheet.Text(Edge + (TextWidth.Of(place.Name, Theme.TextSize) * 1.2) + 8, words, Language.Pick(culture, "plats ", "place ") + DotChart.RanksOf(both), Theme.Muted);
        }

        sheet.Text(frame.Width - Edge - ranks, words, ValueOf(place), Theme.Ink, anchor: TextAnchor.End);
        if (ranks > 0)
        {
            sheet.Text(frame.Width - Edge, words, place.Ranks is { } range ? DotChart.RanksOf(range) : "–", Theme.Ink, anchor: TextAnchor.End);
        }

        return new ChartPoint(X(estimate.Value), middle, DotChart.SentenceOf(indicator, period, place, ranked, culture), place.Code, indicator.Id) { Height = Math.Min(24, row) };
    }

    string ValueOf(DotRow place)
    {
        var value = unit.Count > 0 ? ValueFormat.Number(place.Estimate!.Value, indicator.Unit, culture) : ValueFormat.Of(place.Estimate!.Value, indicator.Unit, culture);
        return place.IntervalAt(level, indicator.Measure) is { } bounds ? $"{value} ({ValueFormat.Bounds(bounds, place.Estimate!.Value, indicator.Unit, culture)})" : value;
    }
}
