using Analytics.Catalogue;
using Analytics.Disclosure;
using CsCheck;

namespace Analytics.Tests.Disclosure;

/// <summary>Small additive tables to round, and what can be said of a rounding by trying and adding.</summary>
static class RoundingExamples
{
    static readonly int[][] Counties = [[3], [2, 3], [5]];

    /// <summary>Counts of up to 12 per area, band and sex in one or two counties.</summary>
    public static readonly Gen<AdditiveTable> Any =
        from counties in Gen.Int[0, 2].Select(x => Counties[x])
        from bands in Gen.Int[1, 4]
        from nested in Gen.Bool
        from counts in Gen.Long[0, 12].Array[counties.Sum() * bands * 3]
        select Table(counties, bands, nested && bands > 2, counts);

    /// <summary>Area × band × sex (F, M, X, T) with margins; X is unpublished.</summary>
    public static AdditiveTable Table(int[] counties, int bands, bool nested, long[] leaves)
    {
        var layout = Tables.Layout(counties, bands, nested);
        var next = 0;
        var table = Tables.Of(layout, Measure.Rate, (_, _, _) => (1000, leaves[next++]));
        var system = new AdditiveSystem(layout, bySex: true, otherSex: true);
        return new(
            [.. system.Cells.Select(cell => system.Place(cell)).Select(x => table[x.Area, x.Band, x.Sex].Cases)],
            [.. system.Cells.Select(cell => AdditiveSystem.IsUnpublished(cell) ? CellRole.Unpublished : CellRole.Open)],
            [.. system.Relations.Select(x => x with { Total = system.Position(x.Total), Parts = [.. x.Parts.Select(system.Position)] })]);
    }

    /// <summary>The same cells, and new leaves with their own total and one over everything.</summary>
    public static AdditiveTable Grown(AdditiveTable table)
    {
        var top = Enumerable.Range(0, table.Count).MaxBy(cell => table.Relations.Any(x => x.Total == cell) ? table[cell] : -1);
        var count = table.Count;
        return new(
            [.. Counts(table), 3, 2, 5, table[top] + 5], [.. table.Roles, .. Enumerable.Repeat(CellRole.Open, 4)],
            [.. table.Relations, new(count + 2, [count, count + 1], false), new(count + 3, [top, count + 2], false)]);
    }

    public static bool Released(AdditiveTable table, int cell) => table.Roles[cell] != CellRole.Unpublished;

    public static long[] Counts(AdditiveTable table) => [.. Enumerable.Range(0, table.Count).Select(x => table[x])];

    public static IEnumerable<int> Leaves(AdditiveTable table) => Enumerable.Range(0, table.Count).Except(table.Relations.Select(x => x.Total));

    /// <summary>A cell less any of the cells it is the sum of, one or several of a relation.</summary>
    public static IEnumerable<long> Differences(AdditiveTable table, IReadOnlyList<long> rounded) =>
        table.Relations.SelectMany(relation => Enumerable.Range(1, relation.Parts.Count).Select(taken => rounded[relation.Total] - relation.Parts.Take(taken).Sum(part => rounded[part])));

    /// <summary>Twelve small counts at most.</summary>
    public static long[] Thinned(long[] counts)
    {
        var small = 0;
        return [.. counts.Select(x => x is > 0 and < 5 && ++small > 12 ? x + 10 : x)];
    }

    public static IEnumerable<long[]> AllRoundings(AdditiveTable table, int threshold)
    {
        int[] small = [.. Leaves(table).Where(x => table[x] > 0 && table[x] < threshold)];
        for (var choice = 0; choice < 1 << small.Length; choice++)
        {
            var rounded = Counts(table);
            for (var i = 0; i < small.Length; i++)
            {
                rounded[small[i]] = (choice >> i & 1) * threshold;
            }

            // Relations stand so that repeating them as often as a hierarchy is deep sums everything.
            for (var depth = 0; depth < 3; depth++)
            {
                foreach (var relation in table.Relations)
                {
                    rounded[relation.Total] = relation.Parts.Sum(part => rounded[part]);
                }
            }

            yield return rounded;
        }
    }

    public static long SquaredError(AdditiveTable table, IReadOnlyList<long> rounded) => Enumerable.Range(0, table.Count)
        .Where(cell => table.Roles[cell] != CellRole.Unpublished).Sum(cell => (rounded[cell] - table[cell]) * (rounded[cell] - table[cell]));
}
