namespace Analytics.Tables;

/// <summary>Why a cell of a table of one's own is withheld for its own sake. For who owns the table; readers see one reason.</summary>
public enum TableRule
{
    /// <summary>It is not.</summary>
    Nothing,

    /// <summary>A count from 1 to one below the threshold.</summary>
    SmallCount,

    /// <summary>The same of a cell without a row that the rows determine.</summary>
    SmallUnpublished,

    /// <summary>An earlier output has a count that differs by 1 to one below the threshold: a small group came or left.</summary>
    SmallChange,

    /// <summary>An earlier output withholds it.</summary>
    WithheldBefore,
}
