namespace Dashboard.Matrix;

/// <summary>What the county's rug is ordered by.</summary>
public enum MatrixSort
{
    /// <summary>Factors by role and domain, municipalities by name.</summary>
    Name,
    /// <summary>Factors by domain, then role; municipalities by name.</summary>
    Domain,
    /// <summary>Factors and municipalities with most certain differences first.</summary>
    Flags,
    /// <summary>Factors by role and domain; municipalities that differ in the same factors beside each other.</summary>
    Similarity,
}
