using System.Globalization;
using Analytics.Estimation;
using Analytics.Statistics;

namespace Analytics.Charts;

/// <summary>The plot of a funnel: scales, limits, municipalities with their names.</summary>
sealed record FunnelPlot(Sheet Sheet, ValueAxis Axis, SizeAxis Sizes, Funnel Funnel, double Left, double Top, double Right, double Bottom, CultureInfo Culture)
{
    const int Steps = 80;

    public double X(double size) => Left + (Sizes.Place(size) * (Right - Left));

    public double Y(double value) => Bottom - (Axis.Place(value) * (Bottom - Top));

    /// <summary>Round values to the left and round sizes below.</summary>
    public void Scales()
    {
        foreach (var tick in Axis.Ticks)
        {
            Sheet.Text(Left - 8, Y(tick), Axis.Label(tick, Culture), Theme.Muted, anchor: TextAnchor.End);
        }

        var free = double.NegativeInfinity;
        foreach (var tick in Sizes.Ticks)
        {
            var text = tick.ToString("N0", Language.Numbers(Culture));
            var half = TextWidth.Of(text, Theme.TextSize) / 2;
            if (X(tick) - half > free)
            {
                Sheet.Text(X(tick), Bottom + 11, text, Theme.Muted, anchor: TextAnchor.Middle);
                Sheet.Line(X(tick), Bottom, X(tick), Bottom + 4, Theme.Similar, 1);
                free = X(tick) + half + 6;
            }
        }
    }

    /// <summary>Two bands, round values across them, their borders and the benchmark; each border is named at its right end.</summary>
    public void Limits()
    {
        var (outer, inner) = (Curve(FunnelChart.Outer), Curve(FunnelChart.Inner));
        Sheet.Shapes([Outline(outer)], Theme.OuterBand);
        Sheet.Shapes([Outline(inner)], Theme.Band);
        Sheet.Segments(Axis.Ticks.Select(x => (Left, Y(x), Right, Y(x))), Theme.Rule, 1);
        Sheet.Segments([(Left, Bottom, Right, Bottom)], Theme.Similar, 1);
        Sheet.Segments(Border(outer), Theme.Muted, 1.5f);
        Sheet.Segments(Border(inner).Where((_, i) => i / 2 % 2 == 0), Theme.Muted, 1.5f);
        Sheet.Line(Left, Y(Funnel.Centre), Right, Y(Funnel.Centre), Theme.Ink, 2);
        var (low, high) = (outer[^1].Limits, inner[^1].Limits);
        // Four names at the right end; where the funnel is narrow they would cover each other, so they are kept apart.
        var above = Math.Min(Y(high.Upper), Y(Funnel.Centre) - 10);
        var below = Math.Max(Y(high.Lower), Y(Funnel.Centre) + 10);
        Name(above, FunnelChart.Inner);
        Name(Math.Min(Y(low.Upper), above - 16), FunnelChart.Outer);
        Name(below, FunnelChart.Inner);
        Name(Math.Max(Y(low.Lower), below + 16), FunnelChart.Outer);
    }

    /// <summary>The municipalities: first all markers, then names where there is room, those that differ first.</summary>
    public void Places(IReadOnlyList<(DotRow Row, double Size)> places)
    {
        var labels = new LabelPlaces(Left, Top - 14, Right, Bottom);
        foreach (var (row, size) in places)
        {
            var (x, y) = (X(size), Y(row.Estimate!.Value));
            SpineStrip.DrawMarker(Sheet, x, y, row.Comparison?.Verdict);
            labels.Keep(x, y);
        }

        labels.Keep(Left, Y(Funnel.Centre) - 3, Right, Y(Funnel.Centre) + 3);
        foreach (var (x, limits) in Curve(FunnelChart.Inner).Concat(Curve(FunnelChart.Outer)))
        {
            labels.Avoid(x, Y(limits.Lower));
            labels.Avoid(x, Y(limits.Upper));
        }

        foreach (var (row, size) in places.OrderByDescending(x => x.Row.Comparison is { Verdict: not Verdict.Similar }).ThenByDescending(x => x.Size))
        {
            var (x, y) = (X(size), Y(row.Estimate!.Value));
            if (labels.Find(x, y, row.Name) is { } label)
            {
                if (label.Far)
                {
                    Sheet.Line(x, y, label.X, label.Y, Theme.Similar, 1);
                }

                Sheet.Text(label.X, label.Y, row.Name, Theme.Ink, anchor: label.Anchor, bold: row.Comparison is { Verdict: not Verdict.Similar });
            }
        }
    }

    void Name(double y, double confidence) => Sheet.Text(
        Right + 4, Math.Clamp(y, Top, Bottom), Language.Pick(Culture, (confidence * 100).ToString("0.#", Language.Numbers(Culture)) + Language.NoBreakSpace + "%", (confidence * 100).ToString("0.#", Language.Numbers(Culture)) + "%"), Theme.Muted);

    (double X, Interval Limits)[] Curve(double confidence) =>
        [.. Enumerable.Range(0, Steps + 1).Select(i => Sizes.At((double)i / Steps)).Select(size => (X(size), Funnel.Limits(size, confidence)))];

    List<(double, double)> Outline((double X, Interval Limits)[] curve) =>
        [.. curve.Select(p => (p.X, Y(p.Limits.Upper))), .. curve.Reverse().Select(p => (p.X, Y(p.Limits.Lower)))];

    /// <summary>Both borders where they lie within the plot, upper and lower by turns.</summary>
    IEnumerable<(double, double, double, double)> Border((double X, Interval Limits)[] curve)
    {
        for (var i = 1; i < curve.Length; i++)
        {
            var (a, b) = (curve[i - 1], curve[i]);
            yield return Axis.IsCut(a.Limits.Upper) ? (b.X, Y(b.Limits.Upper), b.X, Y(b.Limits.Upper)) : (a.X, Y(a.Limits.Upper), b.X, Y(b.Limits.Upper));
            yield return Axis.IsCut(a.Limits.Lower) ? (b.X, Y(b.Limits.Lower), b.X, Y(b.Limits.Lower)) : (a.X, Y(a.Limits.Lower), b.X, Y(b.Limits.Lower));
        }
    }
}
