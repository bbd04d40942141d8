using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
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
    const double FalseAlarmShare = 0.05;

    const int MostSentences = 3;

    /// <summary>The differences that are most certain, at most three.</summary>
    public IReadOnlyList<IndicatorRow> MostCertain => [.. Rows.Where(x => x.Reading.Differs).OrderByDescending(x => x.Reading.Certainty).Take(MostSentences)];

    /// <summary>Number of comparisons made.</summary>
    public int Compared => Rows.Count(x => x.Reading.Comparison is not null);

    /// <summary>How many of them chance alone is expected to flag.</summary>
    public string ExpectedFalseAlarms => (Compared * FalseAlarmShare).ToString("0.0", CultureInfo.InvariantCulture) is var text && Words.IsSwedish ? text.Replace('.', ',') : text;

    /// <summary>Reads the release.</summary>
    public static MunicipalityView Of(LoadedRelease release, Municipality municipality, Selection selection)
    {
        var byName = StringComparer.Create(CultureInfo.GetCultureInfo("sv"), ignoreCase: true);
        var all = release.MunicipalitiesOf(municipality.County).OrderBy(x => x.Name, byName).ToArray();
        var own = Array.FindIndex(all, x => x.Code == municipality.Code);
        return new MunicipalityView(
            selection, municipality, all[(own + all.Length - 1) % all.Length], all[(own + 1) % all.Length],
            [.. release.Indicators.OrderBy(x => x.Role).ThenBy(x => x.Domain).Select(x => RowOf(release, x, municipality, all, selection))]);
    }

    static IndicatorRow RowOf(LoadedRelease release, Indicator indicator, Municipality municipality, IReadOnlyList<Municipality> all, Selection selection)
    {
        var years = release.YearsOf(indicator.Id);
        ReleasedCell Read(string area, int year) => release.Cell(new CellAddress(indicator.Id, year, area, selection.Age.Id, selection.Sex));
        var year = selection.Year
            ?? years.LastOrDefault(x => release.ShownCount(indicator.Id, x, selection.Age.Id, selection.Sex, municipality.County) > 0, years[^1]);
        var reading = new CellReading(indicator, Read(municipality.Code, year));
        return new IndicatorRow(indicator, year, reading, new SpineRow(
            indicator, year, municipality.Code, reading.Released.Cell,
            [.. all.Select(x => new SpineArea(x.Code, x.Name, (Read(x.Code, year).Cell as Cell.Shown)?.Estimate.Value))],
            reading.Comparison?.Benchmark), reading.Released.SourceBand is null ? Words.AgesWithin(selection.Age, indicator, release.Codebook.AgeBands) : null);
    }
}

/// <summary>One indicator of a municipality.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Year">Year of the values.</param>
/// <param name="Reading">The municipality's cell.</param>
/// <param name="Spine">The row of the spine chart.</param>
/// <param name="Ages">Ages the value covers where the indicator is not measured in the whole band and no source names its own; otherwise null.</param>
public sealed record IndicatorRow(Indicator Indicator, int Year, CellReading Reading, SpineRow Spine, string? Ages)
{
    /// <summary>Whether any municipality of the county has a value.</summary>
    public bool HasValues => Spine.Areas.Any(x => x.Value is not null);

    /// <summary>The row's picture.</summary>
    public string Svg => SpineChart.DrawRow(Spine, 320, 32, Words.Culture).Svg;
}
