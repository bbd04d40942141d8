using System.Globalization;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>How much is measured per age band: a bar of all factors, filled as far as the band itself is measured, hollow where only a broader one is, hatched where nothing is.</summary>
sealed class AgeLadderCoverage(AgeLadderGrid grid, AgeLadderColumns columns, CultureInfo culture)
{
    const int Line = 20, Bar = 20, Padding = 4, Above = 8;

    /// <summary>Height, in pixels.</summary>
    public int Height => Above + ((columns.NamesAbove ? 3 : 2) * Line) + Bar + 4;

    /// <summary>So many of so many.</summary>
    public static string OutOf(int part, int all, CultureInfo culture) => string.Create(CultureInfo.InvariantCulture, $"{part} {Language.Pick(culture, "av", "of")} {all}");

    /// <summary>Draws the bars.</summary>
    public void Draw(Sheet sheet, double top)
    {
        top += Above;
        var words = columns.NamesAbove ? Language.Pick(culture, "Så många faktorer mäts, per ålder i år", "Factors measured, by age in years") : Language.Pick(culture, "Så många faktorer mäts", "Factors measured");
        if (columns.NamesAbove)
        {
            sheet.Text(columns.Left, top + (Line / 2.0), words, Theme.Ink, bold: true);
            top += Line;
        }
        else
        {
            sheet.Text(columns.Left - 12, top + Line + (Bar / 2.0), words, Theme.Ink, anchor: TextAnchor.End, bold: true);
        }

        for (var i = 0; i < grid.Bands.Count; i++)
        {
            Draw(sheet, i, top);
        }
    }

    void Draw(Sheet sheet, int band, double top)
    {
        var (measured, broader) = AgeLadderGrid.Coverage(grid.Rows, band);
        var (left, width) = (columns.Left + (band * columns.Width) + Padding, columns.Width - (2 * Padding));
        var (bar, all) = (top + Line, Math.Max(1, grid.Rows.Count));
        double At(int factors) => left + (width * factors / all);
        sheet.Text(columns.Middle(band), top + (Line / 2.0), columns.NamesAbove ? ChartWords.AgeSpan(grid.Bands[band].Id) : ChartWords.Of(grid.Bands[band], culture), Theme.Ink, anchor: TextAnchor.Middle, bold: true);
        sheet.Rectangle(left, bar, left + width, bar + Bar, Theme.Paper);
        if (measured < grid.Rows.Count)
        {
            sheet.Hatch(At(measured), bar, left + width, bar + Bar, Theme.Similar);
        }

        sheet.Rectangle(left, bar, At(measured - broader), bar + Bar, Theme.Ink);
        sheet.Frame(left, bar, left + width, bar + Bar, Theme.Ink, 1);
        sheet.Line(At(measured), bar, At(measured), bar + Bar, Theme.Ink, 1);
        sheet.Text(columns.Middle(band), bar + Bar + (Line / 2.0) + 2, OutOf(measured, grid.Rows.Count, culture), Theme.Ink, anchor: TextAnchor.Middle, bold: true);
    }
}
