namespace Analytics.Disclosure;

/// <summary>Counts that were released earlier cannot stand beside a rounding of the same table: the new release must be refused.</summary>
/// <param name="cells">The cells.</param>
sealed class ReleasedCountsException(IReadOnlyList<int> cells) : Exception("Counts released earlier cannot be kept.")
{
    /// <summary>Indices of the cells whose released count cannot be kept, ascending. Their counts are told nowhere.</summary>
    public IReadOnlyList<int> Cells => cells;
}
