using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;

namespace Dashboard.Municipalities;

/// <summary>All indicators of one municipality: what sentences and table show.</summary>
/// <param name="Selection">What was chosen.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="Previous">The one before it by name; the last before the first.</param>
/// <param name="Next">The one after it by name; the first after the last.</param>
/// <param name="Rows">One row per indicator, by role, domain and catalogue order.</param>
public sealed record MunicipalityView(Selection Selection, Municipality Municipality, Municipality Previous, Municipality Next, IReadOnlyList<IndicatorRow> Rows)
{
    const int MostSentences = 3;

    /// <summary>The differences that are most certain, at most three.</summary>
    public IReadOnlyList<IndicatorRow> MostCertain => [.. Rows.Where(x => x.Reading.Differs).OrderByDescending(x => x.Reading.Certainty).Take(MostSentences)];

    /// <summary>The benchmark's name, as a heading.</summary>
    public string BenchmarkName => BenchmarkText.Of(Selection.Benchmark, Words.Culture) is var name ? char.ToUpper(name[0], Words.Culture) + name[1..] : "";

    /// <summary>Names of the municipalities that are similar in size; none where there are none.</summary>
    public required IReadOnlyList<string> Similar { get; init; }

    /// <summary>Number of comparisons made.</summary>
    public int Compared => Rows.Count(x => x.Reading.Comparison is not null);

    /// <summary>How many of them chance alone is expected to flag.</summary>
    public string ExpectedFalseAlarms => Words.FalseFlags(Selection.Level, [.. Rows.Select(x => x.Reading)]);

    /// <summary>Reads the release.</summary>
    public static MunicipalityView Of(LoadedRelease whole, Municipality municipality, Selection selection)
    {
        var release = selection.Pooled ? whole.ThreeYears! : whole;
        var all = release.MunicipalitiesOf(municipality.County).ToArray();
        var own = Array.FindIndex(all, x => x.Code == municipality.Code);
        return new MunicipalityView(
            selection, municipality, all[(own + all.Length - 1) % all.Length], all[(own + 1) % all.Length],
            [.. release.Indicators.OrderBy(x => x.Role).ThenBy(x => x.Domain).Select(x => RowOf(release, x, municipality, all, selection))])
        {
            Similar = [.. release.Comparisons.SimilarTo(municipality.Code).Select(x => release.Codebook.FindMunicipality(x)!.Name).Order(Words.ByName)],
        };
    }

    static IndicatorRow RowOf(LoadedRelease release, Indicator indicator, Municipality municipality, IReadOnlyList<Municipality> all, Selection selection)
    {
        var year = selection.Year ?? release.LatestYear(indicator.Id, [selection.Age], selection.Sex, municipality.County);
        CellAddress At(string area) => new(indicator.Id, year, area, selection.Age.Id, selection.Sex);
        var reading = CellReading.Of(release, indicator, At(municipality.Code), selection.Benchmark, selection.Level);
        var period = new Period(year, selection.Pooled ? ThreeYears.Length : 1);
        // Years taken together overlap, so only single years make a series.
        var trend = selection.Pooled ? null : release.Trends.Of(At(municipality.Code)) as SeriesTrend.Tested;
        return new IndicatorRow(indicator, period, reading, new SpineRow(
            indicator, period, municipality.Code, reading.Released.Cell,
            [.. all.Select(x => new SpineArea(x.Code, x.Name, (release.Cell(At(x.Code)).Cell as Cell.Shown)?.Estimate.Value))],
            reading.BenchmarkValue?.Value, reading.Comparison), reading.Released.SourceBand is null ? Words.AgesWithin(selection.Age, indicator, release.Codebook.AgeBands) : null,
            trend is { Verdict: not Verdict.Similar } ? trend : null);
    }
}

/// <summary>One indicator of a municipality.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">Year of the values, or years taken together.</param>
/// <param name="Reading">The municipality's cell.</param>
/// <param name="Spine">The row of the spine chart.</param>
/// <param name="Ages">Ages the value covers where the indicator is not measured in the whole band and no source names its own; otherwise null.</param>
/// <param name="Trend">The trend of the last five years, where it is certain; otherwise null.</param>
public sealed record IndicatorRow(Indicator Indicator, Period Period, CellReading Reading, SpineRow Spine, string? Ages, SeriesTrend? Trend)
{
    /// <summary>Whether any municipality of the county has a value.</summary>
    public bool HasValues => Spine.Areas.Any(x => x.Value is not null);

    /// <summary>The row's picture.</summary>
    public string Svg => SpineChart.DrawRow(Spine, 320, 32, Words.Culture).Svg;
}
