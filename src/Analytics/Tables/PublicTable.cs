using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>What everybody knows of a protected table.</summary>
static class PublicTable
{
    /// <summary>The view of a reader who has the output and the earlier ones.</summary>
    /// <remarks>Zeros are shown, so a withheld count is at least 1; not so where it was withheld before, for then it stays withheld whatever it has become.</remarks>
    /// <param name="system">How cells add up.</param>
    /// <param name="shown">Per cell, the count that is shown now or was shown before and holds; null otherwise.</param>
    /// <param name="hasRow">Whether the output has a row for a cell.</param>
    /// <param name="earlier">What earlier outputs say.</param>
    /// <param name="sums">Sums of earlier outputs that are taken to hold still; their rests are cells after those of the table.</param>
    public static ReaderView View(TableSystem system, IReadOnlyList<long?> shown, Func<int, bool> hasRow, EarlierCells? earlier, IReadOnlyList<EarlierSum> sums) => new(
        [.. shown, .. sums.Select(x => x.Rest)],
        sums.Count == 0 ? system.Relations : [.. system.Relations, .. EarlierSum.Relations(sums, system.Count)],
        [.. Enumerable.Range(0, system.Count).Select(cell => hasRow(cell) && earlier?.Withheld[cell] != true ? 1L : 0L), .. sums.Select(_ => 0L)]);
}
