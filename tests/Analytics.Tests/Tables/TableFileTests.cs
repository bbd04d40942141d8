using Xunit;

namespace Analytics.Tests.Tables;

public sealed class TableFileTests : IDisposable
{
    const string Good = "mun,sex,value\n0604,F,7\n0604,M,8\n0604,T,15\n06,F,7\n06,M,8\n06,T,15\n";

    readonly TableFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData(Good)]
    [InlineData("\uFEFFvalue,sex,mun,publish,cost\r\n7,F,0604,1,3\r\n8,M,0604,0,3\r\n15,T,0604,,3\r\n7,F,06,0,3\r\n8,M,06,0,3\r\n15,T,06,0,3\r\n")]
    public void Read_AGoodTable_IsOneTable(string csv)
    {
        var table = Assert.Single(files.Tables(csv, TableFiles.Plain) ?? []);

        Assert.Equal(6, table.System.Count);
        Assert.Equal([7, 8, 15, 7, 8, 15], Enumerable.Range(0, 6).Select(cell => table.Value(cell)!.Value));
        Assert.Equal("mun 0604, sex M", table.Name(4));
    }

    [Theory]
    [InlineData("", "table.csv: found no header")]
    [InlineData("mun,sex,value\n", "table.csv: found a header without rows")]
    [InlineData("kommun,kon,antal\n1,2,3\n", "line 1: found a first line that names none of the columns")]
    [InlineData("mun;sex;value\n", "';' between the columns")]
    [InlineData("mun,value\n06,3\n", "line 1, column 'sex': found no such column")]
    [InlineData("mun,sex,value,note\n06,T,3,x\n", "line 1: found the column 'note'")]
    [InlineData("mun,sex,value\n06,T\n", "line 2: found 2 fields, expected 3 fields")]
    [InlineData("mun,sex,value\n06,T,-3\n", "line 2, column 'value': found a negative number, expected a whole number")]
    [InlineData("mun,sex,value\n06,T,2.5\n", "line 2, column 'value': found a number that is not written as a whole number")]
    [InlineData("mun,sex,value\n06,T,\"2,5\"\n", "line 2, column 'value': found a number with a decimal comma")]
    [InlineData("mun,sex,value\n06,T,\n", "line 2, column 'value': found an empty field")]
    [InlineData("mun,sex,value\n06,T,many\n", "line 2, column 'value': found a text of 4 characters")]
    [InlineData("mun,sex,value\n06,T,9999999999999\n", "line 2, column 'value': found a number that is too large")]
    [InlineData("mun,sex,value\n,T,3\n", "line 2, column 'mun': found an empty field, expected a code")]
    [InlineData("mun,sex,value\n06,T ,3\n", "line 2, column 'sex': found a code with spaces around")]
    [InlineData("mun,sex,value,cost\n06,T,3,-1\n", "line 2, column 'cost': found a negative number")]
    [InlineData("mun,sex,value,publish\n06,T,3,yes\n", "line 2, column 'publish': found 'yes', expected 0, or 1")]
    [InlineData("mun,sex,value\n06,T,3\n0604,T,3\n06,T,3\n", "line 4: found the same cell as line 2")]
    [InlineData("mun,sex,value\n0604,F,3\n06,F,3\n", "spec.json, column 'total': found 'T' for 'sex', which is in no row")]
    [InlineData("mun,sex,value\n0604,F,7\n0604,M,8\n0604,T,15\n06,F,7\n06,M,8\n06,T,16\n", "line 7, column 'value': found a count of (mun 06, sex T) that is not the sum of its parts along 'mun', expected the sum of 0604.|line 7, column 'value': found a count of (mun 06, sex T) that is not the sum of its parts along 'sex', expected the sum of F + M.")]
    public void Read_AFaultyTable_NamesFileLineAndColumn(string csv, string expected)
    {
        Assert.Null(files.Input(csv, TableFiles.Plain));
        Assert.Equal(expected.Split('|').Length, files.Faults.Count);
        Assert.All(expected.Split('|'), part => Assert.Contains(part, files.Faulty, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_FaultsOfEveryKind_AreAllListed()
    {
        Assert.Null(files.Input("mun,sex,value\n06,T,-3\n,T,4\n06,F,x\n06\n", TableFiles.Plain));

        Assert.Equal([2, 3, 4, 5], files.Faults.Listed.Select(x => x.Line));
    }

    [Theory]
    [InlineData("06,M", "06,Q")]
    [InlineData("06,F,7\n06,M,8\n", "06,F,7\n06,M,8\n06,Q,0\n")]
    public void Read_ACodeThatTheHierarchyDoesNotKnow_IsReported(string part, string other)
    {
        const string Spec = """{"dims": ["mun", "sex"], "total": {"mun": "06", "sex": "T"}, "hier": {"sex": [{"F": "T", "M": "T"}]}}""";

        Assert.Null(files.Input(Good.Replace(part, other, StringComparison.Ordinal), Spec));
        Assert.Contains("column 'sex': found 'Q', expected a code of the hierarchy of 'sex'", files.Faulty, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithoutATotal_MakesIndependentTablesInTheOrderOfTheirCodes()
    {
        var tables = files.Tables("ind,sex,value\nb,F,1\nb,T,1\na,F,2\na,M,3\na,T,5\n", """{"dims": ["ind", "sex"], "total": {"sex": "T"}}""");

        Assert.Equal(["a", "b"], tables!.Select(x => x.Separate[0]));
        Assert.Equal([3, 2], tables!.Select(x => x.System.Count));
        Assert.Equal("ind b, sex F", tables![1].Name(0));
    }

    [Fact]
    public void Read_MoreCombinationsThanFit_IsRefused()
    {
        var rows = string.Concat(Enumerable.Range(0, 2300).Select(x => $"a{x},b{x},1\n"));

        Assert.Null(files.Tables($"a,b,value\nT,T,2300\n{rows}", """{"dims": ["a", "b"], "total": {"a": "T", "b": "T"}}"""));
        Assert.Contains("more than 5000000 combinations", files.Faulty, StringComparison.Ordinal);
    }
}
