using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>Tries to work out what a protected table withholds, from what everybody sees.</summary>
static class TableAttack
{
    /// <summary>Cells that a reader knows exactly or too nearly, in ascending order; null where no table agrees with what is shown.</summary>
    /// <remarks>
    /// Ranges are narrowed by one sum at a time. Without a proof, linear programs then look for counts that follow from several sums together. A withheld count is found where it is
    /// exact, or where its range is narrower than the width and lies among the small counts; a cell without a row where it is exact and small.
    /// </remarks>
    /// <param name="view">What a reader sees.</param>
    /// <param name="threshold">Counts from 1 to one less are small.</param>
    /// <param name="width">Least distance between the ends of a range.</param>
    /// <param name="proven">Whether a certificate already shows that no count follows.</param>
    public static IReadOnlyList<int>? Run(ReaderView view, int threshold, int width, bool proven)
    {
        long[] lower = [.. Enumerable.Range(0, view.Count).Select(cell => view[cell] ?? view.Floor(cell))];
        long[] upper = [.. Enumerable.Range(0, view.Count).Select(cell => view[cell] ?? CountRanges.Unlimited)];
        if (!new CountRanges(view.Relations, lower, upper).Narrow())
        {
            return null;
        }

        var movable = Enumerable.Range(0, view.Count).Where(cell => lower[cell] < upper[cell]).ToHashSet();
        if (!proven && movable.Count > 0 && WholeSolution.Find(view.Relations, lower, upper) is { } solution)
        {
            movable = [.. MovableCells.Find(view.Relations, lower, upper, solution)];
            foreach (var cell in Enumerable.Range(0, view.Count).Where(cell => !movable.Contains(cell)))
            {
                (lower[cell], upper[cell]) = (solution[cell], solution[cell]);
            }
        }

        return [.. Enumerable.Range(0, view.Count).Where(cell => view[cell] is null && IsFound(cell))];

        bool IsFound(int cell)
        {
            var small = lower[cell] >= 1 && upper[cell] < threshold;
            return view.Roles[cell] == CellRole.Unpublished ? small && lower[cell] == upper[cell] : lower[cell] == upper[cell] || (small && upper[cell] - lower[cell] < width);
        }
    }
}
