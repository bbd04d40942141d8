using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>Counts of the cells of a table that has no rows for some of them.</summary>
/// <param name="Counts">A count for each cell, whole and at least 0, so that everything adds up.</param>
/// <param name="IsDetermined">Whether each count is the only possible one. Others are one possibility among several and tell nothing about anybody.</param>
sealed record UnpublishedCounts(long[] Counts, bool[] IsDetermined)
{
    /// <summary>Works out what follows from the given counts and chooses the rest.</summary>
    /// <remarks>
    /// Where counts are not determined, cells that are no sums get one after another an even share of what their sums leave, in the order of the cells; only where that leads nowhere
    /// does an integer program find a solution. Either way the same table gives the same counts.
    /// </remarks>
    /// <param name="system">How cells add up.</param>
    /// <param name="given">The count of each cell with a row; null for others.</param>
    /// <param name="contradiction">The sum that cannot be, where the result is null; null where no single sum is to blame.</param>
    /// <returns>Null where no whole counts of 0 or more agree with the given ones.</returns>
    public static UnpublishedCounts? Of(TableSystem system, IReadOnlyList<long?> given, out Relation? contradiction)
    {
        long[] lower = [.. given.Select(x => x ?? 0)];
        long[] upper = [.. given.Select(x => x ?? CountRanges.Unlimited)];
        contradiction = null;
        if (given.All(x => x is not null))
        {
            return new UnpublishedCounts(lower, [.. given.Select(_ => true)]);
        }

        var ranges = new CountRanges(system.Relations, lower, upper);
        if (!ranges.Narrow())
        {
            contradiction = ranges.Contradiction;
            return null;
        }

        int[] open = [.. Enumerable.Range(0, system.Count).Where(cell => !ranges.IsKnown(cell))];
        if (open.Length == 0)
        {
            return new UnpublishedCounts(lower, [.. given.Select(_ => true)]);
        }

        var counts = Shared(system, open, [.. lower], [.. upper]) ?? WholeSolution.Find(system.Relations, lower, upper);
        if (counts is null)
        {
            return null;
        }

        using var others = new OtherTables(system.Relations, lower, upper);
        var moving = others.Differing([.. counts.Select(x => (double)x)]).ToHashSet();
        return new UnpublishedCounts(counts, [.. Enumerable.Range(0, system.Count).Select(cell => !moving.Contains(cell))]);
    }

    static long[]? Shared(TableSystem system, int[] open, long[] lower, long[] upper)
    {
        var ranges = new CountRanges(system.Relations, lower, upper);
        foreach (var cell in open.OrderBy(cell => system.IsLeaf(cell) ? 0 : 1))
        {
            if (!ranges.IsKnown(cell) && !ranges.Fix(cell, Share(ranges, cell)))
            {
                return null;
            }
        }

        return open.All(ranges.IsKnown) && system.Relations.All(x => x.Parts.Sum(part => lower[part]) == lower[x.Total]) ? lower : null;
    }

    static long Share(CountRanges ranges, int cell)
    {
        var share = CountRanges.Unlimited;
        foreach (var relation in ranges.Of(cell).Where(x => x.Total != cell && ranges.Upper(x.Total) < CountRanges.Unlimited))
        {
            var (rest, unknown) = (ranges.Upper(relation.Total), 0);
            foreach (var part in relation.Parts)
            {
                rest -= ranges.Lower(part);
                unknown += ranges.IsKnown(part) ? 0 : 1;
            }

            share = Math.Min(share, ranges.Lower(cell) + (rest / Math.Max(unknown, 1)));
        }

        return share == CountRanges.Unlimited ? ranges.Lower(cell) : Math.Clamp(share, ranges.Lower(cell), ranges.Upper(cell));
    }
}
