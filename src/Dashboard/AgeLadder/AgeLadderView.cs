using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;

namespace Dashboard.AgeLadder;

/// <summary>Factors by age band in a county: what picture, sentence, table and files all show.</summary>
/// <param name="Selection">What was chosen.</param>
/// <param name="Part">The part of the factors that is shown.</param>
/// <param name="Area">The municipality that is marked; null for the county as a whole.</param>
/// <param name="Municipalities">Municipalities of the county, by name.</param>
/// <param name="Bands">The age bands, youngest first.</param>
/// <param name="Rows">One row per factor, by role, domain and catalogue order.</param>
public sealed record AgeLadderView(
    Selection Selection, FactorPart Part, Municipality? Area, IReadOnlyList<Municipality> Municipalities, IReadOnlyList<AgeBand> Bands, IReadOnlyList<LadderRow> Rows)
{
    /// <summary>What is compared, each value once: one that its source gives for a broader age band stands in several bands and is counted in the first.</summary>
    public IReadOnlyList<CellReading> Compared =>
        [.. Rows.SelectMany(row => row.Cells.Select(x => x.Reading).Where(x => x.Comparison is not null).DistinctBy(x => x.Released.SourceBand ?? x.Released.Address.AgeBand, StringComparer.Ordinal))];

    /// <summary>Name of the municipality that is marked, or of the county.</summary>
    public string AreaName => Area?.Name ?? Words.Of(Selection.County);

    /// <summary>The view as a picture's data.</summary>
    public AgeLadderGrid Grid => new(
        Bands, [.. Rows.Select(x => new AgeLadderRow(x.Indicator, [.. x.Cells.Select(y => y.Drawn)]))], AreaName, Area?.Code ?? Selection.County.Code, Area is null);

    /// <summary>Reads the release; null for one without cells.</summary>
    public static AgeLadderView? Of(LoadedRelease release, ViewQuery query)
    {
        if (Selection.OfCounty(release, query) is not { } selection)
        {
            return null;
        }

        var ignored = new List<(string, string)>(selection.Ignored);
        var municipalities = release.MunicipalitiesOf(selection.County.Code).ToArray();
        var area = municipalities.FirstOrDefault(x => x.Code == query.Area);
        // On other pages an area may be a whole county or the nation; here that marks nobody.
        if (query.Area is { Length: not 2 } unknownArea && area is null)
        {
            ignored.Add(("area", unknownArea));
        }

        var part = FactorPart.Of(query.Part, ignored);
        var bands = release.Codebook.AgeBands.Partition;
        return new AgeLadderView(
            selection with { Ignored = ignored }, part, area, municipalities, bands,
            [.. release.Indicators.Where(part.Holds).OrderBy(x => x.Role).ThenBy(x => x.Domain).Select(x => LadderRow.Of(release, x, selection, area, municipalities, bands))]);
    }
}

/// <summary>A factor by age band.</summary>
/// <param name="Indicator">The factor.</param>
/// <param name="Year">Year of the values.</param>
/// <param name="Cells">One cell per band.</param>
public sealed record LadderRow(Indicator Indicator, int Year, IReadOnlyList<LadderCell> Cells)
{
    /// <summary>Reads a row in the year that is chosen, or the latest one in which any band has a value.</summary>
    internal static LadderRow Of(LoadedRelease release, Indicator indicator, Selection selection, Municipality? area, IReadOnlyList<Municipality> municipalities, IReadOnlyList<AgeBand> bands)
    {
        var year = selection.Year ?? release.LatestYear(indicator.Id, bands, selection.Sex, selection.County.Code);
        return new LadderRow(indicator, year, [.. bands.Select(band => LadderCell.Of(release, indicator, year, band, selection, area, municipalities))]);
    }
}

/// <summary>A factor in one age band.</summary>
/// <param name="Band">The band.</param>
/// <param name="Reading">The cell of the municipality that is marked, or of the county.</param>
/// <param name="Values">Values of the municipalities that have one.</param>
/// <param name="Cover">Whether the factor is measured here.</param>
public sealed record LadderCell(AgeBand Band, CellReading Reading, IReadOnlyList<double> Values, AgeCover Cover)
{
    /// <summary>The broader age band of the source; null where the band's own is measured.</summary>
    public string? SourceBand { get; init; }

    /// <summary>The cell as part of a picture.</summary>
    public AgeLadderCell Drawn => new(Band, Reading.Released.Cell, Values, Reading.BenchmarkValue?.Value, Reading.Comparison, Cover) { SourceBand = SourceBand };

    internal static LadderCell Of(LoadedRelease release, Indicator indicator, int year, AgeBand band, Selection selection, Municipality? area, IReadOnlyList<Municipality> municipalities)
    {
        CellAddress At(string code) => new(indicator.Id, year, code, band.Id, selection.Sex);
        var reading = CellReading.Of(release, indicator, At(area?.Code ?? selection.County.Code), selection.Benchmark, selection.Level);
        ReleasedCell[] all = [release.Cell(At(selection.County.Code)), .. municipalities.Select(x => release.Cell(At(x.Code)))];
        var measured = all.Where(x => x.Cell is not Cell.Missing { Reason: Reason.NotMeasured or Reason.SourceMissing }).ToArray();
        var broader = measured.Length > 0 && measured.All(x => x.SourceBand is not null);
        return new LadderCell(
            band, reading, [.. all.Skip(1).Select(x => x.Cell).OfType<Cell.Shown>().Select(x => x.Estimate.Value)],
            measured.Length == 0 ? AgeCover.None : broader ? AgeCover.Broader : AgeCover.Own)
        {
            SourceBand = broader ? measured[0].SourceBand : null,
        };
    }
}
