using System.Globalization;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>The profile from top to bottom: legend, heads of the halves, groups, how to read the scale.</summary>
sealed class LollipopLayout
{
    const double Top = 8, LegendRow = 26, HeadHeight = 28, SidesHeight = 22, GroupHeading = 32, Explained = 20, TextLine = 18, Air = 8, Empty = 30;

    static readonly Verdict?[] Verdicts = [Verdict.Better, Verdict.Similar, Verdict.Worse, Verdict.Higher, Verdict.Lower];

    readonly LollipopProfile profile;
    readonly CultureInfo culture;
    readonly LollipopSizes sizes;
    readonly LollipopScale scale;
    readonly LegendFlow legend;
    readonly IReadOnlyList<string> remark;
    readonly bool grouped;

    public LollipopLayout(LollipopProfile whole, CultureInfo culture, ChartFrame frame)
    {
        this.culture = culture;
        sizes = new LollipopSizes(frame, culture);
        scale = LollipopScale.Of(whole.Rows);
        legend = new LegendFlow(
            from verdict in Verdicts
            where whole.Rows.Any(x => x.Place is not null && x.Comparison?.Verdict == verdict)
            select new LegendEntry(VerdictText.Of(verdict, culture), 16, (sheet, x, middle) => SpineStrip.DrawMarker(sheet, x + 8, middle, verdict)),
            sizes.Edge, frame.Width - sizes.Edge, LegendRow);
        grouped = frame.MostHeight is null;
        profile = frame.MostHeight is { } most ? whole.Fitting(x => HeightOf(x) + TextLine + (TextWidth.Broken(LollipopText.Scale(whole, culture), Theme.TextSize, sizes.Inner).Count * TextLine) <= most) : whole;
        var left = whole.Rows.Count() - profile.Rows.Count();
        remark =
        [
            .. left > 0 ? TextWidth.Broken(LollipopText.LeftOut(profile.Rows.Count(), left, culture), Theme.TextSize, sizes.Inner) : [],
            .. TextWidth.Broken(LollipopText.Scale(profile, culture), Theme.TextSize, sizes.Inner),
        ];
        Height = (int)Math.Ceiling(HeightOf(profile) + (remark.Count * TextLine));
    }

    public int Height { get; }

    public IReadOnlyList<ChartPoint> Draw(Sheet sheet, double top)
    {
        var points = new List<ChartPoint>();
        legend.On(sheet, top + Top);
        var y = top + Top + legend.Height;
        if (!sizes.IsNarrow)
        {
            Head(sheet, protection: false, y);
            Head(sheet, protection: true, y);
            y += HeadHeight;
        }

        foreach (var group in profile.Groups)
        {
            y = Heading(sheet, group, y);
            if (sizes.IsNarrow)
            {
                foreach (var protection in Sides(group))
                {
                    Head(sheet, protection, y);
                    y = Rows(sheet, points, protection ? group.Protection : group.Risk, protection, y + HeadHeight);
                }
            }
            else
            {
                var bottoms = (Rows(sheet, points, group.Risk, false, y), Rows(sheet, points, group.Protection, true, y));
                y = Math.Max(bottoms.Item1, bottoms.Item2);
            }

            y += Air;
        }

        foreach (var line in remark)
        {
            y += TextLine;
            sheet.Text(sizes.Edge, y - 4, line, Theme.Muted);
        }

        return points;
    }

    double Heading(Sheet sheet, LollipopGroup group, double y)
    {
        if (!grouped)
        {
            return y;
        }

        sheet.Line(sizes.Edge, y + 2, sizes.Edge + sizes.Inner, y + 2, Theme.Rule, 1);
        sheet.Text(sizes.Edge, y + 20, group.Heading, Theme.Ink, Theme.HeadingSize, bold: true);
        y += GroupHeading;
        foreach (var line in Explanation(group))
        {
            sheet.Text(sizes.Edge, y + 6, line, Theme.Muted);
            y += TextLine;
        }

        return y + (group.Explanation.Length > 0 ? Explained - TextLine + 4 : 0);
    }

    void Head(Sheet sheet, bool protection, double y)
    {
        var strip = Strip(sheet, protection);
        sheet.Text(sizes.Names(protection), y + (HeadHeight / 2), protection ? Language.Pick(culture, "Skyddsfaktorer", "Protective factors") : Language.Pick(culture, "Riskfaktorer", "Risk factors"), Theme.Ink, Theme.HeadingSize, bold: true);
        sheet.Text(sizes.IsNarrow ? strip.X(1) + 8 : strip.X(0), y + (HeadHeight / 2), BenchmarkText.Of(profile.Benchmark, culture), Theme.Ink, anchor: sizes.IsNarrow ? TextAnchor.End : TextAnchor.Middle);
    }

    double Rows(Sheet sheet, List<ChartPoint> points, IReadOnlyList<LollipopRow> rows, bool protection, double y)
    {
        if (rows.Count == 0)
        {
            var none = protection ? Language.Pick(culture, "– ingen skyddsfaktor", "– no protective factor") : Language.Pick(culture, "– ingen riskfaktor", "– no risk factor");
            sheet.Text(sizes.Names(protection), y + (Empty / 2), none, Theme.Muted);
            return y + Empty;
        }

        var strip = Strip(sheet, protection);
        sheet.Text(strip.X(-1) - 8, y + (SidesHeight / 2), Language.Pick(culture, "← sämre", "← worse"), Theme.Muted);
        sheet.Text(strip.X(1) + 8, y + (SidesHeight / 2), Language.Pick(culture, "bättre →", "better →"), Theme.Muted, anchor: TextAnchor.End);
        y += SidesHeight;
        Grid(sheet, strip, rows, y);
        foreach (var row in rows)
        {
            var height = sizes.RowHeight(row);
            var middle = y + sizes.Middle(row, height);
            NameAndValue(sheet, row, protection, y, height);
            points.Add(new ChartPoint(strip.Draw(row, middle), middle, LollipopText.Of(row, culture), row.Area, row.Indicator.Id) { Width = 30, Height = 26, Year = row.Period.Last });
            y += height;
        }

        return y;
    }

    void NameAndValue(Sheet sheet, LollipopRow row, bool protection, double top, double height)
    {
        var lines = sizes.Name(row);
        var value = LollipopText.ValueOf(row, culture);
        var below = value.Length > 0 && !sizes.IsNarrow ? 1 : 0;
        var y = sizes.IsNarrow ? top + 4 + (LollipopSizes.Line / 2) : top + (height / 2) - ((lines.Count + below - 1) / 2.0 * LollipopSizes.Line);
        if (value.Length > 0 && sizes.IsNarrow)
        {
            sheet.Text(sizes.Edge + sizes.Inner, y, value, Theme.Ink, anchor: TextAnchor.End, bold: true);
        }

        foreach (var line in lines)
        {
            sheet.Text(sizes.Names(protection), y, line, Theme.Ink);
            y += LollipopSizes.Line;
        }

        if (below > 0)
        {
            sheet.Text(sizes.Names(protection), y, value, Theme.Ink, bold: true);
        }
    }

    /// <summary>The benchmark as a line through all factors, and thin lines at whole spreads.</summary>
    void Grid(Sheet sheet, LollipopStrip strip, IReadOnlyList<LollipopRow> rows, double y)
    {
        var parts = new List<(double Top, double Bottom)>();
        foreach (var row in rows)
        {
            parts.Add(sizes.GridOf(row, y));
            y += sizes.RowHeight(row);
        }

        var steps = Enumerable.Range(1, (int)scale.Half).SelectMany(i => (double[])[strip.X(i / scale.Half), strip.X(-i / scale.Half)]);
        sheet.Segments(steps.SelectMany(x => parts.Select(part => (x, part.Top, x, part.Bottom))), Theme.Rule, 0.6f);
        sheet.Segments(parts.Select(part => (strip.X(0), part.Top, strip.X(0), part.Bottom)), Theme.Ink, 1.5f);
    }

    LollipopStrip Strip(Sheet sheet, bool protection) => new(sheet, scale, sizes.Strip(protection), sizes.StripWidth, culture);

    IReadOnlyList<string> Explanation(LollipopGroup group) => TextWidth.Broken(group.Explanation, Theme.TextSize, sizes.Inner);

    // A telephone shows the half that has factors; where neither has, the risk half says so.
    static IEnumerable<bool> Sides(LollipopGroup group) => (group.Risk.Count, group.Protection.Count) switch { (0, > 0) => [true], (_, 0) => [false], _ => [false, true] };

    double HeightOf(LollipopProfile part) => Top + legend.Height + (sizes.IsNarrow ? 0 : HeadHeight) + part.Groups.Sum(HeightOf) + 10;

    double HeightOf(LollipopGroup group) => Air
        + (grouped ? GroupHeading + (group.Explanation.Length > 0 ? (Explanation(group).Count * TextLine) + Explained - TextLine + 4 : 0) : 0)
        + (sizes.IsNarrow ? Sides(group).Sum(x => HeadHeight + HeightOf(x ? group.Protection : group.Risk)) : Math.Max(HeightOf(group.Risk), HeightOf(group.Protection)));

    double HeightOf(IReadOnlyList<LollipopRow> rows) => rows.Count == 0 ? Empty : SidesHeight + rows.Sum(sizes.RowHeight);
}
