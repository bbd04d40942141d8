namespace Analytics.Disclosure;

/// <summary>The leaves whose rounded counts are settled by what was released earlier, or because they are never rounded.</summary>
static class ReleasedLeaves
{
    /// <summary>The settled counts per cell: released ones, given ones, and those that follow from them, such as that of the unpublished sex.</summary>
    /// <param name="table">The table.</param>
    /// <param name="given">Per cell a count that stands already; null where none does.</param>
    /// <param name="threshold">Counts from 1 to one less are small, and never settled.</param>
    /// <returns>Counts by cell; null where the rounding is free.</returns>
    public static long?[] Settle(AdditiveTable table, IReadOnlyList<long?> given, int threshold)
    {
        long?[] settled = [.. given.Select(x => IsRounded(x, threshold) ? x : null)];
        var found = true;
        while (found)
        {
            found = false;
            foreach (var relation in table.Relations)
            {
                found |= Follow(relation, settled, threshold);
            }
        }

        return settled;
    }

    /// <summary>Whether a count is none that would have to be rounded.</summary>
    public static bool IsRounded(long? count, int threshold) => count is 0 || count >= threshold;

    /// <summary>Settles the only count of a relation that is not.</summary>
    static bool Follow(Relation relation, long?[] settled, int threshold)
    {
        var free = relation.Parts.Append(relation.Total).Where(cell => settled[cell] is null).Take(2).ToArray();
        if (free is not [var only])
        {
            return false;
        }

        var others = relation.Parts.Where(part => part != only).Sum(part => settled[part]!.Value);
        var value = only == relation.Total ? others : settled[relation.Total]!.Value - others;
        if (!IsRounded(value, threshold))
        {
            return false;
        }

        settled[only] = value;
        return true;
    }
}
