using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>The funnel plot from top to bottom: legend, plot with its scales, municipalities without a place.</summary>
sealed class FunnelLayout
{
    const double Edge = 16, Pad = 6, Line = 18, LegendRow = 26, TightLegendRow = 21, Plot = 420, NarrowPlot = 330, LeastPlot = 130, LimitNames = 46;

    readonly Indicator indicator;
    readonly Period period;
    readonly Benchmark benchmark;
    readonly FlagLevel level;
    readonly CultureInfo culture;
    readonly ChartFrame frame;
    readonly Funnel funnel;
    readonly IReadOnlyList<(DotRow Row, double Size)> places;
    readonly IReadOnlyList<DotRow> rows;
    readonly ValueAxis axis;
    readonly SizeAxis sizes;
    readonly LegendFlow legend;
    readonly MissingRows missing;
    readonly double height;
    readonly string unsized;

    public FunnelLayout(Indicator indicator, Period period, IReadOnlyList<DotRow> rows, Funnel funnel, Benchmark benchmark, FlagLevel level, CultureInfo culture, ChartFrame frame)
    {
        (this.indicator, this.period, this.benchmark, this.level, this.culture, this.frame, this.funnel, this.rows) = (indicator, period, benchmark, level, culture, frame, funnel, rows);
        places = [.. rows.Where(x => Funnel.SizeOf(x) is not null).Select(x => (Row: x, Size: Funnel.SizeOf(x)!.Value)).OrderBy(x => x.Size)];
        axis = ValueAxis.Of(places.Select(x => x.Row.Estimate!.Value).Append(funnel.Centre), places.Select(x => funnel.Limits(x.Size, FunnelChart.Inner)), indicator, 6);
        sizes = SizeAxis.Of(places.Select(x => x.Size));
        var apart = rows.Where(x => x.Estimate is not null && Funnel.SizeOf(x) is null).Select(x => x.Name).ToArray();
        unsized = apart.Length == 0 ? "" : Language.Pick(culture, "Värde utan antal, därför inte i tratten: ", "Value without counts, so not in the funnel: ") + string.Join(", ", apart);
        var whole = frame.IsNarrow ? NarrowPlot : Plot;
        (legend, missing) = Below(LegendRow, grouped: false);
        height = whole;
        if (FramedSheet.MostHeight(frame) is { } most && HeightAround + whole > most)
        {
            (legend, missing) = Below(TightLegendRow, grouped: true);
            height = Math.Clamp(most - HeightAround, LeastPlot, whole);
        }

        Height = (int)Math.Ceiling(HeightAround + height);
    }

    public int Height { get; }

    IReadOnlyList<string> Unsized => unsized.Length == 0 ? [] : TextWidth.Broken(unsized, Theme.TextSize, frame.Width - (2 * Edge));

    double HeightAround => Pad + legend.Height + Line + 6 + Line + Line + 10 + (Unsized.Count * Line) + missing.Height;

    double PlotLeft => Edge + axis.Ticks.Select(x => TextWidth.Of(axis.Label(x, culture), Theme.TextSize)).DefaultIfEmpty(0).Max() + 8;

    double PlotRight => frame.Width - Edge - LimitNames;

    (LegendFlow, MissingRows) Below(double row, bool grouped) => (
        new LegendFlow(
            [
                .. ComparisonLegend.Verdicts(places.Select(x => x.Row.Comparison?.Verdict), culture),
                new($"{BenchmarkText.Of(benchmark, culture)} {ValueFormat.Of(funnel.Centre, indicator.Unit, culture)}", 24, (sheet, x, middle) => sheet.Line(x, middle, x + 24, middle, Theme.Ink, 2)),
                new(Language.Pick(culture, "grått: så långt når slumpen ensam", "grey: as far as chance alone reaches"), 24, (sheet, x, middle) =>
                {
                    sheet.Rectangle(x, middle - 9, x + 24, middle + 9, Theme.OuterBand, Theme.Rule);
                    sheet.Rectangle(x, middle - 5, x + 24, middle + 5, Theme.Band);
                }),
            ], Edge, frame.Width - Edge, row),
        new MissingRows(rows, Edge, frame.Width - Edge, grouped, culture));

    /// <summary>Draws everything; gives the points of all municipalities.</summary>
    public IReadOnlyList<ChartPoint> Draw(Sheet sheet, double top)
    {
        legend.On(sheet, top + Pad);
        var y = top + Pad + legend.Height;
        sheet.Text(Edge, y + (Line / 2), ValueFormat.UnitText(indicator.Unit, culture) is { Length: > 0 } unit ? unit : Language.Pick(culture, "värde", "value"), Theme.Muted);
        y += Line + 6;
        var plot = new FunnelPlot(sheet, axis, sizes, funnel, PlotLeft, y, PlotRight, y + height, culture);
        plot.Scales();
        plot.Limits();
        plot.Places(places);
        var points = places.Select(x => new ChartPoint(
            plot.X(x.Size), plot.Y(x.Row.Estimate!.Value), $"{DotChart.SentenceOf(indicator, period, x.Row, rows.Count(y => y.Ranks is not null), culture)} {Underlying(x.Size)}", x.Row.Code, indicator.Id)).ToList();
        y += height + Line;
        sheet.Text(
            (PlotLeft + PlotRight) / 2, y + (Line / 2),
            frame.IsNarrow ? Language.Pick(culture, "underlag: antal personer", "base: number of people") : Language.Pick(culture, "underlag: antal personer; lika långt är lika många gånger fler", "base: number of people; equal steps are equally many times more"),
            Theme.Muted, anchor: TextAnchor.Middle);
        y += Line + 10;
        foreach (var line in Unsized)
        {
            sheet.Text(Edge, y + (Line / 2), line, Theme.Muted);
            y += Line;
        }

        points.AddRange(missing.Draw(sheet, y, Names, indicator, period));
        return points;
    }

    double Names => Math.Max(rows.Select(x => TextWidth.Of(x.Name, Theme.TextSize)).DefaultIfEmpty(0).Max() * 1.06, 70) + 14;

    string Underlying(double size)
    {
        var people = Math.Round(size).ToString("N0", Language.Numbers(culture));
        return Language.Pick(culture, $"Underlag: {people}.", $"Base: {people}.");
    }
}
