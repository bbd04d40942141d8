using System.Globalization;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Draws who uses which method: a square per use, its area the extent, rows in their groups, and above each method its evidence and ages.</summary>
/// <remarks>What marks a group is dark, other use is grey, so that a group is seen as a dark block: without colour too.</remarks>
public static class MethodMatrixChart
{
    const int Cell = 16, Edge = 12, Title = 40, Names = 200, Heading = 30, EvidenceHeight = 34, AgesHeight = 46, Legend = 34, OldestAge = 18;

    /// <summary>Draws the matrix.</summary>
    /// <param name="matrix">What to draw; at least one column and one row.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="title">Title above the matrix.</param>
    /// <param name="alternative">What the picture shows, in a sentence.</param>
    /// <param name="note">Source, release and what else must travel with the picture; empty for none.</param>
    /// <returns>The picture; its points are the rows' names.</returns>
    public static ChartPicture Draw(MethodMatrix matrix, CultureInfo culture, string title, string alternative, string note)
    {
        var labels = (int)Math.Clamp(matrix.Groups.SelectMany(x => x.Rows).Max(x => TextWidth.Of(x.Name, Theme.TextSize)) + 10, 180, 320);
        var left = Edge + labels;
        var width = Math.Max(left + (matrix.Columns.Count * Cell) + (2 * Edge), 640);
        var top = Title + Names + EvidenceHeight + AgesHeight + 8;
        var rows = matrix.Groups.Sum(x => (x.Heading.Length > 0 ? Heading : 0) + (x.Rows.Count * Cell));
        var source = new ChartNote(note, width - (2 * Edge));
        var height = top + rows + Legend + source.Height + Edge;
        using var sheet = new Sheet(width, height);
        sheet.Rectangle(0, 0, width, height, Theme.Paper);
        sheet.Text(Edge, Title / 2.0, title, Theme.Ink, Theme.TitleSize, bold: true);
        DrawColumns(sheet, matrix, left, culture);
        var points = DrawRows(sheet, matrix, left, top);
        DrawLegend(sheet, top + rows, culture);
        source.On(sheet, Edge, top + rows + Legend);
        return new ChartPicture(SvgElement.Of(sheet, alternative), width, height, points);
    }

    static void DrawColumns(Sheet sheet, MethodMatrix matrix, double left, CultureInfo culture)
    {
        var evidence = (double)(Title + Names);
        var ages = evidence + EvidenceHeight;
        sheet.Text(left - 8, evidence + (EvidenceHeight / 2.0), Language.Pick(culture, "Evidens, 0–4", "Evidence, 0–4"), Theme.Muted, anchor: TextAnchor.End);
        sheet.Text(left - 8, ages + (AgesHeight / 2.0), Language.Pick(culture, "Ålder, 0 överst till 18", "Age, 0 at the top to 18"), Theme.Muted, anchor: TextAnchor.End);
        for (var i = 0; i < matrix.Columns.Count; i++)
        {
            var (column, x) = (matrix.Columns[i], left + ((i + 0.5) * Cell));
            sheet.Text(x, evidence - 6, TextWidth.Lines(column.Name, Theme.TextSize, Names - 8) is [var only] ? only : Shortened(column.Name), Theme.Ink, turned: true);
            for (var grade = 0; grade < 4; grade++)
            {
                var y = evidence + EvidenceHeight - 8 - (grade * 7);
                sheet.Rectangle(x - 5, y - 2.5, x + 5, y + 2.5, grade < column.Evidence ? Theme.Ink : Theme.Paper, grade < column.Evidence ? Theme.Ink : Theme.Rule);
            }

            double Y(int age) => ages + 3 + (Math.Min(age, OldestAge + 1) * (AgesHeight - 6.0) / (OldestAge + 1));
            sheet.Rectangle(x - 1, Y(0), x + 1, Y(OldestAge + 1), Theme.Rule);
            sheet.Rectangle(x - 4, Y(column.AgeFrom), x + 4, Y(column.AgeTo + 1), Theme.Ink);
        }
    }

    static string Shortened(string name) => name[..((int)((Names - 8) / (0.54 * Theme.TextSize)) - 1)].TrimEnd() + "…";

    static List<ChartPoint> DrawRows(Sheet sheet, MethodMatrix matrix, double left, double top)
    {
        var points = new List<ChartPoint>();
        var (right, y) = (left + (matrix.Columns.Count * Cell), top);
        var (strong, weak) = (new List<(double, double, double)>(), new List<(double, double, double)>());
        var grid = new List<(double, double, double, double)>();
        foreach (var group in matrix.Groups)
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
                sheet.Text(left - 8, middle, row.Name, Theme.Ink, anchor: TextAnchor.End);
                points.Add(new ChartPoint(left - 8, middle, row.Name, "", ""));
                grid.Add((left, y + Cell, right, y + Cell));
                for (var i = 0; i < row.Use.Count; i++)
                {
                    if (row.Use[i] > 0)
                    {
                        (group.Marks.Contains(i) ? strong : weak).Add((left + ((i + 0.5) * Cell), middle, Math.Max(3, (Cell - 2) * Math.Sqrt(row.Use[i]))));
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

    static void DrawLegend(Sheet sheet, double y, CultureInfo culture)
    {
        var middle = y + (Legend / 2.0);
        double x = Edge + 8;
        void Entry(string colour, string words, params double[] uses)
        {
            foreach (var use in uses)
            {
                sheet.Squares([(x, middle, (Cell - 2) * Math.Sqrt(use))], colour);
                x += Cell + 2;
            }

            sheet.Text(x, middle, words, Theme.Ink);
            x += TextWidth.Of(words, Theme.TextSize) + 24;
        }

        Entry(Theme.Higher, Language.Pick(culture, "utmärker gruppen", "marks the group"), 1);
        Entry(Theme.Similar, Language.Pick(culture, "används", "in use"), 1);
        Entry(Theme.Ink, Language.Pick(culture, "i mindre till större omfattning", "to a smaller or greater extent"), 1 / 3.0, 2 / 3.0, 1);
    }
}
