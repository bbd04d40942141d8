using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>A table with what may be shown of each published cell, and why not more.</summary>
sealed class ProtectedTable
{
    readonly Visibility[] visibility;
    readonly WithheldBy[] withheldBy;
    int[]? protects;

    public ProtectedTable(CountTable table, ProtectionParameters parameters, bool otherSex, Visibility[] visibility, WithheldBy[] withheldBy)
    {
        Table = table;
        Parameters = parameters;
        OtherSex = otherSex;
        this.visibility = visibility;
        this.withheldBy = withheldBy;
    }

    /// <summary>The unprotected counts.</summary>
    public CountTable Table { get; }

    /// <summary>What it is protected with.</summary>
    public ProtectionParameters Parameters { get; }

    /// <summary>Whether anyone in the table is of sex X.</summary>
    public bool OtherSex { get; }

    /// <summary>How much is shown of a cell. Sex X is never published, whatever stands here.</summary>
    public Visibility this[int area, int band, Sex sex] => visibility[Index(area, band, sex)];

    /// <summary>The rule that withholds a cell, or <see cref="WithheldBy.Secondary"/> where it protects others.</summary>
    public WithheldBy Rule(int area, int band, Sex sex) => withheldBy[Index(area, band, sex)];

    /// <summary>The primary cell that a secondary one was needed for, perhaps of sex X; null where a cell is shown or withheld for its own sake.</summary>
    public (int Area, int Band, Sex Sex)? Protects(int area, int band, Sex sex)
    {
        protects ??= NearestPrimary.Of(this);
        return protects[Index(area, band, sex)] is >= 0 and var cell ? (cell / 4 / Table.Layout.Bands.Count, cell / 4 % Table.Layout.Bands.Count, (Sex)(cell % 4)) : null;
    }

    /// <summary>What the secondary cells cost.</summary>
    public long Cost { get; init; }

    /// <summary>What any choice with the same guarantees costs at least; 0 where that is not known.</summary>
    public double LowerBound { get; init; }

    int Index(int area, int band, Sex sex) => AdditiveSystem.CellIndex(Table.Layout, area, band, sex);
}
