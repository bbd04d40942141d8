using System.Text;
using Analytics.Csv;
using Analytics.Tables;
using Xunit;

namespace Analytics.Tests.Tables;

public sealed class TableSpecFileTests
{
    [Fact]
    public void Read_ExampleOfTheContract_GivesDimensionsTotalsAndGroupings()
    {
        var spec = TableFiles.Spec("""{"dims":["ind","mun","age","sex"],"total":{"mun":"06","age":"T","sex":"T"},"hier":{"mun":[{"0604":"06"}],"age":[{"0-2":"0-5","3-5":"0-5"}]}}""");

        Assert.Equal(["ind", "mun", "age", "sex"], spec.Dimensions.Select(x => x.Name));
        Assert.Equal([1, 2, 3], spec.Additive);
        Assert.Equal([0], spec.Separate);
        Assert.Equal(["0-2", "0-5", "3-5", "T"], spec.Dimensions[2].NamedCodes);
        Assert.False(spec.Dimensions[3].IsGrouped);
    }

    [Theory]
    [InlineData("[]", "line 1: found a list, expected an object")]
    [InlineData("{", "no valid JSON")]
    [InlineData("", "no valid JSON")]
    [InlineData("{} {}", "no valid JSON")]
    [InlineData("{}", "'dims': found no such property")]
    [InlineData("""{"dims": "mun"}""", "'dims': found a text, expected a list")]
    [InlineData("""{"dims": []}""", "'dims': found an empty list")]
    [InlineData("""{"dims": ["a", 3, "a", "value", ""]}""", "found a number|found 'a' twice|found 'value', expected a name that means nothing else|found an empty field")]
    [InlineData("""{"dims": ["a"], "totals": {}}""", "found the property 'totals'")]
    [InlineData("""{"dims": ["a"], "dims": ["b"]}""", "found 'dims' twice")]
    [InlineData("""{"dims": ["a"], "total": ["T"]}""", "'total': found a list, expected an object")]
    [InlineData("""{"dims": ["a"], "total": {"b": "T"}}""", "found the dimension 'b'")]
    [InlineData("""{"dims": ["a"], "total": {"a": null}}""", "'total': found null")]
    [InlineData("""{"dims": ["a"], "total": {"a": "T"}, "hier": {"a": {"x": "T"}}}""", "found an object for 'a', expected a list")]
    [InlineData("""{"dims": ["a"], "total": {"a": "T"}, "hier": {"a": ["x"]}}""", "found a text in the list of 'a'")]
    [InlineData("""{"dims": ["a"], "total": {"a": "T"}, "hier": {"a": [{"x": 3}]}}""", "'hier': found a number, expected the code of which 'x' is part")]
    [InlineData("""{"dims": ["a"], "hier": {"a": [{"x": "T"}]}}""", "a hierarchy of 'a', which has no total")]
    [InlineData("""{"dims": ["a"], "total": {"a": "T"}, "hier": {"a": [{"T": "x"}]}}""", "found the total 'T' of 'a' as part of 'x'")]
    [InlineData("{\"dims\": [\"a\"], \"total\": {\"a\": \"T\"},\n\"hier\": {\"a\": [{\"x\": \"y\",\n\"x\": \"z\"}]}}", "line 3, column 'hier': found 'x' as part of both 'y' and 'z'")]
    [InlineData("""{"dims": ["a"], "total": {"a": "T"}, "hier": {"a": [{"x": "y", "y": "z", "z": "x"}]}}""", "as part of itself")]
    [InlineData("""{"dims": ["a"], "total": {"a": "T"}, "hier": {"a": [{"x": "y"}, {"y": "x"}]}}""", "as part of itself")]
    [InlineData("""{"dims": ["a"], "total": {"a": "T"}, "hier": {"a": [{"x": "x"}]}}""", "as part of itself")]
    [InlineData("""{"dims": ["a"], "total": {"a": "T"}, "hier": {"a": [{"x": "g", "y": "g"}, {"x": "g", "z": "g"}]}}""", "two groupings of 'g' of 'a' that hold different codes")]
    [InlineData("""{"dims": ["a"], "total": {"a": "T"}, "hier": {"a": [{"x": "g", "y": "g"}, {"x": "h", "g": "h"}]}}""", "parts of 'h' of 'a' that hold a code twice")]
    public void Read_FaultySpecification_NamesEveryFault(string json, string expected)
    {
        var faults = new FaultList();

        Assert.Null(TableSpecFile.Read("spec.json", Encoding.UTF8.GetBytes(json), faults));
        var parts = expected.Split('|');
        Assert.Equal(parts.Length, faults.Count);
        Assert.All(parts, part => Assert.Contains(faults.Lines(), line => line.Contains(part, StringComparison.Ordinal)));
        Assert.All(faults.Listed, fault => Assert.Equal("spec.json", fault.File));
    }

    [Fact]
    public void Read_SeveralFaults_ListsThemAll()
    {
        var faults = new FaultList();
        TableSpecFile.Read("spec.json", """
            {
              "dims": ["a", "b"],
              "total": {"a": "T", "c": "T"},
              "hier": {"a": [{"x": "y", "y": "x"}], "b": []},
              "note": 1
            }
            """u8, faults);

        Assert.Equal([3, 4, 4, 5], faults.Listed.Select(x => x.Line).Order());
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_AreRefused()
    {
        var faults = new FaultList();

        Assert.Null(TableSpecFile.Read("spec.json", [(byte)'{', 0xff], faults));
        Assert.Contains("not UTF-8", Assert.Single(faults.Lines()), StringComparison.Ordinal);
    }
}
