using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Intake;
using CsCheck;
using Xunit;
using static Analytics.Tests.Collaboration.Rows;

namespace Analytics.Tests.Collaboration;

public sealed class InterviewThemesTests
{
    static IReadOnlyList<InterviewTheme> Of(params IEnumerable<InterviewRow> rows) => CollaborationAnalysis.Of(Input(interviews: rows), Codes).Themes;

    static IEnumerable<InterviewRow> Held(string municipality, params string[] actors) => actors.Select((x, i) => Interview($"{municipality}-{i}", municipality, x, "sekretess", 2));

    static string[] Lines(IReadOnlyList<InterviewTheme> themes, string code = "sekretess") =>
        [.. themes.Where(x => x.Code == code).Select(x => $"{x.Area} {x.Actor} {x.Mentions} of {x.Interviews} {x.Status}".TrimEnd())];

    [Fact]
    public void Of_ThreeInterviews_ShowsMentionsOfAll()
    {
        var themes = Of([.. Held("0604", "school", "police", "leisure"), Interview("0604-0", "0604", "school", "möten", 5)]);

        Assert.Equal(["0604  6 of 3", "06  6 of 3", "06 school  of  Suppressed", "06 police  of  Suppressed", "06 leisure  of  Suppressed"], Lines(themes));
        Assert.Equal("0604  5 of 3", Lines(themes, "möten")[0]);
    }

    [Fact]
    public void Of_TwoInterviews_WithholdsOneMoreMunicipality()
    {
        var themes = Of([.. Held("0604", "school", "police"), .. Held("0617", "school", "police", "school", "police"), .. Held("0642", "school", "police", "school")]);

        Assert.Equal(["0604   of  Suppressed", "0617  8 of 4", "0642   of  Suppressed", "06  18 of 9", "06 school 10 of 5", "06 police 8 of 4"], Lines(themes));
    }

    [Fact]
    public void Of_FewInterviewsOfAnActor_WithholdsOneMoreActor() => Assert.Equal(
        ["06 school  of  Suppressed", "06 police 8 of 4", "06 leisure  of  Suppressed"],
        Lines(Of([.. Held("0604", "school", "police", "leisure", "police"), .. Held("0617", "school", "police", "school", "police")])).Skip(3));

    // School was heard in one municipality only: its total less that of school would be two interviews with police.
    [Fact]
    public void Of_DivisionsThatTellFew_WithholdsAllActors() => Assert.All(
        Of([.. Held("0604", "school", "police", "school", "school", "police"), .. Held("0617", "police", "police", "police")]).Where(x => x.Actor is not null), x => Assert.Equal(Reason.Suppressed, x.Status));

    [Fact]
    public void Of_InterviewWithTwoActorTypes_CountsOnceAndWithholdsActors()
    {
        var themes = Of([.. Held("0604", "school", "school", "school"), Interview("0604-0", "0604", "police", "sekretess", 1)]);

        Assert.Equal(["0604  7 of 3", "06  7 of 3", "06 school  of  Suppressed", "06 police  of  Suppressed"], Lines(themes));
    }

    [Fact]
    public void Of_MunicipalityWithoutInterviews_HasNoResponse() => Assert.Equal(
        "0617   of  NoResponse", Lines(CollaborationAnalysis.Of(Input(use: [Use("0617", "school", 6, 9)], interviews: Held("0604", "school", "police", "leisure")), Codes).Themes)[1]);

    // Two counties with two municipalities each; every interview is an unknown of its own.
    static readonly string[] Places = ["0101", "0102", "0604", "0617"], Actors = ["school", "police", "leisure"];

    [Fact]
    public void Of_AnyInterviews_NeverLetsAReaderReckonFewerThanThree() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2]).Array[1, 11].Sample(
        draws =>
        {
            var held = draws.Select(x => (Municipality: Places[x.Item1], Actor: Actors[x.Item2])).ToArray();
            var known = Of(held.Select((x, i) => Interview($"{i}", x.Municipality, x.Actor, "sekretess", 1))).Where(x => x.Status is null)
                .Select(shown => held.Select(x => Holds(shown.Area, x.Municipality) && (shown.Actor ?? x.Actor) == x.Actor ? 1 : 0).ToArray()).ToArray();
            Assert.All(known, x => Assert.True(x.Sum() >= TieRules.FewestAnswers));
            Assert.DoesNotContain(Reader.SmallSums([.. held.Select(_ => 1L)]), few => Reader.CanReckon(known, few));
        },
        iter: 200);

    static bool Holds(string area, string municipality) => area == AreaCode.Nation || municipality.StartsWith(area, StringComparison.Ordinal);
}
