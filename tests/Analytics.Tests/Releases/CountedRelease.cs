using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Estimation;
using Analytics.Intake;
using Analytics.Release;

namespace Analytics.Tests.Releases;

/// <summary>Releases made from counts, cell by cell, over the shipped areas and age bands.</summary>
static class CountedRelease
{
    static readonly Codebook Shipped = CodebookReader.Read(CatalogueFiles.ReadDirectory(ShippedCatalogue.Directory, new FaultList()), new FaultList())!;

    /// <summary>Codes of the county's thirteen municipalities.</summary>
    public static readonly IReadOnlyList<string> Municipalities = [.. Shipped.Municipalities.Where(x => x.County == "06").Select(x => x.Code)];

    /// <summary>Where a share of all aged 13–15 stands.</summary>
    public static CellAddress At(string area, int year = 2025, string indicator = "sch_bullied", Sex sex = Sex.T) => new(indicator, year, area, "13-15", sex);

    /// <summary>A cell of unweighted counts.</summary>
    public static ReleasedCell Counted(CellAddress address, long cases, long people) =>
        Shown(address, Totals.OfCounts(cases, people));

    /// <summary>A cell of any sums.</summary>
    public static ReleasedCell Shown(CellAddress address, Totals totals) => new(
        address, new Cell.Shown(Estimate.Of(totals, Shipped.FindIndicator(address.Indicator)!.Measure)), null, null);

    /// <summary>A cell without a value.</summary>
    public static ReleasedCell Missing(CellAddress address, Reason reason) => new(address, new Cell.Missing(reason, null), null, null);

    /// <summary>A release of these cells.</summary>
    public static ReleaseDocument Of(params IEnumerable<ReleasedCell> cells)
    {
        ReleasedCell[] all = [.. cells];
        var manifest = new Manifest(
            "", DateTimeOffset.UnixEpoch, new InputDescription("Påhittad", "Ingen", "CC0", "2026", null, true), [], Shipped.Version,
            new ReleaseParameters(5, 20, "suppression"), new Dictionary<string, string>(), [.. all.Select(x => x.Address.Year).Distinct().Order()],
            [.. all.Select(x => x.Address.Area).Distinct().OrderBy(x => -x.Length).ThenBy(x => x, StringComparer.Ordinal)]);
        var release = new ReleaseDocument(manifest, Shipped, all);
        return release with { Manifest = manifest with { Id = ReleaseContent.IdOf(release) } };
    }

    /// <summary>The comparisons of a release of these cells.</summary>
    public static ReleaseComparisons Comparisons(params IEnumerable<ReleasedCell> cells) => Of(cells) is var release ? new ReleaseComparisons(release, new CellIndex(release.Cells)) : null!;
}
