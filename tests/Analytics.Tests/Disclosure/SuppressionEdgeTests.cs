using Analytics.Disclosure;
using Analytics.Tables;
using Xunit;

namespace Analytics.Tests.Disclosure;

public sealed class SuppressionEdgeTests : IDisposable
{
    readonly OwnTable table = new();

    public void Dispose() => table.Dispose();

    [Fact]
    public void Protect_NoCells_IsEmpty()
    {
        var pattern = CellSuppression.Protect(new([], [], []), [], new(), TestContext.Current.CancellationToken);

        Assert.Empty(pattern.Withheld);
        Assert.Equal((0, 0.0), (pattern.Cost, pattern.LowerBound));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Protect_OneCell_FollowsTheThreshold(int count, bool withheld) =>
        Assert.Equal(withheld ? "T,,suppressed" : $"T,{count},", Assert.Single(table.Protected([$"T,{count}"], "out.csv", "sex,value", """{"dims": ["sex"], "total": {"sex": "T"}}""")));

    [Fact]
    public void Protect_AllZeros_ShowsAll() =>
        Assert.All(table.Protected(OwnTable.Rows(("a", 0, 0), ("b", 0, 0)), "out.csv"), row => Assert.EndsWith(",0,", row, StringComparison.Ordinal));

    [Fact]
    public void Protect_AllOnes_WithholdsAllSmallCountsAndNothingIsTold()
    {
        var rows = table.Protected(OwnTable.Rows([.. "abcdefgh".Select(mun => (mun.ToString(), 1, 1))]), "out.csv");

        Assert.Equal(16 + 8, rows.Take(24).Count(row => row.EndsWith(",suppressed", StringComparison.Ordinal)));
        Assert.Empty(table.Findings("out.csv"));
    }

    [Fact]
    public void Protect_EverythingPrimary_WithholdsEverythingAtNoCost()
    {
        var summary = Assert.IsType<TableProtectionResult.Written>(table.Protect(OwnTable.Rows(("a", 1, 1), ("b", 1, 1)), "out.csv")).Summary;

        Assert.Equal((9, 0, 0L), (summary.Primary.Values.Sum(), summary.Secondary, summary.Cost));
        Assert.Empty(table.Findings("out.csv"));
    }

    [Fact]
    public void Protect_ASmallCountThatMustBeShown_IsNamed()
    {
        string[] rows = [.. OwnTable.Rows(("a", 3, 40), ("b", 20, 30)).Select((row, i) => $"{row},{(i == 0 ? 1 : 0)}")];

        Assert.Equal(["mun a, sex F"], Assert.IsType<TableProtectionResult.NotSafe>(table.Protect(rows, "out.csv", "mun,sex,value,publish")).Cells);
        Assert.False(File.Exists(table["out.csv"]));
    }

    [Fact]
    public void Protect_ASmallCountBetweenCellsThatMustBeShown_IsNamed()
    {
        string[] rows = [.. OwnTable.Rows(("a", 3, 40), ("b", 20, 30)).Select((row, i) => $"{row},{(i == 0 ? 0 : 1)}")];

        Assert.Equal(["mun a, sex F"], Assert.IsType<TableProtectionResult.NotSafe>(table.Protect(rows, "out.csv", "mun,sex,value,publish")).Cells);
    }

    [Fact]
    public void Protect_OneWhoIsAloneInATotalAndItsPart_IsNotRefused()
    {
        const string Spec = """{"dims": ["mun", "sex"], "total": {"mun": "06", "sex": "T"}, "hier": {"sex": [{"F": "T", "M": "T", "X": "T"}]}}""";

        table.Protected(OwnTable.Rows(("a", 1, 0), ("b", 20, 30), ("c", 40, 30)), "out.csv", spec: Spec);

        Assert.Empty(table.Findings("out.csv"));
    }

    [Fact]
    public void Protect_AnEmptyMunicipalityWithAnUnpublishedSex_IsNotRefused()
    {
        // X of b is 1 and X of the county the same person, for all to see: nobody lives in a.
        const string Spec = """{"dims": ["mun", "sex"], "total": {"mun": "06", "sex": "T"}, "hier": {"sex": [{"F": "T", "M": "T", "X": "T"}]}}""";
        string[] rows = ["a,F,0", "a,M,0", "a,T,0", "b,F,40", "b,M,50", "b,T,91", "06,F,40", "06,M,50", "06,T,91"];

        table.Protected(rows, "out.csv", spec: Spec);

        Assert.Empty(table.Findings("out.csv"));
    }
}
