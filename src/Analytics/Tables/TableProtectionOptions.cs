namespace Analytics.Tables;

/// <summary>What to protect and how strictly.</summary>
/// <param name="Table">Path of the table.</param>
/// <param name="Spec">Path of its specification.</param>
/// <param name="Output">Path of the protected table; its certificate stands beside it.</param>
public sealed record TableProtectionOptions(string Table, string Spec, string Output)
{
    /// <summary>Counts from 1 to one less are small: a count, at least 2.</summary>
    public int Threshold { get; init; } = 5;

    /// <summary>Least distance between the largest and smallest count that a secret may have for a reader: a count, at least 1.</summary>
    public int Width { get; init; } = 3;

    /// <summary>Whether the only person in a withheld cell, who knows that cell, is reckoned with.</summary>
    public bool Insider { get; init; } = true;

    /// <summary>What hiding a cell costs where the table does not say.</summary>
    public HidingCost Weights { get; init; } = HidingCost.Counts;

    /// <summary>Whether small counts are withheld or rounded.</summary>
    public TableProtectionMode Mode { get; init; } = TableProtectionMode.Suppression;

    /// <summary>Paths of earlier outputs of the same population.</summary>
    public IReadOnlyList<string> Released { get; init; } = [];
}

/// <summary>What hiding a cell costs.</summary>
public enum HidingCost
{
    /// <summary>Its count.</summary>
    Counts,

    /// <summary>The same for each cell.</summary>
    Cells,

    /// <summary>The logarithm of its count.</summary>
    Log,
}

/// <summary>How a table is protected.</summary>
public enum TableProtectionMode
{
    /// <summary>Counts are withheld.</summary>
    Suppression,

    /// <summary>Counts are rounded, and none is withheld.</summary>
    Rounding,
}
