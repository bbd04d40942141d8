using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>The whole age ladder from top to bottom: coverage, blocks of rows with headings, legend.</summary>
sealed class AgeLadderLayout
{
    const int Edge = 16, BlockHeight = 36, DomainHeight = 26, StripHeight = 28, LineHeight = 17, LegendRow = 24, Gap = 12;

    readonly AgeLadderGrid grid;
    readonly CultureInfo culture;
    readonly AgeLadderColumns columns;
    readonly AgeLadderCoverage coverage;
    readonly LegendFlow legend;
    readonly IReadOnlyList<AgeLadderRow> rows;
    readonly bool headed;

    public AgeLadderLayout(AgeLadderGrid grid, CultureInfo culture, ChartFrame frame)
    {
        (this.grid, this.culture) = (grid, culture);
        columns = AgeLadderColumns.Of(frame, grid.Bands.Count, Edge);
        coverage = new AgeLadderCoverage(grid, columns, culture);
        legend = new LegendFlow(AgeLadderLegend.Entries(grid, culture), Edge, frame.Width - Edge, LegendRow);
        headed = frame.MostHeight is null;
        rows = frame.MostHeight is { } most ? Fitting(most - Around - LineHeight) : [.. grid.Rows.OrderBy(x => x.Indicator.Role).ThenBy(x => x.Indicator.Domain)];
        var blocks = headed ? (rows.Select(x => x.Indicator.Role).Distinct().Count() * BlockHeight) + (rows.Select(x => (x.Indicator.Role, x.Indicator.Domain)).Distinct().Count() * DomainHeight) : 0;
        Height = (int)Math.Ceiling(Around + blocks + rows.Sum(HeightOf) + (rows.Count < grid.Rows.Count ? LineHeight : 0));
    }

    /// <summary>Height of everything, in pixels.</summary>
    public int Height { get; }

    double Around => coverage.Height + Gap + legend.Height + (2 * Gap);

    /// <summary>The rows that matter most and fit, in the order of the grid: those that differ in most bands, then those measured in most.</summary>
    AgeLadderRow[] Fitting(double height)
    {
        var chosen = new HashSet<AgeLadderRow>(ReferenceEqualityComparer.Instance);
        foreach (var row in grid.Rows.OrderByDescending(x => x.Flags).ThenByDescending(x => x.Measured))
        {
            if ((height -= HeightOf(row)) < 0)
            {
                break;
            }

            chosen.Add(row);
        }

        return [.. grid.Rows.Where(chosen.Contains)];
    }

    double HeightOf(AgeLadderRow row) => columns.NamesAbove ? (NameOf(row).Count * LineHeight) + StripHeight + 4 : Math.Max(StripHeight + 4, (NameOf(row).Count * LineHeight) + 4);

    IReadOnlyList<string> NameOf(AgeLadderRow row) => columns.NamesAbove
        ? TextWidth.Broken(ScaleOf(row) is { } scale ? $"{Name(row)} · {string.Join(' ', scale)}" : Name(row), Theme.TextSize, columns.Right - Edge)
        : TextWidth.Broken(Name(row), Theme.TextSize, columns.Left - Edge - 12);

    string Name(AgeLadderRow row) => Language.Pick(culture, row.Indicator.NameSv, row.Indicator.NameEn);

    /// <summary>Ends of a row's scale in one line or two.</summary>
    string[]? ScaleOf(AgeLadderRow row)
    {
        if (AgeLadderScale.Of(row, grid.IsWhole) is not { } scale)
        {
            return null;
        }

        var unit = row.Indicator.Unit;
        var (from, to) = (ValueFormat.Number(scale.Lowest, unit, culture), ValueFormat.Number(scale.Highest, unit, culture));
        var ends = from == to ? from : $"{from}–{to}";
        var words = ValueFormat.UnitText(unit, culture);
        return words.Length <= 1 ? [ValueFormat.WithUnit(ends, unit, culture)] : [ends, words];
    }

    /// <summary>Draws everything; gives the points of all cells.</summary>
    public IReadOnlyList<ChartPoint> Draw(Sheet sheet, double top)
    {
        var points = new List<ChartPoint>();
        var strips = new AgeLadderStrips(sheet, grid, culture);
        coverage.Draw(sheet, top);
        var y = top + coverage.Height + Gap;
        foreach (var block in rows.GroupBy(x => headed ? x.Indicator.Role : default))
        {
            if (headed)
            {
                DrawBlockHeading(sheet, block.Key, y);
                y += BlockHeight;
            }

            foreach (var domain in block.GroupBy(x => headed ? x.Indicator.Domain : default))
            {
                if (headed)
                {
                    DrawDomainHeading(sheet, domain.Key, [.. domain], y);
                    y += DomainHeight;
                }

                foreach (var row in domain)
                {
                    points.AddRange(DrawRow(sheet, strips, row, y));
                    y += HeightOf(row);
                }
            }
        }

        strips.Draw();
        if (rows.Count < grid.Rows.Count)
        {
            var left = (grid.Rows.Count - rows.Count).ToString(CultureInfo.InvariantCulture);
            sheet.Text(Edge, y + (LineHeight / 2.0), Language.Pick(culture, $"{left} faktorer till står i tabellen.", $"{left} more factors are in the table."), Theme.Muted);
            y += LineHeight;
        }

        legend.On(sheet, y + Gap);
        return points;
    }

    void DrawBlockHeading(Sheet sheet, Role role, double y)
    {
        var middle = y + (BlockHeight / 2.0);
        sheet.Text(Edge, middle, ChartWords.Of(role, culture), Theme.Ink, Theme.HeadingSize, bold: true);
        if (!columns.NamesAbove)
        {
            for (var i = 0; i < grid.Bands.Count; i++)
            {
                sheet.Text(columns.Middle(i), middle, ChartWords.Of(grid.Bands[i], culture), Theme.Muted, anchor: TextAnchor.Middle);
            }

            sheet.Text(columns.Right, middle, Language.Pick(culture, "skala", "scale"), Theme.Muted, anchor: TextAnchor.End);
        }

        sheet.Line(Edge, y + BlockHeight - 3, columns.Right, y + BlockHeight - 3, Theme.Ink, 1);
    }

    /// <summary>The domain's name, and how many of its factors are measured per band.</summary>
    void DrawDomainHeading(Sheet sheet, Domain domain, IReadOnlyList<AgeLadderRow> factors, double y)
    {
        var middle = y + (DomainHeight / 2.0);
        var names = ChartWords.Of(domain, culture);
        sheet.Text(Edge, middle, names, Theme.Muted, bold: true);
        if (columns.NamesAbove)
        {
            return;
        }

        for (var i = 0; i < grid.Bands.Count; i++)
        {
            var measured = AgeLadderGrid.Coverage(factors, i).Measured;
            sheet.Text(columns.Middle(i), middle, AgeLadderCoverage.OutOf(measured, factors.Count, culture), measured == 0 ? Theme.Ink : Theme.Muted, anchor: TextAnchor.Middle, bold: measured == 0);
        }
    }

    IEnumerable<ChartPoint> DrawRow(Sheet sheet, AgeLadderStrips strips, AgeLadderRow row, double y)
    {
        var name = NameOf(row);
        var first = columns.NamesAbove ? y + (LineHeight / 2.0) : y + (HeightOf(row) / 2) - ((name.Count - 1) * LineHeight / 2.0);
        for (var i = 0; i < name.Count; i++)
        {
            sheet.Text(Edge, first + (i * LineHeight), name[i], Theme.Ink);
        }

        if (!columns.NamesAbove && ScaleOf(row) is { } scale)
        {
            for (var i = 0; i < scale.Length; i++)
            {
                sheet.Text(columns.Right, y + (HeightOf(row) / 2) + ((i - ((scale.Length - 1) / 2.0)) * (LineHeight - 2)), scale[i], Theme.Muted, anchor: TextAnchor.End);
            }
        }

        var strip = columns.NamesAbove ? y + (name.Count * LineHeight) : y + ((HeightOf(row) - StripHeight) / 2);
        return strips.Add(row, columns, strip, StripHeight);
    }
}
