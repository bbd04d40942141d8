using System.Globalization;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>The matrix of methods from top to bottom: names, evidence, ages, rows in groups, legend.</summary>
/// <param name="Matrix">What to draw.</param>
/// <param name="Culture">Language of the words.</param>
/// <param name="Cell">Side of a cell, in pixels.</param>
/// <param name="Least">Least width, in pixels.</param>
/// <param name="IsSummary">Whether a row is a group, and a square the share of it.</param>
/// <param name="Left">Number of methods that are left out.</param>
/// <param name="LeftGroups">Number of groups that are left out.</param>
sealed record MethodMatrixLayout(MethodMatrix Matrix, CultureInfo Culture, int Cell, int Least, bool IsSummary, int Left, int LeftGroups)
{
    /// <summary>Beside labels and columns, in pixels.</summary>
    public const int Around = 3 * Edge;

    /// <summary>Above and below the rows of a summary at most, in pixels.</summary>
    public const int AroundSummary = Above + MostNamesOfSummary + EvidenceHeight + 8 + 8 + (2 * LegendRow);

    // Letters of the reader's font may be wider than those that were measured.
    const int Above = 16, Edge = 12, MostNames = 200, MostNamesOfSummary = 130, Heading = 30, EvidenceHeight = 34, AgesHeight = 46, LegendRow = 26, OldestAge = 18;

    LegendFlow Legend => new(LegendEntries(), Edge, Width - Edge, LegendRow);

    /// <summary>Width, in pixels: as wide as the columns need.</summary>
    public int Width => Math.Max(Least, (int)Start + (Matrix.Columns.Count * Cell) + (2 * Edge));

    /// <summary>Height, in pixels.</summary>
    public int Height => Top + RowsHeight + 8 + (int)Legend.Height;

    double Start => Edge + Labels(Matrix);

    int Names => (int)Math.Min(IsSummary ? MostNamesOfSummary : MostNames, Matrix.Columns.Max(x => TextWidth.Of(x.Name, Theme.TextSize)) + 16);

    int Top => Above + Names + EvidenceHeight + (IsSummary ? 0 : AgesHeight) + 8;

    int RowsHeight => Matrix.Groups.Sum(x => (x.Heading.Length > 0 ? Heading : 0) + (x.Rows.Count * Cell));

    /// <summary>Width of the names of rows, in pixels.</summary>
    public static int Labels(MethodMatrix matrix) => (int)Math.Clamp(matrix.Groups.SelectMany(x => x.Rows).Max(x => TextWidth.Of(x.Name, Theme.TextSize)) + 10, 150, 320);

    /// <summary>Draws everything; gives the points of the rows.</summary>
    public IReadOnlyList<ChartPoint> Draw(Sheet sheet, double top)
    {
        DrawColumns(sheet, top);
        var points = DrawRows(sheet, top + Top);
        Legend.On(sheet, top + Top + RowsHeight + 8);
        return points;
    }

    void DrawColumns(Sheet sheet, double top)
    {
        var evidence = top + Above + Names;
        var ages = evidence + EvidenceHeight;
        sheet.Text(Start - 8, evidence + (EvidenceHeight / 2.0), Language.Pick(Culture, "Evidens, 0–4", "Evidence, 0–4"), Theme.Muted, anchor: TextAnchor.End);
        if (!IsSummary)
        {
            sheet.Text(Start - 8, ages + (AgesHeight / 2.0), Language.Pick(Culture, "Ålder, 0 överst till 18", "Age, 0 at the top to 18"), Theme.Muted, anchor: TextAnchor.End);
        }

        for (var i = 0; i < Matrix.Columns.Count; i++)
        {
            var (column, x) = (Matrix.Columns[i], Start + ((i + 0.5) * Cell));
            sheet.Text(x, evidence - 6, TextWidth.Lines(column.Name, Theme.TextSize, Names - 8) is [var only] ? only : Shortened(column.Name), Theme.Ink, turned: true);
            for (var grade = 0; grade < 4; grade++)
            {
                var y = evidence + EvidenceHeight - 8 - (grade * 7);
                sheet.Rectangle(x - 5, y - 2.5, x + 5, y + 2.5, grade < column.Evidence ? Theme.Ink : Theme.Paper, grade < column.Evidence ? Theme.Ink : Theme.Rule);
            }

            if (IsSummary)
            {
                continue;
            }

            double Y(int age) => ages + 3 + (Math.Min(age, OldestAge + 1) * (AgesHeight - 6.0) / (OldestAge + 1));
            sheet.Rectangle(x - 1, Y(0), x + 1, Y(OldestAge + 1), Theme.Rule);
            sheet.Rectangle(x - 4, Y(column.AgeFrom), x + 4, Y(column.AgeTo + 1), Theme.Ink);
        }
    }

    string Shortened(string name) => name[..((int)((Names - 8) / (0.54 * Theme.TextSize)) - 1)].TrimEnd() + "…";

    List<ChartPoint> DrawRows(Sheet sheet, double top)
    {
        var points = new List<ChartPoint>();
        var (right, y) = (Start + (Matrix.Columns.Count * Cell), top);
        var (strong, weak) = (new List<(double, double, double)>(), new List<(double, double, double)>());
        var grid = new List<(double, double, double, double)>();
        foreach (var group in Matrix.Groups)
        {
            if (group.Heading.Length > 0)
            {
                sheet.Text(Edge, y + (Heading / 2.0) + 3, group.Heading, Theme.Ink, Theme.HeadingSize, bold: true);
                y += Heading;
                sheet.Line(Edge, y - 2, right, y - 2, Theme.Ink, 1);
            }

            foreach (var row in group.Rows)
            {
                var middle = y + (Cell / 2.0);
                sheet.Text(Start - 8, middle, row.Name, Theme.Ink, anchor: TextAnchor.End);
                points.Add(new ChartPoint((Edge + right) / 2, middle, row.Label, row.Area, "") { Width = right - Edge, Height = Cell });
                grid.Add((Start, y + Cell, right, y + Cell));
                for (var i = 0; i < row.Use.Count; i++)
                {
                    if (row.Use[i] > 0)
                    {
                        (group.Marks.Contains(i) ? strong : weak).Add((Start + ((i + 0.5) * Cell), middle, Math.Max(3, (Cell - 2) * Math.Sqrt(row.Use[i]))));
                    }
                }

                y += Cell;
            }
        }

        sheet.Segments(grid, Theme.Rule, 0.5f);
        sheet.Squares(weak, Theme.Similar);
        sheet.Squares(strong, Theme.Higher);
        return points;
    }

    IEnumerable<LegendEntry> LegendEntries()
    {
        yield return Squares(Theme.Higher, Language.Pick(Culture, "utmärker gruppen", "marks the group"), 1);
        yield return Squares(Theme.Similar, Language.Pick(Culture, "används", "in use"), 1);
        yield return Squares(
            Theme.Ink, IsSummary ? Language.Pick(Culture, "av en mindre till större del av gruppen", "by a smaller or greater part of the group") : Language.Pick(Culture, "i mindre till större omfattning", "to a smaller or greater extent"),
            1 / 3.0, 2 / 3.0, 1);
        var (methods, groups) = (Left.ToString(CultureInfo.InvariantCulture), LeftGroups.ToString(CultureInfo.InvariantCulture));
        if (Left > 0)
        {
            yield return new(Language.Pick(Culture, $"{methods} metoder till står i tabellen", $"{methods} more methods are in the table"), 0, (_, _, _) => { });
        }

        if (LeftGroups > 0)
        {
            yield return new(Language.Pick(Culture, $"{groups} mindre grupper till", $"{groups} smaller groups more"), 0, (_, _, _) => { });
        }
    }

    static LegendEntry Squares(string colour, string words, params double[] uses)
    {
        const int Side = 14, Apart = 18;
        return new(words, uses.Length * Apart, (sheet, x, middle) => sheet.Squares(uses.Select((use, i) => (x + (Side / 2.0) + (i * Apart), middle, Side * Math.Sqrt(use))), colour));
    }
}
