using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>What the marks of small multiples mean, and which years their trends are about.</summary>
sealed class SmallMultipleLegend
{
    readonly IReadOnlyList<SmallMultiple> panels;
    readonly Benchmark benchmark;
    readonly CultureInfo culture;
    readonly Period[] trends;

    public SmallMultipleLegend(IReadOnlyList<SmallMultiple> panels, Benchmark benchmark, CultureInfo culture)
    {
        (this.panels, this.benchmark, this.culture) = (panels, benchmark, culture);
        trends = [.. panels.Select(x => x.Trend).OfType<SeriesTrend.Tested>().Select(x => new Period(x.To, x.To - x.From + 1)).Distinct()];
    }

    /// <summary>Whether all trends are of the same years.</summary>
    public bool CommonYears => trends.Length <= 1;

    /// <summary>Course, interval, benchmark and the reasons that occur.</summary>
    public IReadOnlyList<LegendEntry> Entries =>
    [
        new(Language.Pick(culture, "kommunen", "the municipality"), 30, (sheet, x, middle) =>
        {
            sheet.Line(x, middle, x + 30, middle, Theme.Ink, 2.5f);
            sheet.Marker(x + 15, middle, ScottPlot.MarkerShape.FilledCircle, 7, Theme.Ink, Theme.Ink, 0);
        }),
        new(IntervalText.Of(FlagLevel.Single, culture), 30, (sheet, x, middle) => sheet.Rectangle(x, middle - 7, x + 30, middle + 7, Theme.Ribbon)),
        .. panels.SelectMany(x => x.Years).Any(x => x.Benchmark is not null)
            ? (LegendEntry[])[new(BenchmarkText.Against(benchmark, culture), 30, (sheet, x, middle) => sheet.Line(x, middle, x + 30, middle, Theme.Similar, 2))]
            : [],
        .. from reason in Reasons
           select new LegendEntry(ReasonText.Of(reason, culture), 16, (sheet, x, middle) => MissingRows.Hatched(sheet, x, middle - 9, x + 16, middle + 9, ReasonText.Glyph(reason))),
    ];

    /// <summary>The same with the years of the trends and of the panels, which have no room elsewhere.</summary>
    public IReadOnlyList<LegendEntry> TightEntries =>
    [
        .. Entries,
        .. panels is [{ Years: [var first, .., var last] }, ..] ? (LegendEntry[])[new(Language.Pick(culture, $"åren {YearsOf(first, last)}", $"years {YearsOf(first, last)}"), 0, (_, _, _) => { })] : [],
    ];

    /// <summary>How trends were tested.</summary>
    public string Remark => trends is [var years]
        ? Language.Pick(culture, $"Förändringen är prövad på de fem senaste årens värden, {years}. ”Ingen säker förändring” är inte detsamma som oförändrat.", $"The change is tested on the latest five years' values, {years}. “No certain change” is not the same as unchanged.")
        : Language.Pick(culture, "Förändringen är prövad på de fem senaste värdena. ”Ingen säker förändring” är inte detsamma som oförändrat.", "The change is tested on the latest five values. “No certain change” is not the same as unchanged.");

    // A break between two values stands in the picture with the sign of a new definition.
    IEnumerable<Reason> Reasons => panels.SelectMany(x => x.Years).SelectMany(x => (Reason?[])[x.Reason, x.IsBreak ? Reason.NewDefinition : null]).OfType<Reason>().Distinct().Order();

    static string YearsOf(SmallMultipleYear first, SmallMultipleYear last) => string.Create(CultureInfo.InvariantCulture, $"{first.Period.Last - first.Period.Years + 1}–{last.Period.Last}");
}
