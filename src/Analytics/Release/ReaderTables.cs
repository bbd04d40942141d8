using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;

namespace Analytics.Release;

/// <summary>One indicator and year as a reader of a release sees it.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Table">What is shown.</param>
sealed record ReaderTable(string Indicator, int Year, PublishedTable Table)
{
    /// <summary>The band that a source measured; null where the table is counted from observations.</summary>
    public string? SourceBand { get; init; }
}

/// <summary>The tables that a reader can put together from the cells of a release, for the attack on it.</summary>
static class ReaderTables
{
    /// <summary>All tables of counts in a release, by indicator and year; of figures from sources one per source band.</summary>
    public static IEnumerable<ReaderTable> Of(ReleaseDocument release)
    {
        var municipalities = release.Manifest.Areas.Where(x => AreaCode.LevelOf(x) == AreaLevel.Municipality);
        var layout = AreaHierarchy.Of(release.Codebook, municipalities, release.Codebook.AgeBands);
        return release.Cells.GroupBy(x => (x.Address.Indicator, x.Address.Year)).SelectMany(cells =>
        {
            var indicator = release.Codebook.FindIndicator(cells.Key.Indicator)!;
            var tables = cells.All(x => x.Source is null) ? [(Band: (string?)null, Table: Observed(cells, layout, indicator))] : FromSource(cells, layout, indicator);
            return tables.Select(x => new ReaderTable(indicator.Id, cells.Key.Year, x.Table) { SourceBand = x.Band });
        });
    }

    static PublishedTable Observed(IEnumerable<ReleasedCell> cells, Layout layout, Indicator indicator)
    {
        var table = new PublishedTable(layout, indicator.Measure, bySex: true, otherSex: true);
        var byAddress = cells.ToDictionary(x => (x.Address.Area, x.Address.AgeBand, x.Address.Sex), x => x.Cell);
        for (var area = 0; area < layout.Areas.Count; area++)
        {
            for (var band = 0; band < layout.Bands.Count; band++)
            {
                foreach (var sex in Sexes.Published)
                {
                    Show(table, area, band, sex, byAddress[(layout.Areas[area], layout.Bands[band].Id, sex)]);
                }
            }
        }

        return table;
    }

    /// <summary>One table per source band; a band is repeated in every age band it covers, so the first says all.</summary>
    static IEnumerable<(string? Band, PublishedTable Table)> FromSource(IEnumerable<ReleasedCell> cells, Layout layout, Indicator indicator) =>
        from cell in cells
        where cell.Source is not null
        group cell by cell.SourceBand ?? cell.Address.AgeBand into source
        let shown = source.Where(x => x.Address.AgeBand == source.First().Address.AgeBand).ToDictionary(x => (x.Address.Area, x.Address.Sex), x => x.Cell)
        where shown.Values.Any(x => x is Cell.Shown { Estimate.Numerator: not null } or Cell.Missing { Denominator: not null })
        select ((string?)source.Key, SourceTable(shown, layout, indicator));

    static PublishedTable SourceTable(Dictionary<(string Area, Sex Sex), Cell> shown, Layout layout, Indicator indicator)
    {
        var bySex = Sexes.Published.All(sex => shown.Any(x => x.Key.Sex == sex && x.Value is Cell.Shown { Estimate.Numerator: not null } or Cell.Missing { Reason: Reason.Suppressed }));
        var sexes = bySex ? Sexes.Published : [Sex.T];
        var adds = sexes.All(sex => Adds(shown, layout, sex));
        var areas = new Layout(layout.Areas, adds ? layout.AreaParent : [.. layout.AreaParent.Select(_ => -1)], [layout.Bands[0]], [[0]]);
        var table = new PublishedTable(areas, indicator.Measure, bySex, otherSex: true);
        for (var area = 0; area < layout.Areas.Count; area++)
        {
            foreach (var sex in sexes)
            {
                Show(table, area, 0, sex, shown[(layout.Areas[area], sex)]);
            }
        }

        return table;
    }

    /// <summary>Whether larger areas can be the sums of their parts: all have counts or withhold them, and no sum that is wholly shown contradicts its parts.</summary>
    static bool Adds(Dictionary<(string Area, Sex Sex), Cell> shown, Layout layout, Sex sex) => Enumerable.Range(0, layout.Areas.Count).All(area =>
    {
        var cells = layout.AreaChildren[area].Prepend(area).Select(x => shown[(layout.Areas[x], sex)]).ToArray();
        var counts = cells.OfType<Cell.Shown>().Select(x => (x.Estimate.Numerator, x.Estimate.Denominator)).ToArray();
        return cells.All(x => x is Cell.Shown { Estimate.Numerator: not null } or Cell.Missing { Reason: Reason.Suppressed })
            && (cells.Length == 1 || counts.Length < cells.Length || (counts[0].Numerator == counts.Skip(1).Sum(x => x.Numerator) && counts[0].Denominator == counts.Skip(1).Sum(x => x.Denominator)));
    });

    static void Show(PublishedTable table, int area, int band, Sex sex, Cell cell)
    {
        switch (cell)
        {
            case Cell.Shown { Estimate: { Denominator: { } denominator } estimate }:
                table.Show(area, band, sex, denominator, estimate.Numerator ?? 0);
                break;
            case Cell.Missing { Reason: Reason.Suppressed } missing:
                table.Show(area, band, sex, missing.Denominator, null);
                break;
            default:
                // Nobody answered, or a figure without counts: nothing here that a reader could compute with.
                table.Show(area, band, sex, 0, 0);
                break;
        }
    }
}
