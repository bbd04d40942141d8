using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>What the signs of an age ladder mean: those that it shows.</summary>
static class AgeLadderLegend
{
    const double Sign = 22, Half = 8;

    /// <summary>The sign of a value that its source gives for a broader age band.</summary>
    public const string Broader = "◫";

    public static IEnumerable<LegendEntry> Entries(AgeLadderGrid grid, CultureInfo culture)
    {
        var cells = grid.Rows.SelectMany(x => x.Cells).ToArray();
        yield return new(Language.Pick(culture, "en kommun", "a municipality"), 12, (sheet, x, middle) => sheet.Segments([(x + 6, middle - 6, x + 6, middle + 6)], Theme.Similar, 1.5f));
        var line = grid.IsWhole ? grid.AreaName
            : cells.Select(x => x.Comparison?.Benchmark).FirstOrDefault(x => x is not null) is { } benchmark ? BenchmarkText.Of(benchmark, culture) : null;
        if (line is not null)
        {
            yield return new(line, 12, (sheet, x, middle) => sheet.Line(x + 6, middle - 10, x + 6, middle + 10, Theme.Ink, 2));
        }

        if (!grid.IsWhole)
        {
            foreach (var verdict in cells.Where(x => x.Value is not null).Select(x => x.Comparison?.Verdict).Distinct().OrderBy(x => x is null).ThenBy(x => x))
            {
                yield return new($"{grid.AreaName}: {VerdictText.Of(verdict, culture)}", 18, (sheet, x, middle) => SpineStrip.DrawMarker(sheet, x + 9, middle, verdict));
            }
        }

        if (cells.Any(x => x.Cover == AgeCover.Broader))
        {
            yield return new(Language.Pick(culture, "bara i källans bredare åldersgrupp", "only in the source's broader age band"), 44, (sheet, x, middle) =>
            {
                sheet.Text(x, middle, Broader, Theme.Muted);
                sheet.Frame(x + 22, middle - Half, x + 22 + Sign, middle + Half, Theme.Ink, 1);
            });
        }

        foreach (var reason in cells.Select(x => x.Reason).OfType<Reason>().Distinct().Order())
        {
            yield return new(ReasonText.Of(reason, culture), Sign, (sheet, x, middle) => AgeLadderStrips.DrawGap(sheet, x, middle - Half, x + Sign, middle + Half, ReasonText.Glyph(reason)));
        }

        yield return new(Language.Pick(culture, "varje rad har sin egen skala", "each row has its own scale"), 0, (_, _, _) => { });
        yield return new(Language.Pick(culture, "högre värden till höger", "higher values to the right"), 0, (_, _, _) => { });
    }
}
