using Analytics.Disclosure;
using Analytics.Tables;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Disclosure;

public sealed class SuppressionOrderTests : IDisposable
{
    readonly OwnTable table = new();

    public void Dispose() => table.Dispose();

    [Fact]
    public void Protect_RowsInAnyOrder_WithholdsTheSameCells()
    {
        foreach (var seed in Enumerable.Range(0, 8))
        {
            var rows = Made(new(seed), []);
            string[] shuffled = [.. rows];
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(table.Protected(rows, "one.csv").Order(StringComparer.Ordinal), table.Protected(shuffled, "other.csv").Order(StringComparer.Ordinal));
            Assert.Equal(File.ReadAllBytes(table.Certificate("one.csv")), File.ReadAllBytes(table.Certificate("other.csv")));
        }
    }

    /// <summary>Other names give another order of cells and relations. Patterns that cost the same may then change places, but what they cost stays.</summary>
    [Fact]
    public void Protect_AreasRenamed_CostsTheSame()
    {
        foreach (var seed in Enumerable.Range(0, 8))
        {
            var one = Summary(Made(new(seed), []));
            var other = Summary(Made(new(seed), new() { ["a"] = "z", ["b"] = "y", ["c"] = "x", ["d"] = "w" }));

            Assert.Equal((one.Cost, one.Primary.Values.Sum()), (other.Cost, other.Primary.Values.Sum()));
        }
    }

    /// <summary>What is safe with the larger threshold is safe with the smaller. A single cell may come to be shown, but not one that is small.</summary>
    [Fact]
    public void Protect_WithALargerThreshold_ShowsNoSmallCountAndWithholdsNoLessInAll() =>
        Gen.Select(Gen.Int[2, 4], Gen.Int[1, 2], Gen.Int[1, 2], Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 20]).Array[24], Gen.Int[3, 9]).Sample((muns, bands, sexes, leaves, threshold) =>
        {
            var (one, other) = (SmallTable.Of(muns, bands, sexes, false, leaves, threshold), SmallTable.Of(muns, bands, sexes, false, leaves, threshold + 1));
            var (few, many) = (one.Protect(new(threshold)), other.Protect(new(threshold + 1)));

            Assert.All(one.Cells.Where(cell => one.Primary[cell] && !one.IsUnpublished(cell)), cell => Assert.True(few.Withheld[cell] && many.Withheld[cell]));
            if (few.Cost <= few.LowerBound + 1e-6)
            {
                Assert.True(Weight(one, few) <= Weight(other, many));
            }
        }, iter: 20);

    static long Weight(SmallTable table, SuppressionPattern pattern) => table.Cells.Where(cell => pattern.Withheld[cell]).Sum(cell => table.Table[cell]);

    TableSummary Summary(string[] rows) => Assert.IsType<TableProtectionResult.Written>(table.Protect(rows, "out.csv")).Summary;

    static string[] Made(Random random, Dictionary<string, string> names) => OwnTable.Rows(
        [.. ((string[])["a", "b", "c", "d"]).Select(mun => (names.GetValueOrDefault(mun, mun), random.Next(1, 9), random.Next(0, 60)))]);
}
