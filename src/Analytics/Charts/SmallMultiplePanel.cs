using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Draws one municipality's course and tells where its points are.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Axis">The scale that all panels share.</param>
/// <param name="Culture">Language of the words.</param>
/// <param name="Width">Width of the plot.</param>
/// <param name="Gutter">Room to the left for the scale's numbers.</param>
/// <param name="PlotHeight">Height of the plot.</param>
/// <param name="Tight">Whether room is short: no years below, and the trend in one line.</param>
/// <param name="CommonYears">Whether all trends are of the same years, so that the legend says them once.</param>
/// <param name="TagLines">Lines of the longest tag.</param>
sealed record SmallMultiplePanel(Indicator Indicator, ValueAxis Axis, CultureInfo Culture, double Width, double Gutter, double PlotHeight, bool Tight, bool CommonYears, int TagLines)
{
    const double Line = 17, Inset = 8, Column = 15;

    /// <summary>Height of name, years and trend.</summary>
    public double HeightAround => Tight ? 2 * Line : Line + 4 + 18 + (TagLines * Line);

    /// <summary>Draws the panel; gives the whole series' point, then those of its years.</summary>
    /// <param name="marks">Where marks are kept.</param>
    /// <param name="multiple">The series.</param>
    /// <param name="left">Left edge of the plot.</param>
    /// <param name="top">Top edge of the panel.</param>
    /// <param name="numbered">Whether the scale's numbers stand to the left.</param>
    public IReadOnlyList<ChartPoint> Draw(SmallMultipleMarks marks, SmallMultiple multiple, double left, double top, bool numbered)
    {
        var sheet = marks.Sheet;
        var (plot, bottom) = (top + Line + (Tight ? 0 : 4), top + Line + (Tight ? 0 : 4) + PlotHeight);
        Head(sheet, multiple, left, top + (Line / 2));
        foreach (var tick in Axis.Ticks.Where((x, i) => !Tight || PlotHeight > 60 || i == 0 || i == Axis.Ticks.Count - 1))
        {
            marks.Rule(left, Y(tick, bottom), left + Width);
            if (numbered)
            {
                sheet.Text(left - 6, Y(tick, bottom), Axis.Label(tick, Culture), Theme.Muted, anchor: TextAnchor.End);
            }
        }

        Course(marks, multiple, left, plot, bottom);
        if (!Tight && multiple.Years is [var first, .., var last])
        {
            sheet.Text(left + Inset - 6, bottom + 11, YearOf(first), Theme.Muted);
            sheet.Text(left + Width, bottom + 11, YearOf(last), Theme.Muted, anchor: TextAnchor.End);
        }

        Tag(sheet, multiple, left, Tight ? bottom + (Line / 2) : bottom + 18 + (Line / 2));
        return
        [
            new ChartPoint(left + (Width / 2), top + (Line / 2), SmallMultipleText.Of(Indicator, multiple, Culture), multiple.Code, Indicator.Id) { Width = Width, Height = Line + 2 },
            .. multiple.Years.Select((x, i) => new ChartPoint(
                X(multiple, i, left), x.Estimate is { } estimate ? Y(estimate.Value, bottom) : (plot + bottom) / 2, SmallMultipleText.Of(Indicator, multiple.Name, x, Culture), multiple.Code, Indicator.Id)
            {
                Width = Math.Min(24, (Width - (2 * Inset)) / Math.Max(1, multiple.Years.Count - 1)), Height = 24, Year = x.Period.Last,
            }),
        ];
    }

    void Head(Sheet sheet, SmallMultiple multiple, double left, double middle)
    {
        sheet.Text(left, middle, multiple.Name, Theme.Ink, bold: true);
        if (multiple.Shown.Any() && multiple.Shown.Last() is var (year, estimate))
        {
            var value = ValueFormat.UnitText(Indicator.Unit, Culture).Length <= 2 ? ValueFormat.Of(estimate.Value, Indicator.Unit, Culture) : ValueFormat.Number(estimate.Value, Indicator.Unit, Culture);
            var when = year == multiple.Years[^1] ? "" : $" ({YearOf(year)})";
            var room = Width - (TextWidth.Of(multiple.Name, Theme.TextSize) * 1.06) - 6;
            sheet.Text(left + Width, middle, TextWidth.Of(value + when, Theme.TextSize) <= room ? value + when : value, Theme.Ink, anchor: TextAnchor.End);
        }
    }

    void Course(SmallMultipleMarks marks, SmallMultiple multiple, double left, double top, double bottom)
    {
        var sheet = marks.Sheet;
        var years = multiple.Years;
        if (years.Count > 0 && years.All(x => x.Reason is { } reason && reason == years[0].Reason))
        {
            marks.Gap(left, top, left + Width, bottom, $"{ReasonText.Glyph(years[0].Reason!.Value)} {ReasonText.Short(years[0].Reason!.Value, Culture)}");
            return;
        }

        for (var i = 0; i < years.Count; i++)
        {
            var x = X(multiple, i, left);
            if (years[i].Reason is { } reason)
            {
                marks.Gap(x - (Column / 2), top, x + (Column / 2), bottom, ReasonText.Glyph(reason));
                continue;
            }

            if (i > 0 && years[i].IsBreak && years[i - 1].Estimate is not null)
            {
                var between = (x + X(multiple, i - 1, left)) / 2;
                sheet.Segments([(between, top, between, bottom - 16)], Theme.Similar, 1);
                sheet.Text(between, bottom - 8, ReasonText.Glyph(Reason.NewDefinition), Theme.Muted, anchor: TextAnchor.Middle);
            }

            if (years[i].Benchmark is { } benchmark && i > 0 && !years[i].IsBreak && years[i - 1].Benchmark is { } before)
            {
                marks.Benchmark(X(multiple, i - 1, left), Y(before, bottom), x, Y(benchmark, bottom));
            }

            marks.Dot(x, Y(years[i].Estimate!.Value, bottom), i == years.Count - 1 ? 4.5 : 3);
        }

        foreach (var run in Runs(years))
        {
            Run(marks, multiple, run, left, bottom);
        }
    }

    /// <summary>Years in a row that a line may join.</summary>
    static IEnumerable<Range> Runs(IReadOnlyList<SmallMultipleYear> years)
    {
        for (var i = 0; i < years.Count;)
        {
            var to = i + 1;
            while (years[i].Estimate is not null && to < years.Count && years[to].Estimate is not null && !years[to].IsBreak)
            {
                to++;
            }

            if (years[i].Estimate is not null)
            {
                yield return i..to;
            }

            i = to;
        }
    }

    void Run(SmallMultipleMarks marks, SmallMultiple multiple, Range run, double left, double bottom)
    {
        var (from, to) = (run.Start.Value, run.End.Value);
        for (var i = from + 1; i < to; i++)
        {
            marks.Course(
                X(multiple, i - 1, left), Y(multiple.Years[i - 1].Estimate!.Value, bottom), X(multiple, i, left), Y(multiple.Years[i].Estimate!.Value, bottom));
        }

        var bounds = Enumerable.Range(from, to - from).Where(i => multiple.Years[i].Estimate!.Interval is not null).Select(i => (X: X(multiple, i, left), Bounds: multiple.Years[i].Estimate!.Interval!.Value)).ToArray();
        if (bounds.Length == 1)
        {
            // A year alone has no ribbon to its sides: it is given a little width.
            var (x, only) = bounds[0];
            marks.Ribbon([(x - 4, Y(only.Upper, bottom)), (x + 4, Y(only.Upper, bottom)), (x + 4, Y(only.Lower, bottom)), (x - 4, Y(only.Lower, bottom))]);
        }
        else if (bounds.Length > 1)
        {
            marks.Ribbon([.. bounds.Select(b => (b.X, Y(b.Bounds.Upper, bottom))), .. bounds.Reverse().Select(b => (b.X, Y(b.Bounds.Lower, bottom)))]);
        }
    }

    void Tag(Sheet sheet, SmallMultiple multiple, double left, double middle)
    {
        if (!multiple.Shown.Any())
        {
            return;
        }

        var words = SmallMultipleText.Tag(multiple, Tight || CommonYears, Culture);
        var lines = Tight ? [words] : TextWidth.Broken(words, Theme.TextSize, Width);
        for (var i = 0; i < lines.Count; i++)
        {
            sheet.Text(left, middle + (i * Line), lines[i], multiple.Certain is { } verdict ? Theme.ColourOf(verdict) : Theme.Muted, bold: multiple.Certain is not null);
        }
    }

    double X(SmallMultiple multiple, int year, double left)
    {
        var (first, last) = (multiple.Years[0].Period.Last, multiple.Years[^1].Period.Last);
        return first == last ? left + (Width / 2) : left + Inset + ((Width - (2 * Inset)) * (multiple.Years[year].Period.Last - first) / (last - first));
    }

    double Y(double value, double bottom) => bottom - (Axis.Place(value) * PlotHeight);

    static string YearOf(SmallMultipleYear year) => year.Period.ToString();
}
