using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;

namespace Analytics.Release;

/// <summary>Which means of a rounded release are shown, for the attack on those that are not.</summary>
/// <remarks>
/// The attack is given bases, of which only that they are known matters: whoever knows all bases knows at least as much as a reader of rounded ones. A cell without answers may
/// be one of few, so its sum is not taken for known.
/// </remarks>
static class ShownMeans
{
    /// <summary>A base large enough to be no secret itself.</summary>
    const long AnyBase = 1_000;

    /// <summary>The tables of means counted from observations, by indicator and year.</summary>
    public static IEnumerable<ReaderTable> Of(ReleaseDocument release)
    {
        var layout = AreaHierarchy.Of(release.Codebook, release.Manifest.Areas.Where(x => AreaCode.LevelOf(x) == AreaLevel.Municipality), release.Codebook.AgeBands);
        return
            from cell in release.Cells
            group cell by (cell.Address.Indicator, cell.Address.Year) into cells
            where release.Codebook.FindIndicator(cells.Key.Indicator)!.Measure == Measure.Mean && cells.All(x => x.Source is null)
            select new ReaderTable(cells.Key.Indicator, cells.Key.Year, Table(cells.ToDictionary(x => (x.Address.Area, x.Address.AgeBand, x.Address.Sex), x => x.Cell), layout));
    }

    /// <summary>The findings of an attack, without cells that say that nobody answered: known to be empty they would be no secret.</summary>
    public static IReadOnlyList<Finding> Withheld(IEnumerable<Finding> findings, ReleaseDocument release, ReaderTable table)
    {
        var suppressed = release.Cells.Where(x => (x.Address.Indicator, x.Address.Year) == (table.Indicator, table.Year) && x.Cell is Cell.Missing { Reason: Reason.Suppressed })
            .Select(x => (x.Address.Area, x.Address.AgeBand, x.Address.Sex)).ToHashSet();
        return [.. findings.Where(x => suppressed.Contains((x.Area, x.Band, x.Sex)))];
    }

    static PublishedTable Table(Dictionary<(string Area, string Band, Sex Sex), Cell> cells, Layout layout)
    {
        var table = new PublishedTable(layout, Measure.Mean, bySex: true, otherSex: true);
        foreach (var cell in table.System.Cells.Where(x => !AdditiveSystem.IsUnpublished(x)))
        {
            var (area, band, sex) = table.System.Place(cell);
            var shown = At(area, band, sex) is Cell.Shown;
            table.Show(area, band, sex, People(area, band, sex), shown ? 0 : null);
        }

        return table;

        Cell At(int area, int band, Sex sex) => cells[(layout.Areas[area], layout.Bands[band].Id, sex)];

        long People(int area, int band, Sex sex) =>
            layout.BandLeaves[band] is var leaves && (leaves.Count > 1 || leaves[0] != band) ? leaves.Sum(leaf => People(area, leaf, sex))
            : layout.AreaChildren[area].Count > 0 ? layout.AreaChildren[area].Sum(part => People(part, band, sex))
            : sex == Sex.T ? People(area, band, Sex.F) + People(area, band, Sex.M) + People(area, band, Sex.X)
            : At(area, band, sex == Sex.X ? Sex.T : sex) is Cell.Missing { Reason: Reason.NotMeasured } ? 0 : AnyBase;
    }
}
