using System.Globalization;
using Analytics.Disclosure;
using Xunit;

namespace Analytics.Tests.Disclosure;

/// <summary>Every attack on withheld counts by name: it succeeds on a table protected naively, and fails on what the protection publishes.</summary>
public sealed class SuppressionAttackTests : IDisposable
{
    static readonly SuppressionOptions Options = new();

    readonly OwnTable own = new();

    public void Dispose() => own.Dispose();

    [Fact]
    public void Additivity_OfATableWithPrimaryCellsOnly_TellsThemAndFailsAfterProtection()
    {
        // Municipalities a to c, two bands.
        var table = SmallTable.Of(3, 2, 0, false, [2, 30, 20, 25, 40, 22], 5);

        Assert.Equal(Cells(table, "a 0"), Exact(table, table.Primary));
        Assert.Empty(Exact(table, Withheld(table)));
    }

    [Fact]
    public void ZeroKnowledge_OfAPatternWithoutSingleUnknowns_TellsTheOnesAndFailsAfterProtection()
    {
        // Elimination finds nothing: two unknowns in each sum. But zeros are shown, so the two persons of a are one in each cell, and then b is known too.
        var table = SmallTable.Of(2, 3, 0, false, [1, 1, 20, 30, 25, 22], 5);
        var hidden = Pattern(table, "a 0", "a 1", "b 0", "b 1");
        var withoutZeros = new AllTables(table.System.Relations, [.. table.Cells.Select(cell => hidden[cell] ? (long?)null : table.Table[cell])], new long[table.System.Count], 200);

        Assert.All(Cells(table, "a 0", "a 1", "b 0", "b 1"), cell => Assert.False(withoutZeros.IsExact(cell)));
        Assert.Equal(Cells(table, "a 0", "a 1", "b 0", "b 1"), Exact(table, hidden));
        Assert.Empty(Exact(table, Withheld(table)));
    }

    [Fact]
    public void Insider_AloneInACell_LearnsAllOfARectangleAndNothingAfterProtection()
    {
        var table = SmallTable.Of(3, 3, 0, false, [1, 30, 20, 25, 22, 40, 50, 60, 70], 5);
        var lone = Cells(table, "a 0").Single();
        var hidden = Pattern(table, "a 0", "a 1", "b 0", "b 1");

        Assert.Empty(Exact(table, hidden));
        Assert.Equal(Cells(table, "a 1", "b 0", "b 1"), Exact(table, hidden, lone));
        Assert.Empty(Exact(table, Withheld(table), lone));
        Assert.NotEmpty(Exact(table, table.Protect(Options with { Insider = false }).Withheld, lone));
    }

    [Fact]
    public void SmallGroup_LeftByAPublishedSum_IsNeverSmallerThanTheThreshold()
    {
        var table = SmallTable.Of(2, 3, 0, false, [2, 2, 20, 30, 25, 22], 5);

        Assert.Contains(4, Rests(table, Pattern(table, "a 0", "a 1", "b 0", "b 1")));
        Assert.All(Rests(table, Withheld(table)), rest => Assert.True(rest is 0 or >= 5));
    }

    [Fact]
    public void Flags_ThatTellPrimaryFromSecondaryCells_MakeCountsExact()
    {
        // Two municipalities share eight persons of band 0. Told that both counts are small, a reader knows both.
        var table = SmallTable.Of(3, 2, 0, false, [4, 30, 4, 25, 40, 50], 5);
        var hidden = Pattern(table, "a 0", "a 1", "b 0", "b 1");
        var small = Cells(table, "a 0", "b 0");
        var alike = table.Alike(hidden, 3);

        Assert.Empty(Exact(table, hidden));
        Assert.All(small, cell => Assert.Equal(table.Table[cell], Assert.Single(
            Enumerable.Range(1, 4).Select(x => (long)x), count => alike.With((cell, count)).Any(other => small.All(x => other[x] < 5)))));
    }

    [Fact]
    public void Flags_OfAProtectedTable_AreOneForAllWithheldCells()
    {
        var rows = own.Protected(OwnTable.Rows(("a", 4, 30), ("b", 4, 25), ("c", 40, 50)), "out.csv");

        Assert.Equal(["", "suppressed"], rows.Select(row => row.Split(',')[^1]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(row.Split(',')[^1].Length > 0, row.Split(',')[^2].Length == 0));
    }

    [Fact]
    public void EarlierRelease_OfTheSameDataWithAnotherPattern_TellsCountsUnlessItIsProtectedWithIt()
    {
        // Costs make the two patterns differ: the one that hides M of b, the other that hides M of c.
        var rows = OwnTable.Rows(("a", 3, 40), ("b", 20, 30), ("c", 25, 35));
        string[] First(int cheap) => [.. rows.Select(row => $"{row},{(row.StartsWith(cheap == 1 ? "b" : "c", StringComparison.Ordinal) ? 1 : 100)}")];
        const string Header = "mun,sex,value,cost";
        var first = own.Protected(First(1), "first.csv", Header);
        var alone = own.Protected(First(2), "alone.csv", Header);
        var together = own.Protected(First(2), "together.csv", Header, set: options => options with { Released = [own["first.csv"]] });

        Assert.NotEmpty(Told(rows, first, alone));
        Assert.Empty(Told(rows, first, together));
        Assert.Empty(own.Findings("together.csv", "first.csv"));
    }

    [Fact]
    public void RatesBesideABase_WithOneDecimal_TellNearlyAllCounts()
    {
        var exact = 0;
        var all = 0;
        for (var people = 20; people < 500; people++)
        {
            var counts = Enumerable.Range(0, people + 1).ToLookup(cases => (100.0 * cases / people).ToString("F1", CultureInfo.InvariantCulture));
            exact += counts.Where(x => x.Count() == 1).Sum(x => x.Count());
            all += people + 1;
        }

        Assert.True(exact > 0.99 * all);
    }

    [Fact]
    public void Integrality_WhereLinearProgramsHaveRoom_TellsACellAndFailsAfterProtection()
    {
        // Overlapping groups of municipalities R = a + b and S = b + c. Half a person could move, but no whole one.
        var table = SmallTable.Of(3, 2, 0, true, [3, 1, 1, 1, 2, 2], 5);
        bool[] hidden = [.. table.Cells.Select(cell => table.Name(cell) is not ("R A" or "S A" or "Z 0"))];
        var part = Assert.Single(UnknownPart.Of(table.System.Relations, hidden));
        var told = Cells(table, "b 1").Single();
        using var program = new ChangeProgram(part, [.. part.Cells.Select(cell => new Room(table.Table[cell] - 1, Room.Boundless))], 1000);
        program.Aim(Array.IndexOf(part.Cells, told), 1);
        program.Solve();

        Assert.Equal(0.5, program.Moved(Array.IndexOf(part.Cells, told)), 1e-6);
        Assert.Contains(told, Exact(table, hidden));
        Assert.Empty(Exact(table, Withheld(table)));
    }

    [Fact]
    public void NestedBands_ProtectedEachByItself_TellEachOtherAndFailTogether()
    {
        // Bands 0, 1, 2 and 01 = 0 + 1. Without 01, hiding 0 and 2 of two municipalities would do.
        var table = SmallTable.Of(3, 3, 0, true, [3, 30, 40, 20, 25, 50, 60, 70, 80], 5);

        Assert.Contains(Cells(table, "a 0").Single(), Exact(table, Pattern(table, "a 0", "a 2", "b 0", "b 2")));
        Assert.Empty(Exact(table, Withheld(table)));
    }

    [Fact]
    public void UnpublishedSex_OfATableWithAllOthersShown_IsTheRestAndIsHiddenByProtection()
    {
        var table = SmallTable.Of(2, 1, 2, false, [40, 50, 8, 30, 35, 0], 5);
        var other = Cells(table, "a 0 X").Single();
        var nothing = new bool[table.System.Count];

        Assert.Equal(2, table.Table[other]);
        Assert.True(table.Alike(nothing, 3).IsExact(other));
        var (lowest, highest) = table.Alike(Withheld(table), 3).Range(other);
        Assert.True(highest - lowest >= 3);
    }

    /// <summary>Cells that neither output shows and both together tell.</summary>
    static IEnumerable<string> Told(string[] rows, params string[][] outputs)
    {
        string[] codes = [.. rows.Select(row => row[..row.LastIndexOf(',')])];
        long?[] shown = [.. codes.Select((_, row) => outputs.Any(x => !x[row].EndsWith("suppressed", StringComparison.Ordinal)) ? long.Parse(rows[row].Split(',')[^1], CultureInfo.InvariantCulture) : (long?)null)];
        string[] muns = ["a", "b", "c", "06"];
        int At(string mun, string sex) => Array.IndexOf(codes, $"{mun},{sex}");
        Relation[] relations =
        [
            .. muns.Select(mun => new Relation(At(mun, "T"), [At(mun, "F"), At(mun, "M")], false)),
            .. ((string[])["F", "M", "T"]).Select(sex => new Relation(At("06", sex), [.. muns[..3].Select(mun => At(mun, sex))], false)),
        ];
        var alike = new AllTables(relations, shown, [.. codes.Select(_ => 1L)], 200);
        return codes.Where((_, row) => shown[row] is null && alike.IsExact(row));
    }

    static IReadOnlyList<bool> Withheld(SmallTable table) => table.Protect(Options).Withheld;

    static bool[] Pattern(SmallTable table, params string[] names) => [.. table.Cells.Select(cell => Cells(table, names).Contains(cell))];

    static int[] Cells(SmallTable table, params string[] names) => [.. table.Cells.Where(cell => names.Contains(table.Name(cell)))];

    /// <summary>Withheld cells that are told, to a reader or to the only person in another cell.</summary>
    static int[] Exact(SmallTable table, IReadOnlyList<bool> withheld, int lone = -1)
    {
        var alike = table.Alike(withheld, 3);
        return [.. table.Cells.Where(cell => withheld[cell] && cell != lone && (lone < 0 ? alike.IsExact(cell) : alike.IsExact(cell, (lone, table.Table[lone]))))];
    }

    /// <summary>What published parts leave of each published sum.</summary>
    static IEnumerable<long> Rests(SmallTable table, IReadOnlyList<bool> withheld) =>
        table.System.Relations.Where(x => !withheld[x.Total]).Select(x => x.Parts.Where(part => withheld[part]).Sum(part => table.Table[part]));
}
