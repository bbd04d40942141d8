using Analytics.Disclosure;

namespace Analytics.Tests.Disclosure;

/// <summary>Every table of whole numbers that agrees with what is shown: slow, obvious, without any solver.</summary>
/// <param name="relations">All sums.</param>
/// <param name="shown">Per cell, the count shown; null where unknown.</param>
/// <param name="floors">Least count of each unknown cell.</param>
/// <param name="most">Largest count looked at where nothing shown limits a cell.</param>
sealed class AllTables(IReadOnlyList<Relation> relations, IReadOnlyList<long?> shown, IReadOnlyList<long> floors, long most)
{
    readonly (int Total, int[] Parts)[] sums = [.. relations.Select(x => (x.Total, x.Parts.ToArray()))];

    /// <summary>All tables in which some cells have given counts.</summary>
    public IEnumerable<long[]> With(params (int Cell, long Count)[] known)
    {
        long[] lower = [.. shown.Select((count, cell) => count ?? floors[cell])];
        long[] upper = [.. shown.Select(count => count ?? most)];
        foreach (var (cell, count) in known)
        {
            (lower[cell], upper[cell]) = (Math.Max(lower[cell], count), Math.Min(upper[cell], count));
        }

        return Within(lower, upper);
    }

    /// <summary>Lowest and highest count of a cell.</summary>
    public (long Lowest, long Highest) Range(int cell, params (int Cell, long Count)[] known)
    {
        var possible = Counts(cell).Where(count => With([.. known, (cell, count)]).Any());
        var fromAbove = Counts(cell).Reverse().Where(count => With([.. known, (cell, count)]).Any());
        return (possible.First(), fromAbove.First());
    }

    /// <summary>Whether only one count of a cell is possible.</summary>
    public bool IsExact(int cell, params (int Cell, long Count)[] known) =>
        !Counts(cell).Where(count => With([.. known, (cell, count)]).Any()).Skip(1).Any();

    IEnumerable<long> Counts(int cell) => shown[cell] is { } count ? [count] : Enumerable.Range((int)floors[cell], (int)(most - floors[cell] + 1)).Select(x => (long)x);

    IEnumerable<long[]> Within(long[] lower, long[] upper)
    {
        if (!Narrow(lower, upper))
        {
            yield break;
        }

        var open = -1;
        for (var cell = 0; cell < lower.Length; cell++)
        {
            if (lower[cell] < upper[cell] && (open < 0 || upper[cell] - lower[cell] < upper[open] - lower[open]))
            {
                open = cell;
            }
        }

        if (open < 0)
        {
            yield return lower;
            yield break;
        }

        for (var count = lower[open]; count <= upper[open]; count++)
        {
            long[] least = [.. lower];
            long[] greatest = [.. upper];
            least[open] = greatest[open] = count;
            foreach (var table in Within(least, greatest))
            {
                yield return table;
            }
        }
    }

    /// <summary>Narrows the ranges by one sum at a time until nothing changes. False where nothing is possible.</summary>
    bool Narrow(long[] lower, long[] upper)
    {
        var more = true;
        while (more)
        {
            more = false;
            foreach (var (total, parts) in sums)
            {
                var (least, greatest) = (0L, 0L);
                foreach (var part in parts)
                {
                    least += lower[part];
                    greatest += upper[part];
                }

                if (!Limit(total, least, greatest))
                {
                    return false;
                }

                foreach (var part in parts)
                {
                    if (!Limit(part, lower[total] - (greatest - upper[part]), upper[total] - (least - lower[part])))
                    {
                        return false;
                    }
                }
            }
        }

        return true;

        // The sums of the parts before are kept: they are wider than need be, which the next round mends.
        bool Limit(int cell, long least, long greatest)
        {
            more |= least > lower[cell] || greatest < upper[cell];
            (lower[cell], upper[cell]) = (Math.Max(lower[cell], least), Math.Min(upper[cell], greatest));
            return lower[cell] <= upper[cell];
        }
    }
}
