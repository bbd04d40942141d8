using System.Globalization;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>What the signs of a comparison mean.</summary>
static class ComparisonLegend
{
    /// <summary>The verdicts that occur, in their fixed order.</summary>
    public static IEnumerable<LegendEntry> Verdicts(IEnumerable<Verdict?> found, CultureInfo culture) =>
        from verdict in found.Distinct().OrderBy(x => x is null).ThenBy(x => x)
        select new LegendEntry(VerdictText.Of(verdict, culture), 16, (sheet, x, middle) => SpineStrip.DrawMarker(sheet, x + 8, middle, verdict));

    /// <summary>The interval of a level.</summary>
    public static LegendEntry Interval(FlagLevel level, CultureInfo culture) => new(IntervalText.Of(level, culture), 30, (sheet, x, middle) =>
    {
        sheet.Line(x, middle, x + 30, middle, Theme.Similar, 3);
        sheet.Segments([(x, middle - 4, x, middle + 4), (x + 30, middle - 4, x + 30, middle + 4)], Theme.Similar, 2);
    });

    /// <summary>The benchmark, with a band where it has an uncertainty.</summary>
    public static LegendEntry Benchmark(Benchmark benchmark, bool banded, CultureInfo culture) => new(
        BenchmarkText.Against(benchmark, culture) + (banded ? Language.Pick(culture, ", grått: dess osäkerhet", ", grey: its uncertainty") : ""), 18, (sheet, x, middle) =>
        {
            if (banded)
            {
                sheet.Rectangle(x, middle - 9, x + 18, middle + 9, Theme.Band);
            }

            sheet.Line(x + 9, middle - 9, x + 9, middle + 9, Theme.Ink, 2);
        });

    /// <summary>An interval that goes on beyond the edge.</summary>
    public static LegendEntry Cut(CultureInfo culture) => new(Language.Pick(culture, "når utanför bilden", "reaches beyond the picture"), 20, (sheet, x, middle) =>
    {
        sheet.Line(x, middle, x + 18, middle, Theme.Similar, 3);
        sheet.Segments([(x + 13, middle - 5, x + 18, middle), (x + 18, middle, x + 13, middle + 5)], Theme.Similar, 2);
    });
}
