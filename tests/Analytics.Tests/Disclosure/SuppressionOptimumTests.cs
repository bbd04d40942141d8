using Analytics.Catalogue;
using Analytics.Disclosure;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Disclosure;

public sealed class SuppressionOptimumTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    public void Protect_TinyTables_CostsTheLeastOfAllSafePatterns(int width, bool insider) =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 1], Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 12]).Array[6], Gen.Bool, (muns, sexes, leaves, cells) => (Table: SmallTable.Of(muns, sexes == 0 ? 2 : 1, sexes, false, leaves, 5), cells))
            .Where(x => x.Table.Cells.Count(cell => IsOpen(x.Table, cell)) is > 0 and <= 10)
            .Sample((table, cells) =>
            {
                var options = new SuppressionOptions(5, width, insider, cells ? SuppressionWeights.Cells : SuppressionWeights.Counts);
                var found = table.Protect(options);

                Assert.True(found.LowerBound <= found.Cost + 1e-6);
                Assert.True(Safety.IsSafe(table, found.Withheld, options));
                Assert.DoesNotContain(Patterns(table), pattern => Cost(table, pattern, cells) < found.Cost && Safety.IsSafe(table, pattern, options));
            }, iter: 12);

    [Theory]
    [InlineData(false, 0.01)]
    [InlineData(true, 0.10)]
    public void Protect_CountiesOfThirteenMunicipalities_IsNearTheLowerBound(bool cells, double gap)
    {
        var system = new AdditiveSystem(Tables.Layout([13], 5), bySex: true, otherSex: false);
        var (cost, bound) = (0L, 0.0);
        for (var seed = 0; seed < 4; seed++)
        {
            var table = County(system, new(seed));
            var pattern = CellSuppression.Protect(table, [.. Enumerable.Range(0, table.Count).Select(cell => table[cell] is >= 1 and < 5)], new(Weights: cells ? SuppressionWeights.Cells : SuppressionWeights.Counts), TestContext.Current.CancellationToken);
            Assert.True(pattern.LowerBound <= pattern.Cost + 1e-6);
            Assert.Empty(pattern.Unsafe);
            (cost, bound) = (cost + pattern.Cost, bound + pattern.LowerBound);
        }

        Assert.True(cost <= bound * (1 + gap), FormattableString.Invariant($"{cost} over {bound}"));
    }

    /// <summary>Cases of 13 municipalities, 5 bands and their total, F and M: 10 to 160 people in a cell, 2 to 20 per cent.</summary>
    static AdditiveTable County(AdditiveSystem system, Random random)
    {
        var counts = new long[system.CellCount];
        var share = 0.02 + (0.18 * random.NextDouble());
        foreach (var cell in system.Cells)
        {
            var (area, band, sex) = system.Place(cell);
            if (system.Layout.AreaChildren[area].Count == 0 && system.IsPartition(band) && sex != Sex.T)
            {
                var people = 10 << ((area + (3 * band)) % 5);
                counts[cell] = Enumerable.Range(0, people).Count(_ => random.NextDouble() < share);
            }
        }

        var known = system.Cells.Except(system.Relations.Select(x => x.Total)).ToHashSet();
        while (system.Relations.FirstOrDefault(x => !known.Contains(x.Total) && x.Parts.All(known.Contains)) is { } relation)
        {
            counts[relation.Total] = relation.Parts.Sum(part => counts[part]);
            known.Add(relation.Total);
        }

        return new(counts, new CellRole[counts.Length], system.Relations);
    }

    static bool IsOpen(SmallTable table, int cell) => table.Table[cell] > 0 && !table.Primary[cell];

    static long Cost(SmallTable table, bool[] pattern, bool cells) => table.Cells.Where(cell => pattern[cell] && IsOpen(table, cell)).Sum(cell => cells ? 1 : table.Table[cell]);

    static IEnumerable<bool[]> Patterns(SmallTable table)
    {
        int[] open = [.. table.Cells.Where(cell => IsOpen(table, cell))];
        for (var set = 0; set < 1 << open.Length; set++)
        {
            bool[] pattern = [.. table.Primary];
            for (var i = 0; i < open.Length; i++)
            {
                pattern[open[i]] = (set >> i & 1) == 1;
            }

            yield return pattern;
        }
    }
}
