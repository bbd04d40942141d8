using Analytics.Csv;
using Xunit;

namespace Analytics.Tests.Csv;

public sealed class FaultListTests
{
    [Fact]
    public void Lines_MoreThanTheLimit_ListsFiftyAndCountsTheRest()
    {
        var faults = new FaultList();
        for (var i = 1; i <= 2049; i++)
        {
            faults.Add(new Fault("f.csv", i, "", "x", "y"));
        }

        faults.AddUnlisted(1);

        Assert.Equal((51, 2050), (faults.Lines().Count(), faults.Count));
        Assert.Equal("f.csv, line 50: found x, expected y.", faults.Lines().ElementAt(49));
        Assert.Equal("… and 2000 more; 2050 in all.", faults.Lines().Last());
    }

    [Fact]
    public void Lines_AtTheLimit_ListsAll()
    {
        var faults = new FaultList();
        Assert.True(faults.IsEmpty);
        for (var i = 1; i <= FaultList.Limit; i++)
        {
            faults.Add(new Fault("f.csv", i, "", "x", "y"));
        }

        Assert.Equal(FaultList.Limit, faults.Lines().Count());
    }

    [Theory]
    [InlineData("", "an empty field")]
    [InlineData("680", "'680'")]
    [InlineData("a\nb\u202Ec\u2028", "'a·b·c·'")]
    [InlineData("0123456789012345678901234567890123456789", "'0123456789012345678901234567890123456789'")]
    [InlineData("0123456789012345678901234567890123456789x", "'0123456789012345678901234567890123456789…'")]
    [InlineData("012345678901234567890123456789012345678😀x", "'012345678901234567890123456789012345678…'")]
    public void Quoted_AnyText_IsShortAndHarmless(string text, string expected) => Assert.Equal(expected, Fault.Quoted(text));

    [Fact]
    public void ToString_OfAWholeFile_NamesTheFileAlone() => Assert.Equal("f.csv: found no such file, expected one.", new Fault("f.csv", 0, "", "no such file", "one").ToString());
}
