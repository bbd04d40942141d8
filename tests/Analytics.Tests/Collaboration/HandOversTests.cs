using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Intake;
using Xunit;
using static Analytics.Tests.Collaboration.Rows;

namespace Analytics.Tests.Collaboration;

public sealed class HandOversTests
{
    static HandOver Of(IEnumerable<CollaborationRow> answers, params MethodUseRow[] use) =>
        CollaborationAnalysis.Of(Input(answers, use), Codes).HandOvers.Single(x => x.Area == "0604" && x.Younger == "0-5");

    static IEnumerable<CollaborationRow> Meeting(int[] there, int[] back) => [.. Answers("0604", "child_health_centre", "school", there), .. Answers("0604", "school", "child_health_centre", back)];

    [Fact]
    public void Of_NeitherMethodNorMeeting_IsAGap()
    {
        var border = Of([.. Meeting([0, 0, 1], [4, 4, 4]), .. Answers("0604", "police", "school", 4, 4, 4)]);

        Assert.Equal(HandOverStatus.Gap, border.Status);
        Assert.Equal(["child_health_centre"], border.Leaving);
        Assert.Equal(["school"], border.Receiving);
        Assert.Equal(["police"], border.Both);
        Assert.Equal([new Meeting("child_health_centre", "school", 1 / 3.0, null, 4, null)], border.Meetings);
        Assert.Equal("6-9", border.Older);
    }

    [Theory]
    [InlineData(new[] { 1, 1, 1 }, new[] { 0, 1, 2 }, HandOverStatus.Meeting)]
    [InlineData(new[] { 1, 1, 1 }, new[] { 4, 4 }, HandOverStatus.Unknown)]
    [InlineData(new[] { 4 }, new int[0], HandOverStatus.Unknown)]
    [InlineData(new[] { 0, 1, 1 }, new[] { 4, 4 }, HandOverStatus.Gap)]
    public void Of_Ties_MeetWhereBothSay(int[] there, int[] back, HandOverStatus expected) => Assert.Equal(expected, Of(Meeting(there, back)).Status);

    [Fact]
    public void Of_MethodForBothSides_Bridges()
    {
        var border = Of(Meeting([0, 0, 0], [0, 0, 0]), Use("0604", "social_services", 4, 7), Use("0604", "social_services", 0, 6), Use("0604", "social_services", 0, 5, method: "savry"));

        Assert.Equal(HandOverStatus.Method, border.Status);
        Assert.Equal([new BridgingMethod("social_services", "ester")], border.Methods);
    }

    [Fact]
    public void Of_MethodNeverUsed_DoesNotBridge() => Assert.Equal(HandOverStatus.Gap, Of(Meeting([0, 0, 0], [0, 0, 0]), Use("0604", "social_services", 4, 7, extent: 0)).Status);

    // By the catalogue police meets everyone, family centres those up to 5 and school those from 6.
    [Fact]
    public void Of_BandsOfMethods_AddToThoseOfTheCatalogue()
    {
        var border = Of([], Use("0604", "police", 6, 9), Use("0604", "family_centre", 3, 6), Use("0604", "leisure", 0, 18, extent: 0), Use("0604", "child_health_centre", 0, 1));

        Assert.Equal(["child_health_centre"], border.Leaving);
        Assert.Equal(["leisure"], border.Receiving);
        Assert.Equal(["police", "family_centre"], border.Both);
    }

    // The third band, 10-12, is met from 12 only.
    [Theory]
    [InlineData(13, 15, "13-15")]
    [InlineData(12, 12, "10-12 13-15")]
    [InlineData(12, 12, "10-12 13-15", 0)]
    public void Of_BandMetInPart_IsHeldByMethodOrWithoutAny(int from, int to, string expected, int extent = 1)
    {
        var codebook = new Codebook("0", [], Codes.Methods, [new Actor("state_institutions", "SiS", "SiS", 12, 15)], Codes.Counties, Codes.Municipalities, Codes.AgeBands, []);
        var use = new MethodUseRow("En organisation", Codes.IndexOfMunicipality("0604"), 0, 0, from, to, Purpose.Treat, extent, null, null);
        var held = CollaborationAnalysis.Of(Input(use: [use]), codebook).HandOvers.Where(x => x.Area == "06")
            .SelectMany(x => (string[])[.. x.Leaving.Concat(x.Both).Select(_ => x.Younger), .. x.Receiving.Concat(x.Both).Select(_ => x.Older)]);

        Assert.Equal(expected, string.Join(' ', held.Distinct()));
    }

    [Fact]
    public void Of_TiesWithoutAnswers_AreUnknown()
    {
        var border = Of([], Use("0604", "school", 6, 9), Use("0604", "family_centre", 0, 5));

        Assert.Equal(HandOverStatus.Unknown, border.Status);
        Assert.Equal([new Meeting("family_centre", "school", null, Reason.NoResponse, null, Reason.NoResponse)], border.Meetings);
    }

    [Fact]
    public void Of_OneActorOnBothSidesOnly_IsContinuity() => Assert.Equal(HandOverStatus.Continuity, Of([], Use("0604", "police", 0, 5), Use("0604", "police", 6, 9)).Status);

    [Fact]
    public void Of_NobodyWithTheYounger_NeedsNone() => Assert.Equal(HandOverStatus.NoneNeeded, Of([], Use("0604", "school", 6, 9)).Status);

    [Fact]
    public void Of_NobodyWithTheOlder_IsAGap() => Assert.Equal(HandOverStatus.Gap, Of([], Use("0604", "family_centre", 0, 5)).Status);
}
