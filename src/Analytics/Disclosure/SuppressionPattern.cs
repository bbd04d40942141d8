namespace Analytics.Disclosure;

/// <summary>Which cells of a table are withheld, why, and how far from the least that the same guarantees need.</summary>
/// <param name="Withheld">Per cell, whether it is withheld. Unpublished cells are not.</param>
/// <param name="Protects">Per cell, the primary cell that it was first needed for; −1 where it is shown or withheld for its own sake.</param>
/// <param name="Cost">What the secondary cells cost.</param>
/// <param name="LowerBound">What any pattern with the same guarantees costs at least.</param>
/// <param name="Narrow">Cells that the required width is impossible for, because of what is shown whatever follows; none of them is exact.</param>
/// <param name="Unsafe">Cells that cannot be protected at all.</param>
sealed record SuppressionPattern(
    IReadOnlyList<bool> Withheld, IReadOnlyList<int> Protects, long Cost, double LowerBound, IReadOnlyList<int> Narrow, IReadOnlyList<int> Unsafe);
