using Analytics.Catalogue;
using Analytics.Practice;
using Xunit;
using static Analytics.Tests.Practice.PracticeRows;

namespace Analytics.Tests.Practice;

public sealed class MethodAnswersTests
{
    [Fact]
    public void Of_MethodsUnderOtherNames_GivesTheirIds()
    {
        var (uses, _) = MethodAnswers.Of([Use("A", "Barns behov i centrum"), Use("B", "BBIC-utredning"), Use("C", "bbic")], Shipped);

        Assert.Equal(["bbic", "bbic", "bbic"], uses.Select(x => x.Method));
        Assert.Equal(["A", "B", "C"], uses.Select(x => x.Organisation));
    }

    [Fact]
    public void Of_TheSameAnswerUnderTwoNames_CountsItOnceAndSaysSo()
    {
        var (uses, remarks) = MethodAnswers.Of([Use("A", "bbic"), Use("A", "BBIC-utredning")], Shipped);

        Assert.Single(uses);
        Assert.Equal([new UseRemark(UseRemarkKind.Repeated, "A", "0680", "bbic", Purpose.Assess, 1)], remarks);
    }

    [Fact]
    public void Of_TwoExtentsAtTheSameAges_SaysThatTheyContradict()
    {
        var (uses, remarks) = MethodAnswers.Of([Use("A", "bbic", 0, 0, 10, followUp: false), Use("A", "bbic", 3, 8, 18), Use("A", "sdq", 1, 6, 9), Use("A", "sdq", 2, 10, 12)], Shipped);

        Assert.Equal(4, uses.Count);
        Assert.Equal([new UseRemark(UseRemarkKind.Contradictory, "A", "0680", "bbic", Purpose.Assess, 2)], remarks);
    }

    [Fact]
    public void Of_FollowedUpButNeverUsed_SaysSo() =>
        Assert.Equal([new UseRemark(UseRemarkKind.NeverButFollowedUp, "A", "0680", "bbic", Purpose.Assess, 1)], MethodAnswers.Of([Use("A", "bbic", 0)], Shipped).Remarks);

    [Fact]
    public void Of_AgesOfAdults_LeavesTheAnswerOut()
    {
        var (uses, remarks) = MethodAnswers.Of([Use("A", "bbic", 2, 19, 20)], Shipped);

        Assert.Empty(uses);
        Assert.Equal([new UseRemark(UseRemarkKind.OutsideAges, "A", "0680", "bbic", Purpose.Assess, 1)], remarks);
    }

    [Fact]
    public void Of_AgesThatTheMethodIsNotMeantFor_CountsAndSaysSo()
    {
        var (uses, remarks) = MethodAnswers.Of([Use("A", "savry", 2, 6, 9)], Shipped);

        Assert.Single(uses);
        Assert.Equal([new UseRemark(UseRemarkKind.BeyondMethod, "A", "0680", "savry", Purpose.Assess, 1)], remarks);
    }

    [Fact]
    public void Of_OneNameInTwoPlaces_TellsThemApart() =>
        Assert.Equal(
            ["Enheten (Jönköping)", "Enheten (Nässjö, Polis)", "Enheten (Nässjö, Skola)", "Ensam"],
            MethodAnswers.Of([Use("Enheten", "bbic"), Use("Enheten", "bbic", municipality: "0682"), Use("Enheten", "bbic", municipality: "0682", actor: "police"), Use(" Ensam", "bbic")], Shipped).Uses.Select(x => x.Organisation));

    [Fact]
    public void Of_RowsInAnotherOrder_GivesTheSame()
    {
        var rows = (from organisation in (string[])["Å", "B", "a"] from method in (string[])["sdq", "bbic"] from extent in (int[])[0, 2] select Use(organisation, method, extent)).ToArray();

        var (one, other) = (MethodAnswers.Of(rows, Shipped), MethodAnswers.Of([.. rows.Reverse()], Shipped));

        Assert.Equal(one.Uses, other.Uses);
        Assert.Equal(one.Remarks, other.Remarks);
    }
}
