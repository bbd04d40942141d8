using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Disclosure;
using Analytics.Practice;
using Analytics.Release;
using Analytics.Statistics;
using Xunit;

namespace Analytics.Tests.Releases;

public sealed class AnswersAuditTests
{
    static FollowUpShare Shown(string area, string? actor, long yes, long answers) => new(area, actor, FollowUpQuestion.Routine, yes, answers, (double)yes / answers, new Interval(0, 1), null);

    static FollowUpShare Hidden(string area, string? actor) => new(area, actor, FollowUpQuestion.Routine, null, null, null, null, Reason.Suppressed);

    static string[] Findings(params FollowUpShare[] shares) =>
        [.. AnswersAudit.Findings(MadeUpRelease.Create() with { Practice = PracticePart.Empty with { FollowUp = Whole(shares) } }, new ProtectionParameters(5, 7), TestContext.Current.CancellationToken)];

    /// <summary>All municipalities of the county, without answers where nothing else is said, so that two of them remain.</summary>
    static FollowUpShare[] Whole(FollowUpShare[] shares) =>
    [
        .. shares,
        .. from municipality in MadeUpRelease.Create().Codebook.Municipalities
           where municipality.County == "06" && !shares.Any(x => x.Area == municipality.Code)
           from actor in (string?[])["school", null]
           select new FollowUpShare(municipality.Code, actor, FollowUpQuestion.Routine, null, 0, null, null, Reason.NoResponse),
    ];

    static FollowUpShare[] County(FollowUpShare first, FollowUpShare second, FollowUpShare county) =>
        [first, first with { Actor = null }, second, second with { Actor = null }, county, county with { Actor = null }];

    [Fact]
    public void Findings_TwoWithheldParts_AreNone() => Assert.Empty(Findings(County(Hidden("0604", "school"), Hidden("0680", "school"), Shown("06", "school", 5, 8))));

    [Fact]
    public void Findings_OneWithheldPartOfAShownSum_IsTold()
    {
        var findings = Findings(County(Hidden("0604", "school"), Shown("0680", "school", 5, 10), Shown("06", "school", 6, 12)));

        Assert.Contains("follow-up, routine, 0604, school: answers of few: can be told", findings);
        Assert.Contains("follow-up, routine, 06, school: answers of few: left by its parts", findings);
    }

    [Fact]
    public void Findings_AllSayYes_TellsTheWithheld() =>
        Assert.Contains("follow-up, routine, 0680, school: answers of few: can be told", Findings(County(Hidden("0604", "school"), Hidden("0680", "school"), Shown("06", "school", 0, 8))));

    [Fact]
    public void Findings_AShareOfFew_IsNamed() =>
        Assert.Contains("follow-up, routine, 0604, school: answers of few: shown", Findings(County(Shown("0604", "school", 1, 4), Shown("0680", "school", 5, 10), Shown("06", "school", 6, 14))));

    [Fact]
    public void Findings_AllOfAFewTheSame_IsNamed() =>
        Assert.Contains("follow-up, routine, 0604, school: answers of few: all the same", Findings(County(Shown("0604", "school", 6, 6), Shown("0680", "school", 5, 10), Shown("06", "school", 11, 16))));

    /// <summary>The nation less one county and less a municipality of the withheld one leaves two answers.</summary>
    [Fact]
    public void Findings_TieOfTheNationThatLeavesFew_IsNamed()
    {
        Tie At(string area, long? answers) => new(area, "school", "police", answers, answers is null ? null : 2, null, null, answers is null ? Reason.Suppressed : null);
        var release = MadeUpRelease.Create() with { Collaboration = CollaborationPart.Empty with { Ties = [At("0604", 12), At("1280", 6), At("1281", null), At("06", 12), At("12", null), At("00", 20)] } };

        Assert.Contains(AnswersAudit.Findings(release, new ProtectionParameters(), TestContext.Current.CancellationToken), x => x.StartsWith("collaboration, 00,", StringComparison.Ordinal));
    }

    [Fact]
    public void Findings_SharesThatDoNotAddUp_AreNamed() =>
        Assert.Contains("follow-up, routine: the published figures contradict each other", Findings(County(Hidden("0604", "school"), Hidden("0680", "school"), Shown("06", "school", 9, 10))));

    [Theory]
    [InlineData(4, 8, 0)]
    [InlineData(4, 6, 1)]
    [InlineData(4, 10, 1)]
    [InlineData(2, 5, 1)]
    public void Findings_TieThatLeavesFewAnswers_IsNamed(int shown, int county, int findings)
    {
        Tie At(string area, long? answers) => new(area, "school", "police", answers, answers is null ? null : 2, null, null, answers is null ? Reason.Suppressed : null);
        var ties = new[] { At("0604", shown), At("0680", county == 6 ? null : shown), At("06", county) };
        var release = MadeUpRelease.Create() with { Collaboration = CollaborationPart.Empty with { Ties = ties } };

        Assert.Equal(findings, AnswersAudit.Findings(release, new ProtectionParameters(), TestContext.Current.CancellationToken).Count(x => x.StartsWith("collaboration, 06,", StringComparison.Ordinal)));
    }
}
