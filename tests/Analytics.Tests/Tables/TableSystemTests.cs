using Analytics.Disclosure;
using Analytics.Tables;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Tables;

public sealed class TableSystemTests
{
    static readonly string[] Letters = ["a", "b", "c", "d", "e", "f"];

    [Fact]
    public void Families_OfADimensionWithoutHierarchy_SumAllOtherCodes()
    {
        var axis = new Axis(new Dimension("sex", "T", []), ["M", "T", "F"]);

        Assert.Equal(["F", "M", "T"], axis.Codes);
        Assert.Equal(["T=F+M"], Sums(axis));
    }

    [Fact]
    public void Families_OfNestedBands_HangUnderTheTotal()
    {
        var axis = new Axis(TableFiles.Spec("""{"dims":["age"],"total":{"age":"T"},"hier":{"age":[{"0-2":"0-5","3-5":"0-5"}]}}""").Dimensions[0], ["0-2", "0-5", "6-9", "T"]);

        Assert.Equal(["0-5=0-2+3-5", "T=0-5+6-9"], Sums(axis));
        Assert.Equal([true, false, true, true, false], axis.IsLeaf);
    }

    [Fact]
    public void Families_OfSeveralGroupings_AreSumsOfTheSameLeavesAndOneIsNotImplied()
    {
        var axis = new Axis(TableFiles.Spec("""{"dims":["m"],"total":{"m":"T"},"hier":{"m":[{"a":"A","b":"A","c":"B","A":"T","B":"T"},{"a":"X","c":"X"}]}}""").Dimensions[0], []);

        Assert.Equal(["A=a+b", "B=c", "T=A+B", "T=X+b (implied)", "X=a+c"], Sums(axis).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Families_OfAGroupingOfGroups_DoNotCountALeafTwice()
    {
        var axis = new Axis(TableFiles.Spec("""{"dims":["m"],"total":{"m":"T"},"hier":{"m":[{"a":"A","b":"A"},{"A":"H","c":"H","d":"T"}]}}""").Dimensions[0], []);

        Assert.Equal(["A=a+b", "H=A+c", "T=A+c+d", "T=H+d (implied)"], Sums(axis).Order(StringComparer.Ordinal));
    }

    /// <summary>What is not implied is just enough: as many sums as there are cells that are sums, and no implied one adds to the rank.</summary>
    [Fact]
    public void Relations_NotImplied_SpanAllOthersAndNoneIsNeedless() => Gen.Int[0, 9999].Sample(seed =>
    {
        var random = new Random(seed);
        var system = new TableSystem([RandomAxis(random, 4), RandomAxis(random, 3), RandomAxis(random, 2)]);
        var needed = system.Relations.Where(x => !x.Implied).ToArray();

        Assert.Equal(Enumerable.Range(0, system.Count).Count(cell => !system.IsLeaf(cell)), needed.Length);
        Assert.Equal(needed.Length, Rank(system, [.. needed]));
        Assert.Equal(needed.Length, Rank(system, [.. system.Relations]));
    }, iter: 30);

    [Fact]
    public void Relations_OfTheNation_AreMadeInNoTime()
    {
        var municipalities = new Axis(new Dimension("mun", "00", []), Enumerable.Range(0, 2400).Select(x => $"m{x}"));
        var system = new TableSystem([municipalities, RandomAxis(new Random(1), 6), RandomAxis(new Random(2), 3)]);

        var fastest = TimeSpan.MaxValue;
        for (var tries = 0; tries < 10 && fastest > TimeSpan.FromSeconds(1); tries++)
        {
            var started = TimeProvider.System.GetTimestamp();
            Assert.Equal(system.Relations.Count, new TableSystem(system.Axes).Relations.Count);
            fastest = TimeSpan.FromTicks(Math.Min(fastest.Ticks, TimeProvider.System.GetElapsedTime(started).Ticks));
        }

        Assert.True(fastest < TimeSpan.FromSeconds(1));
    }

    static Axis RandomAxis(Random random, int leaves)
    {
        var codes = Letters[..leaves];
        var first = codes.ToDictionary(x => x, x => $"g{random.Next(2)}", StringComparer.Ordinal);
        var second = codes.ToDictionary(x => x, x => $"h{random.Next(3)}", StringComparer.Ordinal);
        return new Axis(new Dimension("d", "T", random.Next(3) switch { 0 => [], 1 => [first], _ => [first, second] }), codes);
    }

    static IEnumerable<string> Sums(Axis axis) =>
        axis.Families.Select(x => $"{axis.Codes[x.Total]}={string.Join('+', x.Parts.Select(part => axis.Codes[part]))}{(x.Implied ? " (implied)" : "")}");

    static int Rank(TableSystem system, Relation[] relations)
    {
        var rows = relations.Select(relation =>
        {
            var row = new double[system.Count];
            row[relation.Total] = -1;
            foreach (var part in relation.Parts)
            {
                row[part] += 1;
            }

            return row;
        }).ToList();
        var rank = 0;
        for (var column = 0; column < system.Count && rank < rows.Count; column++)
        {
            var pivot = Enumerable.Range(rank, rows.Count - rank).MaxBy(x => Math.Abs(rows[x][column]));
            if (Math.Abs(rows[pivot][column]) < 1e-9)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            foreach (var row in rows.Skip(rank + 1).Where(x => x[column] != 0))
            {
                var factor = row[column] / rows[rank][column];
                for (var i = column; i < row.Length; i++)
                {
                    row[i] -= factor * rows[rank][i];
                }
            }

            rank++;
        }

        return rank;
    }
}
