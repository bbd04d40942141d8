using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;
using Analytics.Estimation;

namespace Analytics.Release;

/// <summary>The released cells of a table counted from observations: values where they may be shown, reasons elsewhere.</summary>
static class ObservedCells
{
    /// <summary>One cell per area, age band and published sex, in the order of the layout.</summary>
    public static IEnumerable<ReleasedCell> Of(ProtectedTable table)
    {
        var layout = table.Table.Layout;
        var whole = WholeCells.Of(table);
        for (var area = 0; area < layout.Areas.Count; area++)
        {
            for (var band = 0; band < layout.Bands.Count; band++)
            {
                foreach (var sex in Sexes.Published)
                {
                    var address = new CellAddress(table.Table.Indicator.Id, table.Table.Year, layout.Areas[area], layout.Bands[band].Id, sex);
                    yield return new ReleasedCell(address, CellAt(table, whole, area, band, sex), SourceBand: null, Source: null);
                }
            }
        }
    }

    static Cell CellAt(ProtectedTable table, WholeCells whole, int area, int band, Sex sex)
    {
        ref var counts = ref table.Table[area, band, sex];
        if (counts.Base == 0)
        {
            return new Cell.Missing(Absence(table.Table, band, counts), Denominator: null);
        }

        if (table[area, band, sex] is var visibility and not Visibility.Shown)
        {
            return new Cell.Missing(Reason.Suppressed, visibility == Visibility.CasesWithheld ? counts.Base : null);
        }

        var measure = table.Table.Indicator.Measure;
        return new Cell.Shown(Estimate.Of(Totals.Of(whole.Counts(area, band, sex), measure), measure));
    }

    static Reason Absence(CountTable table, int band, in Counts counts)
    {
        if (counts.Asked > 0)
        {
            return table.Indicator.Measure == Measure.Rate ? Reason.SourceMissing : Reason.NoResponse;
        }

        var measured = table.Layout.BandLeaves[band].Any(leaf => table.Indicator.AgeBands.Contains(table.Layout.Bands[leaf].Id));
        return measured ? Reason.NoResponse : Reason.NotMeasured;
    }
}
