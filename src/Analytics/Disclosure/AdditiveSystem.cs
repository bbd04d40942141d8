using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>A cell that is the sum of others.</summary>
/// <param name="Total">Index of the cell.</param>
/// <param name="Parts">Indices of the cells it is the sum of.</param>
/// <param name="Implied">Whether it follows from the other relations; good for propagating bounds, needless in a linear program.</param>
sealed record Relation(int Total, IReadOnlyList<int> Parts, bool Implied);

/// <summary>How the cells of a table add up: areas, bands and sexes. Holds for bases, cases, complements and sums alike.</summary>
/// <remarks>Cells and relations stand in the order of the areas' codes, whatever their order in the layout, so that what is built on them does not depend on it.</remarks>
sealed class AdditiveSystem
{
    readonly int[] areas;
    readonly int[] positions;

    /// <param name="layout">Areas and bands.</param>
    /// <param name="bySex">Whether there are sexes; otherwise only T.</param>
    /// <param name="otherSex">Whether anyone can be of sex X, the unpublished cell of every T = F + M + X.</param>
    public AdditiveSystem(Layout layout, bool bySex, bool otherSex)
    {
        Layout = layout;
        CellCount = layout.Areas.Count * layout.Bands.Count * 4;
        positions = new int[CellCount];
        Sexes = !bySex ? [Sex.T] : otherSex ? [Sex.F, Sex.M, Sex.X, Sex.T] : [Sex.F, Sex.M, Sex.T];
        areas = [.. Enumerable.Range(0, layout.Areas.Count).OrderBy(area => layout.Areas[area], StringComparer.Ordinal)];
        Cells = [.. from area in areas from band in Enumerable.Range(0, layout.Bands.Count) from sex in Sexes select Index(area, band, sex)];
        for (var position = 0; position < Cells.Count; position++)
        {
            positions[Cells[position]] = position;
        }

        Relations = [.. AreaRelations(), .. BandRelations(), .. SexRelations()];
    }

    /// <summary>Areas and bands.</summary>
    public Layout Layout { get; }

    /// <summary>The sexes that the table has.</summary>
    public IReadOnlyList<Sex> Sexes { get; }

    /// <summary>One more than the largest cell index.</summary>
    public int CellCount { get; }

    /// <summary>Indices of the cells that exist.</summary>
    public IReadOnlyList<int> Cells { get; }

    /// <summary>All relations, implied ones too.</summary>
    public IReadOnlyList<Relation> Relations { get; }

    /// <summary>Index of a cell.</summary>
    public int Index(int area, int band, Sex sex) => CellIndex(Layout, area, band, sex);

    /// <summary>Index of a cell of a layout.</summary>
    public static int CellIndex(Layout layout, int area, int band, Sex sex) => (((area * layout.Bands.Count) + band) * 4) + (int)sex;

    /// <summary>Where a cell stands in <see cref="Cells"/>.</summary>
    public int Position(int cell) => positions[cell];

    /// <summary>Area, band and sex of a cell.</summary>
    public (int Area, int Band, Sex Sex) Place(int cell) => (cell / 4 / Layout.Bands.Count, cell / 4 % Layout.Bands.Count, (Sex)(cell % 4));

    /// <summary>Whether a cell is never published.</summary>
    public static bool IsUnpublished(int cell) => cell % 4 == (int)Sex.X;

    /// <summary>Whether a band is one of the partition.</summary>
    public bool IsPartition(int band) => Layout.BandLeaves[band] is [var leaf] && leaf == band;

    IEnumerable<Relation> AreaRelations() =>
        from area in areas
        where Layout.AreaChildren[area].Count > 0
        from band in Enumerable.Range(0, Layout.Bands.Count)
        from sex in Sexes
        select new Relation(
            Index(area, band, sex),
            [.. areas.Where(child => Layout.AreaParent[child] == area).Select(child => Index(child, band, sex))],
            !IsPartition(band) || (sex == Sex.T && Sexes.Count > 1));

    IEnumerable<Relation> BandRelations() =>
        from band in Enumerable.Range(0, Layout.Bands.Count)
        where !IsPartition(band)
        from area in areas
        from sex in Sexes
        select new Relation(
            Index(area, band, sex),
            [.. Layout.BandLeaves[band].Select(leaf => Index(area, leaf, sex))],
            sex == Sex.T && Sexes.Count > 1);

    IEnumerable<Relation> SexRelations() =>
        from area in areas.Where(_ => Sexes.Count > 1)
        from band in Enumerable.Range(0, Layout.Bands.Count)
        select new Relation(
            Index(area, band, Sex.T),
            [.. Sexes.Where(sex => sex != Sex.T).Select(sex => Index(area, band, sex))],
            Implied: false);
}
