using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;

namespace Dashboard.Overview;

/// <summary>One indicator, year, age band and sex in a county: what map, sentences, table and download all show.</summary>
/// <param name="Selection">What was chosen.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Year">The year.</param>
/// <param name="County">The county as a whole.</param>
/// <param name="Places">Its municipalities by name.</param>
public sealed record CountyView(Selection Selection, Indicator Indicator, int Year, CellReading County, IReadOnlyList<PlaceReading> Places)
{
    /// <summary>Whether every municipality has its place on a tile grid, no two the same.</summary>
    public bool HasTiles => Places.All(x => x.Municipality.Tile is { Row: >= 0 and < 12, Column: >= 0 and < 8 })
        && Places.Select(x => x.Municipality.Tile).Distinct().Count() == Places.Count;

    /// <summary>What a value is counted in, in words.</summary>
    public string UnitText => ValueFormat.UnitText(Indicator.Unit, Words.Culture) is { Length: > 0 } unit ? unit : Indicator.Unit.Id;

    /// <summary>Whether the unit is no longer than a sign, so that it stands in the size of its number.</summary>
    public bool ShortUnit => ValueFormat.UnitText(Indicator.Unit, Words.Culture).Length <= 2;

    /// <summary>Reads the release.</summary>
    public static CountyView Of(LoadedRelease release, Selection selection)
    {
        var (indicator, year) = (selection.Indicator!, selection.Year!.Value);
        CellReading Read(string area) => CellReading.Of(
            release, indicator, new CellAddress(indicator.Id, year, area, selection.Age.Id, selection.Sex), selection.Benchmark, selection.Level);
        return new CountyView(
            selection, indicator, year, Read(selection.County.Code),
            [.. release.MunicipalitiesOf(selection.County.Code).Select(x => new PlaceReading(x, Read(x.Code)))]);
    }
}

/// <summary>A municipality and its cell.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Reading">Its cell.</param>
public sealed record PlaceReading(Municipality Municipality, CellReading Reading);
