using Analytics.Catalogue;
using Analytics.Disclosure;

namespace Analytics.Release;

/// <summary>One table of a release as a reader sees it: bases, cases and complements in one system of sums.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="View">What is seen.</param>
/// <param name="Place">Per cell of the view area, band (of a source its own), sex and what is counted.</param>
sealed record SeenTable(string Indicator, int Year, ReaderView View, Func<int, (string Area, string Band, Sex Sex, Quantity Quantity)> Place);

/// <summary>Puts the tables of a release together as a reader does.</summary>
static class SeenTables
{
    /// <summary>All tables of counts in a release.</summary>
    public static IEnumerable<SeenTable> Of(ReleaseDocument release) => ReaderTables.Of(release).Select(Of);

    static SeenTable Of(ReaderTable source)
    {
        var (table, system) = (source.Table, source.Table.System);
        Quantity[] quantities = table.Measure switch
        {
            // The sum of a mean is any number: nothing but the base is a count.
            Measure.Mean => [Quantity.Base],
            Measure.Proportion => [Quantity.Base, Quantity.Cases, Quantity.Complement],
            _ => [Quantity.Base, Quantity.Cases],
        };
        var places = (from quantity in quantities from cell in system.Cells select (Quantity: quantity, Cell: cell)).ToArray();
        int Index(int quantity, int cell) => (quantity * system.Cells.Count) + system.Position(cell);
        var sums = Enumerable.Range(0, quantities.Length).SelectMany(_ => system.Relations, (quantity, relation) =>
            relation with { Total = Index(quantity, relation.Total), Parts = [.. relation.Parts.Select(part => Index(quantity, part))] });
        var bases = quantities.Length < 3 ? [] : system.Cells.Select(cell => new Relation(Index(0, cell), [Index(1, cell), Index(2, cell)], Implied: false));
        var view = new ReaderView(
            [.. places.Select(x => Shown(x.Quantity, x.Cell))], [.. sums, .. bases],
            [.. places.Select(x => AdditiveSystem.IsUnpublished(x.Cell) || x.Quantity == Quantity.Complement || (x.Quantity == Quantity.Cases && table.Base(x.Cell) is null) ? 0L : 1L)]);
        return new(source.Indicator, source.Year, view, i =>
        {
            var (area, band, sex) = system.Place(places[i].Cell);
            return (system.Layout.Areas[area], source.SourceBand ?? system.Layout.Bands[band].Id, sex, places[i].Quantity);
        });

        long? Shown(Quantity quantity, int cell) => quantity switch
        {
            Quantity.Base => table.Base(cell),
            Quantity.Cases => table.Cases(cell),
            _ => table.Base(cell) - table.Cases(cell),
        };
    }
}
