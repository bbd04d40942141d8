using Analytics.Catalogue;
using Analytics.Disclosure;

namespace Analytics.Release;

/// <summary>One table of a release as a reader sees it: bases, cases and complements in one system of sums.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="View">What is seen.</param>
/// <param name="Place">Per cell of the view area, band (of a source its own), sex and what is counted; null where nothing is: the sum of a mean is any number.</param>
sealed record SeenTable(string Indicator, int Year, ReaderView View, Func<int, (string Area, string Band, Sex Sex, Quantity Quantity)?> Place);

/// <summary>Puts the tables of a release together as a reader does.</summary>
static class SeenTables
{
    /// <summary>All tables of counts in a release.</summary>
    public static IEnumerable<SeenTable> Of(ReleaseDocument release) => ReaderTables.Of(release).Select(Of);

    static SeenTable Of(ReaderTable source)
    {
        var (space, system) = (source.Table.Space(), source.Table.System);
        return new(source.Indicator, source.Year, source.Table.View(space), index =>
        {
            var (quantity, cell) = space.At(index);
            if (!space.Exists(index) || (space.Measure == Measure.Mean && quantity != Quantity.Base))
            {
                return null;
            }

            var (area, band, sex) = system.Place(cell);
            return (system.Layout.Areas[area], source.SourceBand ?? system.Layout.Bands[band].Id, sex, quantity);
        });
    }
}
