using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>The whole spine chart from top to bottom: blocks of rows with headings, legend.</summary>
sealed class SpineLayout
{
    const int BlockHeight = 40;
    const int DomainHeight = 26;
    const int RowHeight = 36;
    const int LegendHeight = 60;
    const int Edge = 16;
    const int ValueWidth = 130;

    static readonly Verdict?[] Verdicts = [Verdict.Better, Verdict.Similar, Verdict.Worse, Verdict.Higher, Verdict.Lower, null];

    readonly Benchmark benchmark;
    readonly FlagLevel level;
    readonly CultureInfo culture;
    readonly bool headed = true;
    readonly int leftOut;
    readonly IReadOnlyList<(Role Role, IReadOnlyList<(Domain Domain, IReadOnlyList<SpineRow> Rows)> Domains)> blocks;

    public SpineLayout(IReadOnlyList<SpineRow> rows, Benchmark benchmark, FlagLevel level, CultureInfo culture, int? mostHeight = null)
    {
        this.benchmark = benchmark;
        this.level = level;
        this.culture = culture;
        blocks = Blocks(rows);
        Height = HeightOf(blocks, headed: true) + LegendHeight;
        if (mostHeight is { } most && Height > most)
        {
            // Domains have no headings where there is room for a few rows only.
            headed = false;
            var fitting = Fitting(rows, most - LegendHeight - DomainHeight);
            leftOut = rows.Count - fitting.Count;
            blocks = Blocks(fitting);
            Height = HeightOf(blocks, headed) + LegendHeight + (leftOut > 0 ? DomainHeight : 0);
        }
    }

    public int Height { get; }

    static IReadOnlyList<(Role, IReadOnlyList<(Domain, IReadOnlyList<SpineRow>)>)> Blocks(IReadOnlyList<SpineRow> rows) =>
    [
        .. from row in rows
           group row by row.Indicator.Role into block
           orderby block.Key
           select (block.Key, (IReadOnlyList<(Domain, IReadOnlyList<SpineRow>)>)
           [
               .. from row in block
                  group row by row.Indicator.Domain into domain
                  orderby domain.Key
                  select (domain.Key, (IReadOnlyList<SpineRow>)[.. domain]),
           ]),
    ];

    static int HeightOf(IReadOnlyList<(Role Role, IReadOnlyList<(Domain Domain, IReadOnlyList<SpineRow> Rows)> Domains)> blocks, bool headed) =>
        blocks.Sum(x => BlockHeight + x.Domains.Sum(y => (headed ? DomainHeight : 0) + (y.Rows.Count * RowHeight)));

    /// <summary>The rows that matter most, as many as there is room for, in their order; at least one.</summary>
    static IReadOnlyList<SpineRow> Fitting(IReadOnlyList<SpineRow> rows, int height)
    {
        var taken = new HashSet<SpineRow>(ReferenceEqualityComparer.Instance);
        foreach (var row in rows.OrderByDescending(x => x.Certainty))
        {
            taken.Add(row);
            if (taken.Count > 1 && HeightOf(Blocks([.. taken]), headed: false) > height)
            {
                taken.Remove(row);
                break;
            }
        }

        return [.. rows.Where(taken.Contains)];
    }

    /// <summary>Draws everything; gives the points of all rows.</summary>
    public IReadOnlyList<ChartPoint> Draw(Sheet sheet, double top)
    {
        var points = new List<ChartPoint>();
        var names = (sheet.Width - (2 * Edge) - ValueWidth) * 0.42;
        var strip = Edge + names + ValueWidth;
        var y = top;
        foreach (var (role, domains) in blocks)
        {
            DrawBlockHeading(sheet, role, y, strip);
            y += BlockHeight;
            foreach (var (domain, rows) in domains)
            {
                if (headed)
                {
                    sheet.Text(Edge, y + (DomainHeight / 2.0), ChartWords.Of(domain, culture), Theme.Muted, bold: true);
                    y += DomainHeight;
                }

                foreach (var row in rows)
                {
                    DrawNameAndValue(sheet, row, y, names, strip);
                    points.AddRange(new SpineStrip(sheet, strip, y + 2, sheet.Width - Edge - strip, RowHeight - 4, culture).Draw(row));
                    y += RowHeight;
                }
            }
        }

        if (leftOut > 0)
        {
            sheet.Text(Edge, y + (DomainHeight / 2.0), Language.Pick(culture, $"De säkraste skillnaderna visas. Ytterligare faktorer, {leftOut}, står i tabellen.", $"The most certain differences are shown. Further factors, {leftOut}, are in the table."), Theme.Ink);
            y += DomainHeight;
        }

        DrawLegend(sheet, y);
        return points;
    }

    void DrawBlockHeading(Sheet sheet, Role role, double y, double strip)
    {
        var middle = y + (BlockHeight / 2.0);
        var right = (double)sheet.Width - Edge;
        sheet.Text(Edge, middle, ChartWords.Of(role, culture), Theme.Ink, Theme.HeadingSize, bold: true);
        sheet.Text(strip, middle, Language.Pick(culture, "← sämre", "← worse"), Theme.Muted);
        sheet.Text((strip + right) / 2, middle, BenchmarkText.Of(benchmark, culture), Theme.Muted, anchor: TextAnchor.Middle);
        sheet.Text(right, middle, Language.Pick(culture, "bättre →", "better →"), Theme.Muted, anchor: TextAnchor.End);
        sheet.Line(Edge, y + BlockHeight - 4, right, y + BlockHeight - 4, Theme.Rule, 1);
    }

    void DrawNameAndValue(Sheet sheet, SpineRow row, double y, double names, double strip)
    {
        var middle = y + (RowHeight / 2.0);
        var name = Language.Pick(culture, row.Indicator.NameSv, row.Indicator.NameEn);
        if (row.Indicator.Polarity == Polarity.None)
        {
            name += Language.Pick(culture, " (högre →)", " (higher →)");
        }

        var lines = TextWidth.Lines(name, Theme.TextSize, names - 8);
        for (var i = 0; i < lines.Count; i++)
        {
            sheet.Text(Edge, middle + ((i - ((lines.Count - 1) / 2.0)) * 16), lines[i], Theme.Ink);
        }

        if (row.Cell is Cell.Shown shown)
        {
            sheet.Text(strip - 8, middle, ValueFormat.Of(shown.Estimate.Value, row.Indicator.Unit, culture), Theme.Ink, anchor: TextAnchor.End, bold: true);
        }
    }

    void DrawLegend(Sheet sheet, double y)
    {
        double x = Edge + 8;
        foreach (var verdict in Verdicts)
        {
            var words = VerdictText.Of(verdict, culture);
            SpineStrip.DrawMarker(sheet, x, y + 18, verdict);
            sheet.Text(x + 12, y + 18, words, Theme.Ink);
            x += 12 + TextWidth.Of(words, Theme.TextSize) + 24;
        }

        sheet.Text(
            Edge,
            y + 42,
            Language.Pick(culture, "Streck: länets kommuner. Linje: ", "Ticks: the county's municipalities. Bar: ") + IntervalText.Of(level, culture)
                + Language.Pick(culture, ". Varje rad har sin egen skala.", ". Each row has its own scale."),
            Theme.Muted);
    }
}
