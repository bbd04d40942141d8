using Analytics.Catalogue;
using Analytics.Disclosure;

namespace Analytics.Release;

/// <summary>The ledger: everything ever published of the same population, by indicator and year.</summary>
sealed class EarlierReleases
{
    readonly Dictionary<(string Indicator, int Year), EarlierTable> tables = [];
    readonly HashSet<(string Indicator, int Year)> otherMode = [];

    /// <summary>Nothing published.</summary>
    public static EarlierReleases None { get; } = new([], false, "");

    /// <summary>Takes the published releases that speak of the same people: made-up figures say nothing of real ones.</summary>
    /// <param name="published">The releases.</param>
    /// <param name="demonstration">Whether the new figures are made up.</param>
    /// <param name="mode">How the new figures are to be protected.</param>
    public EarlierReleases(IEnumerable<ReleaseDocument> published, bool demonstration, string mode)
    {
        foreach (var release in published.Where(x => x.Manifest.Description.Demonstration == demonstration))
        {
            if (release.Manifest.Parameters.Protection != mode)
            {
                otherMode.UnionWith(release.Cells.Select(x => (x.Address.Indicator, x.Address.Year)));
            }

            foreach (var cell in release.Cells)
            {
                Add(cell);
            }
        }
    }

    /// <summary>What has been published of a table, or null.</summary>
    public EarlierTable? Find(string indicator, int year) => tables.GetValueOrDefault((indicator, year));

    /// <summary>Whether a table has been published with another kind of protection: exact and rounded counts side by side tell what each hides.</summary>
    public bool HasOtherMode(string indicator, int year) => otherMode.Contains((indicator, year));

    void Add(ReleasedCell cell)
    {
        var key = (cell.Address.Indicator, cell.Address.Year);
        var table = tables.GetValueOrDefault(key) ?? (tables[key] = new());
        var (area, band, sex) = (cell.Address.Area, cell.SourceBand ?? cell.Address.AgeBand, cell.Address.Sex);
        switch (cell.Cell)
        {
            case Cell.Shown { Estimate: { Denominator: { } people } estimate }:
                table.Add(area, band, sex, Quantity.Base, people);
                table.Add(area, band, sex, Quantity.Cases, estimate.Numerator ?? 0);
                break;
            case Cell.Missing { Reason: Reason.Suppressed } missing:
                table.Add(area, band, sex, Quantity.Base, missing.Denominator);
                table.Add(area, band, sex, Quantity.Cases, null);
                break;
            case Cell.Missing { Reason: Reason.NoResponse }:
                table.Add(area, band, sex, Quantity.Base, 0);
                break;
        }
    }
}
