using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>What a reader sees of one indicator and year, and nothing more. Made from a protected table or from exported files.</summary>
/// <param name="layout">Areas and bands.</param>
/// <param name="measure">The kind of number.</param>
/// <param name="bySex">Whether sexes are published; otherwise only T.</param>
/// <param name="otherSex">Whether a reader must reckon with people of sex X. False where the source knows only two sexes.</param>
sealed class PublishedTable(Layout layout, Measure measure, bool bySex, bool otherSex)
{
    readonly long?[] bases = new long?[layout.Areas.Count * layout.Bands.Count * 4];
    readonly long?[] cases = new long?[layout.Areas.Count * layout.Bands.Count * 4];

    /// <summary>The kind of number.</summary>
    public Measure Measure => measure;

    /// <summary>How the cells add up.</summary>
    public AdditiveSystem System { get; } = new(layout, bySex, otherSex);

    /// <summary>Says what is shown of a cell.</summary>
    /// <param name="area">Index of the area.</param>
    /// <param name="band">Index of the band.</param>
    /// <param name="sex">F, M or T.</param>
    /// <param name="shownBase">The base; null when withheld; 0 for a cell without answers.</param>
    /// <param name="shownCases">Cases or events; null when withheld. For a mean: any number when the mean is shown, as its size plays no role.</param>
    public void Show(int area, int band, Sex sex, long? shownBase, long? shownCases)
    {
        bases[System.Index(area, band, sex)] = shownBase;
        cases[System.Index(area, band, sex)] = shownBase == 0 ? 0 : measure == Measure.Mean ? shownCases * 0 : shownCases;
    }

    /// <summary>The base shown of a cell.</summary>
    public long? Base(int cell) => bases[cell];

    /// <summary>The cases shown of a cell.</summary>
    public long? Cases(int cell) => cases[cell];

    /// <summary>The public part of a protected table.</summary>
    public static PublishedTable Of(ProtectedTable source)
    {
        var table = source.Table;
        var published = new PublishedTable(table.Layout, table.Indicator.Measure, table.BySex, source.OtherSex);
        foreach (var cell in published.System.Cells.Where(cell => !AdditiveSystem.IsUnpublished(cell)))
        {
            var (area, band, sex) = published.System.Place(cell);
            var counts = table[area, band, sex];
            var visibility = source[area, band, sex];
            published.Show(
                area, band, sex, visibility == Visibility.BaseWithheld ? null : counts.Base, visibility == Visibility.Shown ? counts.Cases : null);
        }

        return published;
    }
}
