using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;

namespace Dashboard.Trend;

/// <summary>One indicator over the years in all municipalities of a county: what picture, sentence, table and files show.</summary>
/// <param name="Selection">What was chosen.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="County">The county as a whole.</param>
/// <param name="Places">Its municipalities by name.</param>
public sealed record TrendView(Selection Selection, Indicator Indicator, TrendPlace County, IReadOnlyList<TrendPlace> Places)
{
    /// <summary>Whether every municipality has its place on a tile grid.</summary>
    public bool HasTiles => Places.All(x => x.Series.Tile is not null);

    /// <summary>Reads the release; null for a release without cells.</summary>
    public static TrendView? Of(LoadedRelease whole, ViewQuery query)
    {
        if (Selection.OfSeries(whole, query) is not { } selection)
        {
            return null;
        }

        var (release, indicator) = (selection.Pooled ? whole.ThreeYears! : whole, selection.Indicator!);
        return new TrendView(
            selection, indicator, PlaceOf(whole, release, selection, selection.County.Code, Words.Of(selection.County), null),
            [.. release.MunicipalitiesOf(selection.County.Code).Select(x => PlaceOf(whole, release, selection, x.Code, x.Name, x.Tile))]);
    }

    static TrendPlace PlaceOf(LoadedRelease whole, LoadedRelease release, Selection selection, string area, string name, Tile? tile)
    {
        var indicator = selection.Indicator!;
        CellAddress At(int year) => new(indicator.Id, year, area, selection.Age.Id, selection.Sex);
        var readings = release.YearsOf(indicator.Id).Select(x => CellReading.Of(release, indicator, At(x), selection.Benchmark, FlagLevel.Single)).ToArray();
        var years = new List<SmallMultipleYear>();
        (string?, bool)? before = null;
        foreach (var reading in readings)
        {
            var released = reading.Released;
            (string?, bool)? kind = reading.Estimate is null ? null : (released.SourceBand, released.Source is null);
            years.Add(new SmallMultipleYear(new Period(released.Address.Year, selection.Pooled ? ThreeYears.Length : 1), released.Cell, reading.BenchmarkValue?.Value, reading.Comparison)
            {
                IsBreak = before is not null && kind is not null && before != kind,
            });
            before = kind ?? before;
        }

        // Years taken together overlap, so the change is tested on single years.
        var all = whole.YearsOf(indicator.Id);
        return new TrendPlace(new SmallMultiple(area, name, tile, years, whole.Trends.Of(At(all[^1]))), readings);
    }
}

/// <summary>An area's series.</summary>
/// <param name="Series">As the picture draws it.</param>
/// <param name="Readings">Its years as people read them.</param>
public sealed record TrendPlace(SmallMultiple Series, IReadOnlyList<CellReading> Readings);
