using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Statistics;

namespace Analytics.Charts;

/// <summary>Small multiples from top to bottom: legend, panels, what is left out.</summary>
sealed class SmallMultiplesLayout
{
    const double Edge = 16, Pad = 6, Line = 18, LegendRow = 26, TightLegendRow = 21, Across = 22, Down = 18, Plot = 92, LeastPlot = 26;
    const int NamedColumns = 4;

    readonly Indicator indicator;
    readonly CultureInfo culture;
    readonly ChartFrame frame;
    readonly ValueAxis axis;
    readonly LegendFlow legend;
    readonly SmallMultiplesGrid grid;
    readonly SmallMultiplePanel panel;
    readonly string remark;
    readonly double down = Down;

    public SmallMultiplesLayout(Indicator indicator, IReadOnlyList<SmallMultiple> panels, Benchmark benchmark, CultureInfo culture, ChartFrame frame)
    {
        (this.indicator, this.culture, this.frame) = (indicator, culture, frame);
        var years = panels.SelectMany(x => x.Years).ToArray();
        var estimates = years.Select(x => x.Estimate).OfType<Estimate>().ToArray();
        axis = ValueAxis.Of([.. estimates.Select(x => x.Value), .. years.Select(x => x.Benchmark).OfType<double>()], estimates.Select(x => x.Interval).OfType<Interval>(), indicator, 3, grounded: true);
        var gutter = axis.Ticks.Select(x => TextWidth.Of(axis.Label(x, culture), Theme.TextSize)).DefaultIfEmpty(0).Max() + 6;
        grid = frame.IsNarrow ? SmallMultiplesGrid.ByName(panels, 2) : SmallMultiplesGrid.ByTile(panels) ?? SmallMultiplesGrid.ByName(panels, NamedColumns);
        var words = new SmallMultipleLegend(panels, benchmark, culture);
        legend = new LegendFlow(words.Entries, Edge, frame.Width - Edge, LegendRow);
        panel = new SmallMultiplePanel(indicator, axis, culture, WidthOf(grid, gutter), gutter, Plot, Tight: false, words.CommonYears, TagLines: 1);
        panel = panel with { TagLines = panels.Select(x => TextWidth.Broken(SmallMultipleText.Tag(x, words.CommonYears, culture), Theme.TextSize, panel.Width).Count).DefaultIfEmpty(1).Max() };
        remark = words.Remark;
        if (FramedSheet.MostHeight(frame) is { } most && HeightOf(grid.Rows) > most)
        {
            legend = new LegendFlow(words.TightEntries, Edge, frame.Width - Edge, TightLegendRow);
            (remark, down) = ("", 8);
            panel = Tight(grid, gutter);
            var row = (most - HeightOf(0)) / Math.Max(1, grid.Rows);
            if (row - panel.HeightAround - down < LeastPlot)
            {
                var rows = Math.Max(1, (int)((most - HeightOf(0) - Line) / (panel.HeightAround + down + LeastPlot + 8)));
                var columns = frame.IsNarrow ? 2 : NamedColumns;
                var kept = panels.OrderByDescending(x => x.Certain is not null).ThenByDescending(x => (x.Trend as SeriesTrend.Tested)?.Trend.ChiSquare ?? -1).Take(rows * columns).ToHashSet();
                grid = SmallMultiplesGrid.ByName([.. panels.Where(kept.Contains)], columns);
                remark = Language.Pick(culture, $"{panels.Count - kept.Count} kommuner till visas inte här; de med säkrast förändring står kvar.", $"{panels.Count - kept.Count} more municipalities are not shown here; those with the most certain change are.");
                panel = Tight(grid, gutter);
                row = (most - HeightOf(0)) / Math.Max(1, grid.Rows);
            }

            panel = panel with { PlotHeight = Math.Clamp(row - panel.HeightAround - down, LeastPlot, Plot) };
        }

        Height = (int)Math.Ceiling(HeightOf(grid.Rows));
    }

    public int Height { get; }

    IReadOnlyList<string> Remark => remark.Length == 0 ? [] : TextWidth.Broken(remark, Theme.TextSize, frame.Width - (2 * Edge));

    double HeightOf(int rows) => Pad + legend.Height + 6 + (rows * (panel.PlotHeight + panel.HeightAround + down)) + (Remark.Count * Line);

    double WidthOf(SmallMultiplesGrid of, double gutter) => (frame.Width - (2 * Edge) - gutter - ((of.Columns - 1) * Gap(gutter))) / of.Columns;

    // On a telephone every panel has its own scale's numbers, since the one to the left is far up the page.
    double Gap(double gutter) => frame.IsNarrow ? gutter + 8 : Across;

    SmallMultiplePanel Tight(SmallMultiplesGrid of, double gutter) => panel with { Width = WidthOf(of, gutter), Tight = true, PlotHeight = 0 };

    /// <summary>Draws everything; gives the points of all panels.</summary>
    public IReadOnlyList<ChartPoint> Draw(Sheet sheet, double top)
    {
        legend.On(sheet, top + Pad);
        var y = top + Pad + legend.Height + 6;
        var points = new List<ChartPoint>();
        var taken = grid.Places.Select(x => (x.Row, x.Column)).ToHashSet();
        var marks = new SmallMultipleMarks(sheet);
        foreach (var (multiple, row, column) in grid.Places)
        {
            var left = Edge + panel.Gutter + (column * (panel.Width + Gap(panel.Gutter)));
            var numbered = frame.IsNarrow || !taken.Contains((row, column - 1));
            points.AddRange(panel.Draw(marks, multiple, left, y + (row * (panel.PlotHeight + panel.HeightAround + down)), numbered));
        }

        marks.Finish();
        y += grid.Rows * (panel.PlotHeight + panel.HeightAround + down);
        foreach (var line in Remark)
        {
            sheet.Text(Edge, y + (Line / 2) - 4, line, Theme.Muted);
            y += Line;
        }

        return points;
    }
}
