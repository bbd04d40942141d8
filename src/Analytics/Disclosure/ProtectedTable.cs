using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>A table with what may be shown of each published cell, and why not more.</summary>
sealed class ProtectedTable
{
    readonly Visibility[] visibility;
    readonly WithheldBy[] withheldBy;

    public ProtectedTable(CountTable table, ProtectionParameters parameters, Visibility[] visibility, WithheldBy[] withheldBy)
    {
        Table = table;
        Parameters = parameters;
        this.visibility = visibility;
        this.withheldBy = withheldBy;
    }

    /// <summary>The unprotected counts.</summary>
    public CountTable Table { get; }

    /// <summary>What it is protected with.</summary>
    public ProtectionParameters Parameters { get; }

    /// <summary>What hiding the secondary cells costs.</summary>
    public long Cost { get; init; }

    /// <summary>What it costs at least with the same guarantees.</summary>
    public double LowerBound { get; init; }

    /// <summary>Counts that cannot have the width asked for, because of what is published already; none is exact.</summary>
    public IReadOnlyList<(Quantity Quantity, int Cell)> Narrow { get; init; } = [];

    /// <summary>Counts that cannot be protected at all.</summary>
    public IReadOnlyList<(Quantity Quantity, int Cell)> Unsafe { get; init; } = [];

    /// <summary>Per cell, the one it was first withheld for; −1 where there is none.</summary>
    public IReadOnlyList<int>? ProtectedCells { get; init; }

    /// <summary>How much is shown of a cell. Sex X is never published, whatever stands here.</summary>
    public Visibility this[int area, int band, Sex sex] => visibility[Index(area, band, sex)];

    /// <summary>The rule that withholds a cell, or <see cref="WithheldBy.Secondary"/> where it protects others.</summary>
    public WithheldBy Rule(int area, int band, Sex sex) => withheldBy[Index(area, band, sex)];

    /// <summary>The cell that a secondary cell was first withheld for.</summary>
    public (int Area, int Band, Sex Sex)? Protects(int area, int band, Sex sex) =>
        ProtectedCells?[Index(area, band, sex)] is >= 0 and var cell ? (cell / 4 / Table.Layout.Bands.Count, cell / 4 % Table.Layout.Bands.Count, (Sex)(cell % 4)) : null;

    int Index(int area, int band, Sex sex) => AdditiveSystem.CellIndex(Table.Layout, area, band, sex);
}
