using Analytics.Collaboration;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Collaboration;

public sealed class WithholdingTests
{
    static readonly AreaTree County = new(["0604", "0617", "0642"]);
    static readonly AreaTree Nation = new(["0604", "0617", "0101", "0102"]);

    static string Of(AreaTree areas, params long[] answers) => Of(areas, [], answers);

    static string Of(AreaTree areas, string[] forced, long[] answers)
    {
        var withheld = Withholding.Of(areas, Summed(areas, answers), [.. areas.Codes.Select(x => forced.Contains(x))]);
        return string.Join(' ', areas.Codes.Where((_, i) => withheld[i]));
    }

    static long[] Summed(AreaTree areas, long[] answers)
    {
        long[] counties = [.. areas.Counties.Select(x => areas.MunicipalitiesOf(x).Sum(y => answers[y]))];
        return [.. answers, .. counties, .. areas.Nation is null ? (long[])[] : [counties.Sum()]];
    }

    [Theory]
    [InlineData("", new long[] { 3, 4, 0 })]
    [InlineData("0604 0617", new long[] { 2, 4, 5 })]
    [InlineData("0604 0642", new long[] { 1, 5, 4 })]
    [InlineData("0604 0617", new long[] { 1, 4, 4 })]
    [InlineData("0604 0617", new long[] { 1, 2, 4 })]
    [InlineData("0604 06", new long[] { 2, 0, 0 })]
    [InlineData("0604 0617 06", new long[] { 1, 1, 0 })]
    [InlineData("0604 0617 0642", new long[] { 1, 1, 1 })]
    public void Of_OneCounty_LeavesNoFewToSubtract(string expected, long[] answers) => Assert.Equal(expected, Of(County, answers));

    // In the order of the tree: 0101, 0102, 0604, 0617.
    [Theory]
    [InlineData("", new long[] { 3, 4, 0, 9 })]
    [InlineData("0101 0604 01 06", new long[] { 2, 0, 3, 4 })]
    [InlineData("0101 0604 0617 01 06", new long[] { 2, 0, 1, 4 })]
    [InlineData("0101 01 00", new long[] { 2, 0, 0, 0 })]
    [InlineData("0101 0604 01 06", new long[] { 1, 0, 2, 0 })]
    public void Of_TwoCounties_LeavesNoFewToSubtractFromTheNation(string expected, long[] answers) => Assert.Equal(expected, Of(Nation, answers));

    [Fact]
    public void Of_ForcedArea_CountsAsWithheld() => Assert.Equal("0604 0642", Of(County, ["0604"], [2, 9, 4]));

    static readonly Gen<(long[] Answers, bool[] Forced)> Cases = Gen.Select(Gen.Int[0, 5].Array[7], Gen.Int[0, 9].Array[11], (x, y) => (x.Select(n => (long)n).ToArray(), y.Select(n => n == 0).ToArray()));

    // Seven municipalities of three counties.
    static readonly AreaTree Three = new(["0101", "0102", "0103", "0604", "0617", "0680", "0703"]);

    [Fact]
    public void Of_AnyAnswers_NeverLetsAReaderReckonFewerThanThree() => Cases.Sample(x =>
    {
        var sums = Summed(Three, x.Answers);
        var withheld = Withholding.Of(Three, sums, x.Forced);
        var known = Enumerable.Range(0, sums.Length).Where(area => !withheld[area]).Select(area => Leaves(area)).ToArray();
        return Reader.SmallSums(x.Answers).All(few => !Reader.CanReckon(known, few));
    });

    [Fact]
    public void Of_AnyAnswers_WithholdsWhatItMustAndNoZero() => Cases.Sample(x =>
    {
        var sums = Summed(Three, x.Answers);
        var withheld = Withholding.Of(Three, sums, x.Forced);
        return Enumerable.Range(0, sums.Length).All(area => x.Forced[area] || sums[area] is 1 or 2 ? withheld[area] : !withheld[area] || sums[area] > 0);
    });

    // Were only one and two withheld, a reader would often find them: the attack works.
    [Fact]
    public void Reader_OnlySmallCountsWithheld_FindsThem()
    {
        var sums = Summed(Three, [1, 4, 4, 3, 3, 3, 5]);
        var known = Enumerable.Range(0, sums.Length).Where(area => sums[area] > 2).Select(Leaves).ToArray();
        Assert.Contains(Reader.SmallSums([1, 4, 4, 3, 3, 3, 5]), few => Reader.CanReckon(known, few));
    }

    static int[] Leaves(int area) => [.. Enumerable.Range(0, Three.Municipalities).Select(leaf => Three.Upwards(Three.Codes[leaf]).Contains(area) ? 1 : 0)];
}
