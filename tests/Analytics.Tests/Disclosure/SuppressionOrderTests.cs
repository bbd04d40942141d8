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

    /// <summary>Every small count of the smaller threshold is one of the larger.</summary>
    [Fact]
    public void Protect_WithALargerThreshold_ShowsNoCountThatIsSmall() => Gen.Select(SmallTable.Random(5), Gen.Int[3, 9]).Sample((small, larger) =>
    {
        var (few, many) = (small.Protect(new(larger)), small.Protect(new(larger + 1)));

        Assert.All(small.Cells.Where(cell => small.Table[cell] >= 1 && small.Table[cell] < larger && !small.IsUnpublished(cell) && small.Primary[cell]), cell => Assert.True(few.Withheld[cell] && many.Withheld[cell]));
    }, iter: 10);

    TableSummary Summary(string[] rows) => Assert.IsType<TableProtectionResult.Written>(table.Protect(rows, "out.csv")).Summary;

    static string[] Made(Random random, Dictionary<string, string> names) => OwnTable.Rows(
        [.. ((string[])["a", "b", "c", "d"]).Select(mun => (names.GetValueOrDefault(mun, mun), random.Next(1, 9), random.Next(0, 60)))]);
}
