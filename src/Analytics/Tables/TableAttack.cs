using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>Tries to work out what a protected table withholds, from what everybody sees.</summary>
static class TableAttack
{
    /// <summary>Whether some table, whole or not, agrees with what is shown.</summary>
    public static bool IsPossible(ReaderView view)
    {
        var (lower, upper) = Ends(view);
        if (!new CountRanges(view.Relations, lower, upper).Narrow())
        {
            return false;
        }

        using var others = new OtherTables(view.Relations, lower, upper);
        return others.Any() is not null;
    }

    /// <summary>Cells that a reader knows exactly or too nearly, in ascending order; null where no table agrees with what is shown.</summary>
    /// <remarks>
    /// Ranges are narrowed by one sum at a time. Without a proof, linear programs then look for counts that follow from several sums together. A withheld count is found where it is
    /// exact, or where its range is narrower than the width and lies among the small counts; a cell without a row where it is exact and small.
    /// </remarks>
    /// <param name="view">What a reader sees.</param>
    /// <param name="isPublished">Whether a cell has a row.</param>
    /// <param name="threshold">Counts from 1 to one less are small.</param>
    /// <param name="width">Least distance between the ends of a range.</param>
    /// <param name="proven">Whether a certificate already shows that no count follows.</param>
    public static IReadOnlyList<int>? Run(ReaderView view, Func<int, bool> isPublished, int threshold, int width, bool proven)
    {
        var (lower, upper) = Ends(view);
        if (!new CountRanges(view.Relations, lower, upper).Narrow())
        {
            return null;
        }

        var movable = Enumerable.Range(0, view.Count).Where(cell => lower[cell] < upper[cell]).ToHashSet();
        if (!proven && movable.Count > 0)
        {
            using var others = new OtherTables(view.Relations, lower, upper);
            if (others.Any() is not { } one)
            {
                return null;
            }

            foreach (var cell in movable.Except(others.Differing(one)))
            {
                lower[cell] = upper[cell] = (long)Math.Round(one[cell]);
            }
        }

        return [.. Enumerable.Range(0, view.Count).Where(cell => view[cell] is null && IsFound(cell))];

        bool IsFound(int cell)
        {
            var small = lower[cell] >= 1 && upper[cell] < threshold;
            return !isPublished(cell) ? small && lower[cell] == upper[cell] : lower[cell] == upper[cell] || (small && upper[cell] - lower[cell] < width);
        }
    }

    static (long[] Lower, long[] Upper) Ends(ReaderView view)
    {
        var cells = Enumerable.Range(0, view.Count);
        return ([.. cells.Select(cell => view[cell] ?? view.Floor(cell))], [.. cells.Select(cell => view[cell] ?? CountRanges.Unlimited)]);
    }
}
