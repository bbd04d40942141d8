namespace Analytics.Disclosure;

/// <summary>What hiding a cell that needs no protection itself costs.</summary>
enum SuppressionWeights
{
    /// <summary>Its count.</summary>
    Counts,

    /// <summary>The same for every cell.</summary>
    Cells,

    /// <summary>The logarithm of its count: between the two.</summary>
    Log,
}
