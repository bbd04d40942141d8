using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Estimation;
using Analytics.Intake;
using Analytics.Release;
using Analytics.Statistics;

namespace Analytics.Tests.Releases;

/// <summary>Small releases for tests of what happens to a release after it is built.</summary>
static class MadeUpRelease
{
    public static ReleaseDocument Create(string title = "Påhittad")
    {
        var files = CatalogueFiles.ReadDirectory(ShippedCatalogue.Directory, new FaultList());
        var codebook = CodebookReader.Read(files, new FaultList())!;
        ReleasedCell[] cells =
        [
            Cell("0604", Sex.F, new Cell.Missing(Reason.Suppressed, 31)),
            Cell("0604", Sex.M, new Cell.Missing(Reason.Suppressed, null)),
            Cell("0604", Sex.T, new Cell.Shown(new Estimate(7 / 62.0, new Interval(0.055, 0.215), 7, 62, EstimateMethod.WilsonEffectiveSize, new Totals(62, 7, 63.5, 66.25, 7.5, 7.5, 7, 7)))),
            Cell("06", Sex.F, new Cell.Missing(Reason.NotMeasured, null)),
            Cell("06", Sex.T, new Cell.Shown(new Estimate(0.1, null, null, null, EstimateMethod.AsPublished))) with { SourceBand = "0-19", Source = "Påhittad källa" },
        ];
        var manifest = new Manifest(
            "", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), new InputDescription(title, "Ingen", "CC0", "2026", 0.7, true),
            [new InputFileRecord("observations.csv", 12, "ab")], codebook.Version, new ReleaseParameters(5, 20, "suppression"), new Dictionary<string, string> { ["mean"] = "1" }, [2025], ["0604", "06"]);
        var release = new ReleaseDocument(manifest, codebook, cells) { CatalogueFiles = files };
        return release with { Manifest = manifest with { Id = ReleaseContent.IdOf(release) } };
    }

    static ReleasedCell Cell(string area, Sex sex, Cell cell) => new(new CellAddress("fam_low_economic_standard", 2025, area, "0-18", sex), cell, null, null);
}
