using System.Globalization;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>The rug from top to bottom: legend, panels of columns, remark.</summary>
sealed class RugLayout
{
    const double LegendRow = 26, Line = 18, Top = 8, BlockHeading = 34, GroupHeading = 28, LetterRow = 22, PanelGap = 16;

    readonly Rug rug;
    readonly CultureInfo culture;
    readonly RugSizes sizes;
    readonly LegendFlow legend;
    readonly IReadOnlyList<string> shorts;
    readonly IReadOnlyList<string> key;
    readonly IReadOnlyList<string> remark;
    readonly IReadOnlyList<Range> panels;

    /// <summary>Places everything; a frame with a most height gets the rows with most certain differences that fit.</summary>
    public RugLayout(Rug whole, CultureInfo culture, ChartFrame frame)
    {
        this.culture = culture;
        sizes = new RugSizes(frame, whole.Columns, culture);
        shorts = ShortNames.Of([.. whole.Columns.Select(x => x.Name)]);
        panels = sizes.Panels;
        key = sizes.IsNarrow ? TextWidth.Broken(string.Join(", ", whole.Columns.Zip(shorts, (x, y) => $"{y}\u00A0{x.Name.Replace(' ', '\u00A0')}")), Theme.TextSize, sizes.Inner) : [];
        rug = frame.MostHeight is { } most ? Fitting(whole, most) : whole;
        legend = Legend(rug);
        var left = whole.Rows.Count() - rug.Rows.Count();
        remark =
        [
            .. left > 0 ? TextWidth.Broken(LeftOut(rug.Rows.Count(), left, culture), Theme.TextSize, sizes.Inner) : [],
            .. TextWidth.Broken(whole.Remark, Theme.TextSize, sizes.Inner),
        ];
        Height = (int)Math.Ceiling(HeightOf(rug) + (remark.Count * Line));
    }

    public int Height { get; }

    /// <summary>Draws everything; gives the points in reading order.</summary>
    public IReadOnlyList<ChartPoint> Draw(Sheet sheet, double top)
    {
        var points = new List<ChartPoint>();
        legend.On(sheet, top + Top);
        var y = top + Top + legend.Height;
        foreach (var line in key)
        {
            sheet.Text(sizes.Edge, y + (Line / 2), line, Theme.Muted);
            y += Line;
        }

        var cells = new RugCells(sheet, culture);
        foreach (var (panel, first) in panels.Select((x, i) => (x, i == 0)))
        {
            y += first ? 0 : PanelGap;
            foreach (var (block, leading) in rug.Blocks.Select((x, i) => (x, i == 0)))
            {
                y = Block(sheet, cells, points, block, panel, leading, y);
            }
        }

        cells.Finish();
        foreach (var line in remark)
        {
            y += Line;
            sheet.Text(sizes.Edge, y, line, Theme.Muted);
        }

        return points;
    }

    double Block(Sheet sheet, RugCells cells, List<ChartPoint> points, RugBlock block, Range panel, bool leading, double y)
    {
        y += HeadHeight(block);
        sheet.Text(sizes.Edge, y - 14, block.Heading, Theme.Ink, Theme.HeadingSize, bold: true);
        sheet.Line(sizes.Edge, y - 1, sizes.Right(panel), y - 1, Theme.Ink, 1);
        if (!sizes.IsNarrow)
        {
            Names(sheet, points, panel, leading, y, sizes.NamesHeight, turned: true);
        }

        foreach (var (group, first) in block.Groups.Select((x, i) => (x, i == 0)))
        {
            if (group.Heading.Length > 0)
            {
                y += GroupHeading;
                sheet.Text(sizes.Edge, y - 11, group.Heading, Theme.Muted, bold: true);
            }

            if (sizes.IsNarrow)
            {
                y += LetterRow;
                Names(sheet, points, panel, leading && first, y, LetterRow, turned: false);
            }

            foreach (var row in group.Rows)
            {
                Row(sheet, cells, points, row, panel, y);
                y += sizes.RowHeight(row.Indicator);
            }
        }

        return y;
    }

    void Names(Sheet sheet, List<ChartPoint> points, Range panel, bool pointed, double bottom, double height, bool turned)
    {
        var (from, count) = panel.GetOffsetAndLength(rug.Columns.Count);
        for (var i = 0; i < count; i++)
        {
            var (column, x) = (rug.Columns[from + i], sizes.Column(i) + (sizes.ColumnWidth / 2));
            sheet.Text(x, turned ? bottom - 8 : bottom - (height / 2), turned ? column.Name : shorts[from + i], Theme.Ink, anchor: turned ? TextAnchor.Start : TextAnchor.Middle, turned: turned);
            if (pointed)
            {
                points.Add(new ChartPoint(x, bottom - (height / 2), RugText.Of(column, rug.Rows.Select(r => r.Cells[from + i]), culture), column.Code, "") { Width = sizes.ColumnWidth, Height = height });
            }
        }
    }

    void Row(Sheet sheet, RugCells cells, List<ChartPoint> points, RugRow row, Range panel, double y)
    {
        var (from, count) = panel.GetOffsetAndLength(rug.Columns.Count);
        var lines = sizes.Name(row.Indicator);
        var (nameTop, nameHeight) = sizes.IsNarrow ? (y + 6, lines.Count * RugSizes.NameLine) : (y, sizes.RowHeight(row.Indicator));
        for (var i = 0; i < lines.Count; i++)
        {
            sheet.Text(sizes.Edge, nameTop + (nameHeight / 2) + ((i - ((lines.Count - 1) / 2.0)) * RugSizes.NameLine), lines[i], Theme.Ink);
        }

        points.Add(new ChartPoint(sizes.Edge + (sizes.NameWidth / 2) - 2, nameTop + (nameHeight / 2), RugText.Of(row, culture), "", row.Indicator.Id) { Width = sizes.NameWidth, Height = nameHeight, Year = row.Period.Last });
        var (top, bottom) = sizes.CellsOf(row.Indicator, y);
        if (row.OnlyReason is { } reason)
        {
            cells.Band(sizes.Column(0), top, sizes.Right(panel), bottom, reason);
        }

        for (var i = 0; i < count; i++)
        {
            var (cell, left) = (row.Cells[from + i], sizes.Column(i));
            if (row.OnlyReason is null)
            {
                cells.Add(cell, left, top, left + sizes.ColumnWidth, bottom);
            }

            points.Add(new ChartPoint(left + (sizes.ColumnWidth / 2), (top + bottom) / 2, RugText.Of(row, rug.Columns[from + i], cell, culture), rug.Columns[from + i].Code, row.Indicator.Id)
            {
                Width = sizes.ColumnWidth,
                Height = bottom - top,
                Year = row.Period.Last,
            });
        }
    }

    double HeadHeight(RugBlock block) => sizes.IsNarrow ? BlockHeading : Math.Max(sizes.NamesHeight + 4, block.Heading.Length > 0 ? BlockHeading : 0);

    LegendFlow Legend(Rug part) => new(RugLegend.Of(part, culture), sizes.Edge, sizes.Edge + sizes.Inner, LegendRow);

    double HeightOf(Rug part) => Top + Legend(part).Height + (key.Count * Line) + ((panels.Count - 1) * PanelGap) + (panels.Count * part.Blocks.Sum(HeightOf)) + 10;

    double HeightOf(RugBlock block) => HeadHeight(block) + block.Groups.Sum(x => (x.Heading.Length > 0 ? GroupHeading : 0) + (sizes.IsNarrow ? LetterRow : 0) + x.Rows.Sum(y => sizes.RowHeight(y.Indicator)));

    /// <summary>The rows with most certain differences, as many as fit, below one heading; at least one.</summary>
    Rug Fitting(Rug whole, int most)
    {
        var rows = new List<RugRow>();
        Rug With(IReadOnlyList<RugRow> chosen) => whole with { Blocks = [new RugBlock(Language.Pick(culture, "Flest säkra skillnader", "Most certain differences"), [new RugGroup("", chosen)])] };
        var below = (TextWidth.Broken(whole.Remark, Theme.TextSize, sizes.Inner).Count + 1) * Line;
        foreach (var row in whole.Rows.OrderByDescending(x => x.Flags).ThenByDescending(x => x.Cells.Count(y => y.Hint is not null)))
        {
            if (rows.Count > 0 && HeightOf(With([.. rows, row])) + below > most)
            {
                break;
            }

            rows.Add(row);
        }

        return rows.Count == whole.Rows.Count() ? whole with { Blocks = With(rows).Blocks } : With(rows);
    }

    static string LeftOut(int shown, int left, CultureInfo culture) => Language.Pick(
        culture, $"De {shown} faktorerna med flest säkra skillnader; {left} till visas inte här.", $"The {shown} factors with most certain differences; {left} more are not shown here.");
}
