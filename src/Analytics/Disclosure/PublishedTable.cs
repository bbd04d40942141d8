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
    readonly bool[] borrowed = new bool[layout.Areas.Count * layout.Bands.Count * 4];
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
        var published = new PublishedTable(table.Layout, table.Indicator.Measure, table.BySex, otherSex: true);
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

    /// <summary>Everything that this table or another of the same cells shows. Where both show a count this one's stands.</summary>
    public PublishedTable With(PublishedTable other)
    {
        var joined = new PublishedTable(layout, measure, bySex, otherSex);
        foreach (var (cell, its) in Shared(other))
        {
            joined.bases[cell] = bases[cell] ?? other.bases[its];
            joined.borrowed[cell] = bases[cell] is null;
            joined.cases[cell] = cases[cell] ?? (joined.bases[cell] is null ? null : other.cases[its]);
        }

        foreach (var cell in System.Cells.Where(cell => bases[cell] is not null))
        {
            (joined.bases[cell], joined.cases[cell]) = (bases[cell], joined.cases[cell] ?? cases[cell]);
        }

        return joined;
    }

    /// <summary>What is shown of the bases, without the cases.</summary>
    public PublishedTable BasesAlone()
    {
        var alone = new PublishedTable(layout, measure, bySex, otherSex);
        bases.CopyTo(alone.bases, 0);
        return alone;
    }

    /// <summary>Whether anything is shown.</summary>
    public bool ShowsAnything => bases.Any(people => people > 0);

    /// <summary>Whether this table shows that nobody is in a cell of which another withholds how many are: a withheld base is at least 1.</summary>
    public bool HasNobodyWhere(PublishedTable other) => Shared(other).Any(shared => bases[shared.Cell] == 0 && other.bases[shared.Its] is null);

    /// <summary>Cells of which another table shows a count that this one withholds.</summary>
    public IEnumerable<int> LearnedFrom(PublishedTable other) =>
        from shared in Shared(other)
        where (bases[shared.Cell] is null && other.bases[shared.Its] is not null) || (cases[shared.Cell] is null && other.cases[shared.Its] is not null)
        select shared.Cell;

    /// <summary>Cells that both show, and how much more people and cases this one has.</summary>
    public IEnumerable<(int Cell, long Base, long? Cases)> Differences(PublishedTable other) =>
        from shared in Shared(other)
        let people = bases[shared.Cell] - other.bases[shared.Its]
        where people is not null
        select (shared.Cell, people.Value, measure == Measure.Mean ? 0 : cases[shared.Cell] - other.cases[shared.Its]);

    /// <summary>Cells of this table that another has too, and what they are called there.</summary>
    IEnumerable<(int Cell, int Its)> Shared(PublishedTable other)
    {
        var its = other.System.Cells.Where(cell => !AdditiveSystem.IsUnpublished(cell)).ToDictionary(other.Address);
        return
            from cell in System.Cells
            where !AdditiveSystem.IsUnpublished(cell) && its.ContainsKey(Address(cell))
            select (cell, its[Address(cell)]);
    }

    (string Area, string Band, Sex Sex) Address(int cell)
    {
        var (area, band, sex) = System.Place(cell);
        return (layout.Areas[area], layout.Bands[band].Id, sex);
    }

    /// <summary>The counts and sums that a reader has of the table.</summary>
    public CellSpace Space() => new(System, measure, Base, cell => measure == Measure.Mean || Base(cell) is null ? null : Cases(cell), cell => borrowed[cell]);

    /// <summary>What a reader sees of those counts.</summary>
    public ReaderView View(CellSpace space) => new(
        [.. Enumerable.Range(0, space.Count).Select(i => space.Certain(i) ?? (space.At(i) is (Quantity.Cases, var cell) && !AdditiveSystem.IsUnpublished(cell) ? Cases(cell) : null))],
        space.Relations, space.Floors, space.Ceilings);
}
