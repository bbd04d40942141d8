using Analytics.Tables;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Tables;

public sealed class UnpublishedCountsTests
{
    [Fact]
    public void Of_MissingParts_AreDeterminedOnlyWhereOneIsMissing()
    {
        var system = new TableSystem([new Axis(new Dimension("sex", "T", []), ["F", "M", "X"])]);

        // Codes stand in ordinal order: F, M, T, X.
        var counts = UnpublishedCounts.Of(system, [4, null, 10, null], out _)!;
        Assert.Equal([true, false, true, false], counts.IsDetermined);
        Assert.Equal(10, 4 + counts.Counts[1] + counts.Counts[3]);

        counts = UnpublishedCounts.Of(system, [4, 3, 10, null], out _)!;
        Assert.Equal(3, counts.Counts[3]);
        Assert.True(counts.IsDetermined[3]);
    }

    [Fact]
    public void Of_PartsThatExceedTheirTotal_IsRefusedWithTheSum()
    {
        var system = new TableSystem([new Axis(new Dimension("sex", "T", []), ["F", "M", "X"])]);

        Assert.Null(UnpublishedCounts.Of(system, [4, 7, 10, null], out var contradiction));
        Assert.Same(system.Relations[0], contradiction);
    }

    /// <summary>Only several sums together give the three parts: a + b, b + c and a + c are known.</summary>
    [Fact]
    public void Of_CountsThatFollowFromSeveralSums_AreDetermined()
    {
        var axis = new Axis(TableFiles.Spec("""{"dims":["m"],"total":{"m":"T"},"hier":{"m":[{"a":"P","b":"P"},{"b":"Q","c":"Q"},{"a":"R","c":"R"}]}}""").Dimensions[0], []);
        var system = new TableSystem([axis]);

        var counts = UnpublishedCounts.Of(system, [.. axis.Codes.Select(code => code switch { "P" => 9L, "Q" => 7, "R" => 8, _ => (long?)null })], out _)!;

        Assert.Equal([5, 4, 3], counts.Counts[axis.IndexOf("a")..(axis.IndexOf("c") + 1)]);
        Assert.All(counts.IsDetermined, Assert.True);
    }

    /// <summary>Compared with all tables of whole numbers: the counts are one of them, and determined cells are the same in all.</summary>
    [Fact]
    public void Of_TablesWithGaps_AgreeWithEnumeration() => Gen.Int[0, 99999].Sample(seed =>
    {
        var random = new Random(seed);
        var system = new TableSystem([new Axis(new Dimension("a", "T", []), ["p", "q", "r"]), new Axis(new Dimension("b", "T", []), ["x", "y"])]);
        var truth = new long[system.Count];
        foreach (var cell in Leaves(system))
        {
            truth[cell] = random.Next(4);
        }

        Add(system, truth);
        long?[] given = [.. truth.Select(x => random.Next(2) == 0 ? x : (long?)null)];
        given[system.Index([system.Axes[0].IndexOf("T"), system.Axes[1].IndexOf("T")])] = truth[system.Index([system.Axes[0].IndexOf("T"), system.Axes[1].IndexOf("T")])];

        var counts = UnpublishedCounts.Of(system, given, out _)!;
        var all = Enumerated(system, given, (int)truth.Max()).ToArray();

        Assert.Contains(all, x => x.SequenceEqual(counts.Counts));
        Assert.Equal(Enumerable.Range(0, system.Count).Select(cell => all.All(x => x[cell] == truth[cell])), counts.IsDetermined);
        Assert.Equal(counts.Counts, UnpublishedCounts.Of(system, given, out _)!.Counts);
    }, iter: 60);

    static IEnumerable<long[]> Enumerated(TableSystem system, long?[] given, int most)
    {
        int[] leaves = [.. Leaves(system)];
        var table = new long[system.Count];
        return Fill(0);

        IEnumerable<long[]> Fill(int next)
        {
            if (next == leaves.Length)
            {
                Add(system, table);
                return given.Select((x, cell) => x is null || x == table[cell]).All(x => x) ? [[.. table]] : [];
            }

            var found = new List<long[]>();
            var room = most - leaves.Take(next).Sum(x => table[x]);
            for (var count = given[leaves[next]] ?? 0; count <= (given[leaves[next]] ?? room); count++)
            {
                table[leaves[next]] = count;
                found.AddRange(Fill(next + 1));
            }

            table[leaves[next]] = 0;
            return found;
        }
    }

    static IEnumerable<int> Leaves(TableSystem system) => Enumerable.Range(0, system.Count).Where(system.IsLeaf);

    static void Add(TableSystem system, long[] table)
    {
        // Sums along the last axis first, so that parts of later sums are there.
        foreach (var relation in system.Relations.Reverse().Where(x => !x.Implied).OrderBy(x => system.AxisOf(x)))
        {
            table[relation.Total] = relation.Parts.Sum(part => table[part]);
        }
    }
}
