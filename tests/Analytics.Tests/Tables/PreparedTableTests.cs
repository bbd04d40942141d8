using Analytics.Disclosure;
using Analytics.Tables;
using Xunit;

namespace Analytics.Tests.Tables;

public sealed class PreparedTableTests : IDisposable
{
    const string Sexes = """{"dims": ["sex"], "total": {"sex": "T"}, "hier": {"sex": [{"F": "T", "M": "T", "X": "T"}]}}""";

    readonly TableFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Rules_OfAnUnpublishedSex_FindTheSmallCountThatFollows()
    {
        var table = Prepared("sex,value\nF,40\nM,50\nT,93\n", Sexes);

        Assert.Equal([TableRule.Nothing, TableRule.Nothing, TableRule.Nothing, TableRule.SmallUnpublished], table.Rules);
        Assert.Equal([CellRole.Open, CellRole.Open, CellRole.Open, CellRole.Unpublished], table.Table.Roles);
        Assert.Equal(3, table.Table[3]);
    }

    [Fact]
    public void Rules_OfCountsThatDoNotFollow_AreNone()
    {
        var table = Prepared("sex,value\nF,40\nT,43\n", Sexes);

        Assert.All(table.Rules, rule => Assert.Equal(TableRule.Nothing, rule));
        Assert.Equal(43, 40 + table.Table[1] + table.Table[3]);
    }

    [Theory]
    [InlineData(0, TableRule.Nothing)]
    [InlineData(1, TableRule.SmallCount)]
    [InlineData(4, TableRule.SmallCount)]
    [InlineData(5, TableRule.Nothing)]
    public void Rules_OfAPublishedCount_FollowTheThreshold(int count, TableRule expected) =>
        Assert.Equal(expected, Prepared(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sex,value\nF,{count}\nM,50\nX,0\nT,{count + 50}\n"), Sexes).Rules[0]);

    [Fact]
    public void Prepare_WithCostsAndForcedCells_PassesThemOn()
    {
        var table = Prepared("publish,sex,cost,value\n0,F,7,40\n1,M,8,50\n0,T,9,93\n", Sexes);

        Assert.Equal([7, 8, 9, 0], table.Table.Costs);
        Assert.Equal(CellRole.Shown, table.Table.Roles[1]);
        Assert.Empty(table.Conflicts);
        Assert.Equal([0], Prepared("sex,value,publish\nF,4,1\nM,50,0\nX,0,0\nT,54,0\n", Sexes).Conflicts);
    }

    [Fact]
    public void Roles_AfterAnEarlierOutput_FollowWhatItShows()
    {
        // F as before, M one fewer, X withheld before, T changed by more than a small group.
        var table = Prepared("sex,value\nF,40\nM,50\nX,10\nT,100\n", Sexes, "sex,value,status\nF,40,\nM,51,\nX,,suppressed\nT,200,\n");

        Assert.Equal([CellRole.Shown, CellRole.Open, CellRole.Open, CellRole.Withheld], table.Table.Roles);
        Assert.Equal([TableRule.Nothing, TableRule.SmallChange, TableRule.Nothing, TableRule.WithheldBefore], table.Rules);
    }

    [Fact]
    public void Roles_OfACellThatOnlyAnEarlierOutputShows_AreKnownToTheReader()
    {
        var table = Prepared("sex,value\nF,40\nT,100\n", Sexes, "sex,value,status\nM,51,\n");

        Assert.Equal(CellRole.Shown, table.Table.Roles[1]);
        Assert.Equal([51, 9], [table.Table[1], table.Table[3]]);
        Assert.Equal(51, table.Seen(new bool[4])[1]);
    }

    [Fact]
    public void Roles_OfACellWithheldBeforeThatFellToZero_StayWithheldWithoutAFloor()
    {
        var table = Prepared("sex,value\nF,40\nM,50\nX,0\nT,90\n", Sexes, "sex,value,status\nX,,suppressed\n");

        Assert.Equal(CellRole.Withheld, table.Table.Roles[3]);
        Assert.Equal(0, table.Table.Floor(3));
        Assert.Equal(1, table.Table.Floor(0));
    }

    [Theory]
    [InlineData("sex,value,status\nQ,3,\n", "released0.csv, line 2, column 'sex': found 'Q', expected a code that the table or its hierarchy knows")]
    [InlineData("sex,value,status\nF,3,\nF,3,\n", "released0.csv, line 3: found the same cell as line 2")]
    [InlineData("sex,value,status\nF,3,suppressed\n", "column 'value': found a value beside 'suppressed'")]
    [InlineData("sex,value,status\nF,3,hidden\n", "column 'status': found 'hidden'")]
    [InlineData("sex,value,status\nF,5,rounded\n", "column 'status': found an output of rounding")]
    [InlineData("sex,value\nF,5\n", "column 'status': found no such column")]
    public void Prepare_WithAFaultyEarlierOutput_NamesTheFault(string released, string expected)
    {
        Assert.Null(files.Input("sex,value\nF,40\nM,50\nT,93\n", Sexes, released));
        Assert.Contains(expected, files.Faulty, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_WithPartsAboveTheirTotal_NamesTheRelation()
    {
        Assert.Null(files.Input("sex,value\nF,40\nM,60\nT,93\n", Sexes));
        Assert.Contains("line 4, column 'value': found a count of (sex T) that is not the sum of its parts along 'sex', expected the sum of F + M + X.", files.Faulty, StringComparison.Ordinal);
    }

    PreparedTable Prepared(string csv, string spec, params string[] released) => Assert.Single((files.Input(csv, spec, released) ?? throw new ArgumentException(files.Faulty)).Tables);
}
