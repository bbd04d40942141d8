using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;
using Analytics.Estimation;
using Analytics.Intake;

namespace Analytics.Release;

/// <summary>
/// The released cells of figures that sources publish. A source band is shown for every age band it covers, with its own band named, never split:
/// it covers a band of the partition that it overlaps and in which the indicator is measured, and a coarser band all of whose measured parts it covers.
/// </summary>
static class SourceCells
{
    /// <summary>One cell per area, age band and published sex for one indicator and year.</summary>
    /// <param name="tables">The indicator's source tables of the year, one per source band, each with its protection where it has counts.</param>
    /// <param name="layout">Areas and bands of the release.</param>
    public static IEnumerable<ReleasedCell> Of(IReadOnlyList<(SourceTable Table, ProtectedTable? Protection)> tables, Layout layout)
    {
        var (indicator, year) = (tables[0].Table.Indicator, tables[0].Table.Year);
        for (var area = 0; area < layout.Areas.Count; area++)
        {
            for (var band = 0; band < layout.Bands.Count; band++)
            {
                var best = tables.Where(x => Covers(x.Table.Band, layout, band, indicator)).OrderBy(x => Misfit(x.Table.Band, layout.Bands[band])).ThenBy(x => x.Table.Band.From).FirstOrDefault();
                foreach (var sex in Sexes.Published)
                {
                    var address = new CellAddress(indicator.Id, year, layout.Areas[area], layout.Bands[band].Id, sex);
                    yield return best.Table is null
                        ? new ReleasedCell(address, new Cell.Missing(Reason.NotMeasured, null), null, null)
                        : CellAt(address, best.Table, best.Protection, area, layout.Bands[band]);
                }
            }
        }
    }

    static ReleasedCell CellAt(CellAddress address, SourceTable table, ProtectedTable? protection, int area, AgeBand band)
    {
        var row = table.Rows.GetValueOrDefault((address.Area, address.Sex));
        var cell = CellAt(table, protection, row, area, address.Sex);
        var own = table.Band.From == band.From && table.Band.To == band.To;
        return new ReleasedCell(address, cell, own ? null : table.Band.Id, row?.Source ?? table.Rows.Values.First().Source);
    }

    static Cell CellAt(SourceTable table, ProtectedTable? protection, AggregateRow? row, int area, Sex sex)
    {
        if (row?.Status is { } status)
        {
            return new Cell.Missing(status, null);
        }

        if (protection is not null && (table.Counts!.BySex || sex == Sex.T) && table.Counts[area, 0, sex].Base > 0)
        {
            return CountedCell(table, protection, area, sex);
        }

        if (row is null)
        {
            return new Cell.Missing(table.Rows.Keys.All(x => x.Sex != sex) ? Reason.NotMeasured : Reason.SourceMissing, null);
        }

        if (row is { Value: null, Denominator: 0 })
        {
            return new Cell.Missing(Reason.NoResponse, null);
        }

        // Counts of a sex that does not add up with the total, or of a band within another: nothing can be proved about them, so they are withheld.
        return (table.Counts is not null || table.Overlapped) && SourceTables.HasCounts(row, table.Indicator)
            ? new Cell.Missing(Reason.Suppressed, null)
            : new Cell.Shown(new Estimate(ValueOf(row, table.Indicator), null, null, null, EstimateMethod.AsPublished));
    }

    static Cell CountedCell(SourceTable table, ProtectedTable protection, int area, Sex sex)
    {
        ref var counts = ref protection.Table[area, 0, sex];
        var visibility = LargerAreaOfWithheld(table, protection, area, sex) ? Visibility.BaseWithheld : protection[area, 0, sex];
        if (visibility != Visibility.Shown)
        {
            return new Cell.Missing(Reason.Suppressed, visibility == Visibility.CasesWithheld ? counts.Base : null);
        }

        return counts.Base == 0
            ? new Cell.Missing(Reason.NoResponse, null)
            : new Cell.Shown(Estimate.Of(Totals.Of(counts, table.Indicator.Measure), table.Indicator.Measure));
    }

    /// <summary>
    /// Where areas stand on their own because a source lacks some, a municipality that is withheld, here or by the source, withholds the larger areas too:
    /// a total beside its other parts would tell it.
    /// </summary>
    static bool LargerAreaOfWithheld(SourceTable table, ProtectedTable protection, int area, Sex sex)
    {
        var areas = table.Counts!.Layout.Areas;
        return !table.Complete && AreaCode.LevelOf(areas[area]) != AreaLevel.Municipality && Enumerable.Range(0, areas.Count).Any(x =>
            protection[x, 0, sex] != Visibility.Shown || table.Rows.GetValueOrDefault((areas[x], sex))?.Status == Reason.Suppressed);
    }

    /// <summary>The value as stored: fractions and events per person, from the unit in which the source shows it.</summary>
    static double ValueOf(AggregateRow row, Indicator indicator) =>
        row.Value / indicator.Unit.Factor ?? (double)row.Numerator!.Value / row.Denominator!.Value;

    static bool Covers(AgeBand source, Layout layout, int band, Indicator indicator)
    {
        var measured = layout.BandLeaves[band].Where(leaf => indicator.AgeBands.Contains(layout.Bands[leaf].Id)).ToArray();
        return measured.Length > 0 && measured.All(leaf => source.Overlaps(layout.Bands[leaf].From, layout.Bands[leaf].To));
    }

    /// <summary>Years in one band and not in the other: 0 for an exact fit.</summary>
    static int Misfit(AgeBand source, AgeBand band) => Math.Abs(source.From - band.From) + Math.Abs(source.To - band.To);
}
