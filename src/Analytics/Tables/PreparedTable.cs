using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>A table as the protection wants it: counts of all cells, what may be done with each, and which are secret.</summary>
sealed class PreparedTable
{
    readonly CountedTable source;
    readonly EarlierCells? earlier;
    readonly EarlierCells? rounded;
    readonly bool[] pinned;
    readonly EarlierSum[] sums;

    PreparedTable(CountedTable source, EarlierCells? earlier, EarlierCells? rounded, UnpublishedCounts counts, bool[] pinned, int threshold)
    {
        this.source = source;
        this.earlier = earlier;
        this.rounded = rounded;
        this.pinned = pinned;
        Rules = [.. Enumerable.Range(0, source.System.Count).Select(cell => Rule(cell, counts.Counts[cell], counts.IsDetermined[cell], threshold))];
        CellRole[] roles = [.. Enumerable.Range(0, source.System.Count).Select(cell => Role(cell, counts.Counts[cell]))];
        sums = [.. SumsBefore(counts.Counts).Where(sum => sum.Holds(counts.Counts) && sum.Cells.Any(cell => roles[cell] != CellRole.Shown))];
        Table = new AdditiveTable(
            [.. counts.Counts, .. sums.Select(x => x.Rest)], [.. roles, .. sums.Select(_ => CellRole.Shown)], [.. source.System.Relations, .. EarlierSum.Relations(sums, source.System.Count)])
        {
            Costs = source.Rows.Header.Contains("cost") ? [.. Cells.Select(cell => source.RowOf(cell) is >= 0 and var row ? source.Rows.Costs[row] : 0), .. sums.Select(_ => 0L)] : null,
            Floors = Cells.Any(IsHiddenZero) ? [.. Cells.Select(cell => roles[cell] == CellRole.Unpublished || IsHiddenZero(cell) ? 0L : 1L), .. sums.Select(_ => 0L)] : null,
        };

        // Zeros are shown, so a reader takes a withheld count to be at least 1; a cell withheld before stays withheld although its count fell to 0.
        bool IsHiddenZero(int cell) => roles[cell] == CellRole.Withheld && counts.Counts[cell] == 0;
    }

    /// <summary>The table as read.</summary>
    public CountedTable Source => source;

    /// <summary>Counts, roles and sums; after the cells of the table the rests of earlier sums that hold still, which readers know.</summary>
    public AdditiveTable Table { get; }

    /// <summary>Why each cell is withheld for its own sake.</summary>
    public IReadOnlyList<TableRule> Rules { get; }

    /// <summary>Whether each cell is secret, rests of earlier sums among them.</summary>
    public IReadOnlyList<bool> Primary => [.. Rules.Select(x => x is TableRule.SmallCount or TableRule.SmallUnpublished or TableRule.SmallChange), .. sums.Select(_ => false)];

    /// <summary>Secret cells that must be shown.</summary>
    public IEnumerable<int> Conflicts => Cells.Where(cell => Table.Roles[cell] == CellRole.Shown && Rules[cell] != TableRule.Nothing);

    IEnumerable<int> Cells => Enumerable.Range(0, source.System.Count);

    /// <summary>Works out unpublished cells, roles and secrets; null where the values cannot be of one table.</summary>
    /// <param name="source">The table as read.</param>
    /// <param name="earlier">What earlier outputs of true counts say of it; null without any.</param>
    /// <param name="rounded">What earlier outputs of rounded counts say of it; null without any.</param>
    /// <param name="threshold">Counts from 1 to one less are small.</param>
    /// <param name="contradiction">The sum that cannot be; null where it is several together.</param>
    public static PreparedTable? Of(CountedTable source, EarlierCells? earlier, EarlierCells? rounded, int threshold, out Relation? contradiction)
    {
        long?[] given = [.. Enumerable.Range(0, source.System.Count).Select(source.Value)];
        var pinned = new bool[given.Length];
        var counts = UnpublishedCounts.Of(source.System, given, out contradiction);
        if (counts is null)
        {
            return null;
        }

        for (var cell = 0; cell < given.Length && earlier is not null; cell++)
        {
            if (source.RowOf(cell) < 0 && earlier.Values[cell].Count > 0)
            {
                pinned[cell] = !counts.IsDetermined[cell] || earlier.Values[cell].Contains(counts.Counts[cell]);
                given[cell] = counts.IsDetermined[cell] ? null : earlier.Values[cell][^1];
            }
        }

        if (pinned.Any(x => x))
        {
            counts = UnpublishedCounts.Of(source.System, given, out contradiction);
        }

        return counts is null ? null : new PreparedTable(source, earlier, rounded, counts, pinned, threshold);
    }

    /// <summary>What a reader sees when these cells are withheld.</summary>
    public ReaderView Seen(IReadOnlyList<bool> withheld) =>
        PublicTable.View(source.System, [.. Cells.Select(cell => pinned[cell] || (source.RowOf(cell) >= 0 && !withheld[cell]) ? Table[cell] : (long?)null)], cell => source.RowOf(cell) >= 0, earlier, sums);

    /// <summary>The cell that a message names for a cell of <see cref="Table"/>: itself, or the total whose rest it is.</summary>
    public int Named(int cell) => cell < source.System.Count ? cell : sums[cell - source.System.Count].Total;

    /// <summary>Rounded counts published before that may be of the same data: exact ones and small ones rounded, and the sums of such; null without earlier outputs.</summary>
    public IReadOnlyList<long?>? RoundedBefore(int threshold)
    {
        if (rounded is null)
        {
            return null;
        }

        bool[] changed = [.. Cells.Select(cell => source.System.IsLeaf(cell) && rounded.Values[cell].Count > 0 && !IsRounded(rounded.Values[cell][^1], Table[cell], threshold))];
        for (var before = -1; before != changed.Count(x => x);)
        {
            before = changed.Count(x => x);
            foreach (var relation in source.System.Relations.Where(x => x.Parts.Any(part => changed[part])))
            {
                changed[relation.Total] = true;
            }
        }

        return [.. Cells.Select(cell => rounded.Values[cell].Count > 0 && !changed[cell] ? rounded.Values[cell][^1] : (long?)null)];
    }

    IEnumerable<EarlierSum> SumsBefore(long[] counts)
    {
        long?[] now = [.. counts];
        return earlier?.Outputs.SelectMany(published => EarlierSum.Of(source.System, published, now)) ?? [];
    }

    static bool IsRounded(long rounded, long count, int threshold) => count > 0 && count < threshold ? rounded == 0 || rounded == threshold : rounded == count;

    CellRole Role(int cell, long count) =>
        source.RowOf(cell) < 0 ? (pinned[cell] ? CellRole.Shown : CellRole.Unpublished)
        : source.Rows.Published[source.RowOf(cell)] || IsOut(cell, count) ? CellRole.Shown
        : earlier?.Withheld[cell] == true ? CellRole.Withheld
        : CellRole.Open;

    TableRule Rule(int cell, long count, bool determined, int threshold)
    {
        var small = count >= 1 && count < threshold;
        return source.RowOf(cell) < 0 && !determined ? TableRule.Nothing
            : small ? (source.RowOf(cell) < 0 ? TableRule.SmallUnpublished : TableRule.SmallCount)
            : count > 0 && !IsOut(cell, count) && earlier?.Values[cell].Any(value => Math.Abs(value - count) < threshold) == true ? TableRule.SmallChange
            : source.RowOf(cell) >= 0 && !IsOut(cell, count) && earlier?.Withheld[cell] == true ? TableRule.WithheldBefore
            : TableRule.Nothing;
    }

    bool IsOut(int cell, long count) => earlier?.Values[cell].Contains(count) == true;
}
