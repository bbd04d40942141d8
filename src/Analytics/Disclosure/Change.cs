namespace Analytics.Disclosure;

/// <summary>A difference between two tables of whole numbers that a reader cannot tell apart: what each cell moves by. Cells that do not move are left out.</summary>
/// <param name="Cells">The cells that move, ascending.</param>
/// <param name="Steps">What each moves by, never 0.</param>
sealed record Change(int[] Cells, long[] Steps)
{
    /// <summary>What a cell moves by.</summary>
    public long this[int cell] => Array.BinarySearch(Cells, cell) is >= 0 and var i ? Steps[i] : 0;
}
