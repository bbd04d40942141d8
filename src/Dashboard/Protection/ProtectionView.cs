using Analytics.Catalogue;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;

namespace Dashboard.Protection;

/// <summary>One indicator and year of a county with its withheld cells: what the analyst's page and its file show.</summary>
/// <param name="Selection">What was chosen.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Year">The year.</param>
/// <param name="Record">What the protection did, in the whole release; null where the release is older than such records.</param>
/// <param name="Bands">Age bands in which the indicator is measured.</param>
/// <param name="Areas">The areas by name, the county and the nation last.</param>
/// <param name="Contradiction">Whether the published figures contradict each other, so that there are no intervals.</param>
public sealed record ProtectionView(
    Selection Selection, Indicator Indicator, int Year, ProtectionRecord? Record, IReadOnlyList<AgeBand> Bands, IReadOnlyList<ProtectionRow> Areas, bool Contradiction)
{
    /// <summary>Whether there is no record because the store is away.</summary>
    public bool IsAway { get; init; }

    /// <summary>Number of withheld cells in the record, a figure of a source's broader band once.</summary>
    public int WithheldCells => Record?.Hidden.Sum(x => x.Cells) ?? 0;

    /// <summary>Rules that hide a cell of the table, in order.</summary>
    public IReadOnlyList<ProtectionRule> Rules => [.. Areas.SelectMany(x => x.Cells).Select(x => x.Rule).OfType<ProtectionRule>().Distinct().Order()];

    /// <summary>Whether a withheld count can be computed.</summary>
    public bool HasExact => Areas.Any(area => area.Cells.Any(cell => cell.IsExact));

    /// <summary>Reads release and record, and attacks.</summary>
    /// <param name="release">The release.</param>
    /// <param name="selection">An indicator and year of it.</param>
    /// <param name="reader">Where records are read.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<ProtectionView> OfAsync(LoadedRelease release, Selection selection, ReleaseReader reader, CancellationToken cancellation)
    {
        var (indicator, year) = (selection.Indicator!, selection.Year!.Value);
        var (record, isAway) = (default(ProtectionRecord), false);
        try
        {
            record = await reader.FindProtectionAsync(release.Manifest.Id, indicator.Id, year, cancellation);
        }
        catch (StoreAwayException)
        {
            isAway = true;
        }

        var intervals = Attack(release, indicator, year, cancellation);
        var rules = record?.Cells.ToDictionary(x => x.Address) ?? [];
        var left = intervals?.ToDictionary(x => x.Address) ?? [];
        ProtectionCell At(string area, AgeBand band, Sex sex)
        {
            var cell = release.Cell(new CellAddress(indicator.Id, year, area, band.Id, sex));
            var withheld = rules.GetValueOrDefault(cell.Address);
            return new ProtectionCell(indicator, cell, withheld?.Rule, withheld?.Protects, left.GetValueOrDefault(cell.Address));
        }

        (string Code, string Name)[] areas =
        [
            .. release.MunicipalitiesOf(selection.County.Code).Select(x => (x.Code, x.Name)),
            .. release.Manifest.Areas.Where(x => x == selection.County.Code || x == AreaCode.Nation).Select(x => (x, NameOf(release, x))),
        ];
        AgeBand[] bands = [.. release.Codebook.AgeBands.All.Where(band => areas.Any(area => Sexes.Published.Any(sex => At(area.Code, band, sex).Released.Cell is not Cell.Missing { Reason: Reason.NotMeasured })))];
        return new ProtectionView(
            selection, indicator, year, record, bands,
            [.. areas.Select(area => new ProtectionRow(area.Name, AreaCode.LevelOf(area.Code) != AreaLevel.Municipality, [.. bands.SelectMany(_ => Sexes.Published, (band, sex) => At(area.Code, band, sex))]))],
            intervals is null)
        { IsAway = isAway };
    }

    /// <summary>Name of an area of a release.</summary>
    public static string NameOf(LoadedRelease release, string code) => AreaCode.LevelOf(code) switch
    {
        AreaLevel.Municipality => release.FindMunicipality(code)?.Name ?? code,
        AreaLevel.County => release.Codebook.FindCounty(code) is { } county ? Words.Of(county) : code,
        _ => Words.IsSwedish ? "Riket" : "The nation",
    };

    static IReadOnlyList<AttackedInterval>? Attack(LoadedRelease release, Indicator indicator, int year, CancellationToken cancellation)
    {
        try
        {
            return release.Intervals(indicator.Id, year, cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

/// <summary>An area with its cells, by age band and sex.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Whole">Whether it is the sum of others.</param>
/// <param name="Cells">Its cells.</param>
public sealed record ProtectionRow(string Name, bool Whole, IReadOnlyList<ProtectionCell> Cells);
