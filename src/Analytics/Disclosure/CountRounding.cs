namespace Analytics.Disclosure;

/// <summary>Rounds the small counts of a table so that everything still adds up, no count from 1 to below the threshold is left, and nothing is hidden.</summary>
/// <remarks>
/// Small count rounding: Langsrud &amp; Heldal (2018), An Algorithm for Small Count Rounding of Tabular Data, Privacy in Statistical Databases. Only leaves are rounded, to 0 or
/// the threshold; every sum is the sum of rounded leaves, so whatever follows from published counts is 0 or at least the threshold. See docs/methods/disclosure.md.
/// </remarks>
static class CountRounding
{
    /// <summary>What the error of a count that must be kept weighs against one of any other.</summary>
    const long KeptWeight = 10_000;

    /// <summary>Rounds a table. The sum of squared errors of published cells is made small; roles other than <see cref="CellRole.Unpublished"/> play no part.</summary>
    /// <param name="table">The counts.</param>
    /// <param name="threshold">Counts from 1 to one less are small: a count, at least 1.</param>
    /// <param name="released">
    /// Per cell the count that was published earlier for the same data; null where none was. Leaves keep it, and sums too, though these only follow from kept leaves.
    /// </param>
    /// <param name="few">Leaves that few people stand behind: rounded to a multiple of the threshold whatever they hold.</param>
    /// <returns>The rounded count of every cell.</returns>
    /// <exception cref="ArgumentException">The table is not one of sums of leaves, see <see cref="LeafSums"/>, or <paramref name="released"/> is not of its size.</exception>
    /// <exception cref="ReleasedCountsException">A released count is small, or does not agree with others or with leaves that need no rounding.</exception>
    public static IReadOnlyList<long> Round(AdditiveTable table, int threshold, IReadOnlyList<long?>? released = null, IReadOnlySet<int>? few = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        if (released is not null && released.Count != table.Count)
        {
            throw new ArgumentException("Expected a released count or null for every cell.", nameof(released));
        }

        var sums = new LeafSums(table);
        bool IsFree(int leaf) => few?.Contains(leaf) == true ? table[leaf] % threshold != 0 : !ReleasedLeaves.IsRounded(table[leaf], threshold);
        var settled = ReleasedLeaves.Settle(
            table, [.. Enumerable.Range(0, table.Count).Select(cell => released?[cell] ?? (sums.IsLeaf[cell] && !IsFree(cell) ? table[cell] : null))], threshold);
        int[] choices = [.. Enumerable.Range(0, table.Count).Where(cell => sums.IsLeaf[cell] && settled[cell] is null)];
        var leaves = new long[table.Count];
        foreach (var leaf in Enumerable.Range(0, table.Count).Where(cell => sums.IsLeaf[cell]))
        {
            leaves[leaf] = settled[leaf] ?? table[leaf] / threshold * threshold;
        }

        var raised = Search(table, threshold, released, sums, choices, leaves).Run();
        for (var i = 0; i < choices.Length; i++)
        {
            leaves[choices[i]] += raised[i] ? threshold : 0;
        }

        long[] rounded = [.. Enumerable.Range(0, table.Count).Select(cell => sums[cell].Sum(leaf => leaves[leaf]))];
        Check(rounded, released);
        return rounded;
    }

    static RoundingSearch Search(AdditiveTable table, int threshold, IReadOnlyList<long?>? released, LeafSums sums, int[] choices, long[] leaves)
    {
        var indices = new Dictionary<int, int>(choices.Select((leaf, index) => KeyValuePair.Create(leaf, index)));
        var sumsOfChoice = choices.Select(_ => new List<int>()).ToArray();
        var errors = new List<long>();
        var weights = new List<long>();
        for (var cell = 0; cell < table.Count; cell++)
        {
            int[] counted = [.. sums[cell].Where(indices.ContainsKey)];
            if (counted.Length == 0 || (table.Roles[cell] == CellRole.Unpublished && released?[cell] is null))
            {
                continue;
            }

            foreach (var leaf in counted)
            {
                sumsOfChoice[indices[leaf]].Add(errors.Count);
            }

            errors.Add(sums[cell].Sum(leaf => leaves[leaf]) - (released?[cell] ?? table[cell]));
            weights.Add(released?[cell] is null ? 1 : KeptWeight);
        }

        return new(threshold, [.. sumsOfChoice.Select(x => x.ToArray())], [.. errors], [.. weights]);
    }

    static void Check(long[] rounded, IReadOnlyList<long?>? released)
    {
        int[] lost = [.. Enumerable.Range(0, released?.Count ?? 0).Where(cell => released![cell] is { } count && count != rounded[cell])];
        if (lost.Length > 0)
        {
            throw new ReleasedCountsException(lost);
        }
    }
}
