using Analytics.Catalogue;
using Analytics.Practice;
using Analytics.Statistics;
using Xunit;
using static Analytics.Tests.Practice.PracticeRows;

namespace Analytics.Tests.Practice;

public sealed class FollowUpAnswersTests
{
    static readonly string[] Places = ["0604", "0680", "0682"];

    /// <summary>Six schools in each of three municipalities; a routine in four of them.</summary>
    static (IReadOnlyList<FollowUpShare> Shares, IReadOnlyList<FollowUpInterval> Intervals) Schools(int threshold = 5) => FollowUpAnswers.Of(
        [.. from place in Places from i in Enumerable.Range(1, 6) select FollowUp($"Skolan {i} {place}", place, "school", i <= 4, i <= 4 ? i : null)], Shipped, threshold, 5, TestContext.Current.CancellationToken);

    [Fact]
    public void Of_EnoughOrganisations_GivesTheShareWithWilsonsInterval()
    {
        var share = Schools().Shares.Single(x => x is { Area: "0680", Actor: "school", Question: FollowUpQuestion.Routine });

        Assert.Equal((4, 6, null), (share.Yes, share.Answers, share.Status));
        Assert.Equal(4 / 6.0, share.Share);
        Assert.Equal(ProportionInterval.Wilson(4, 6), share.Interval);
        Assert.Equal((12, 18), Schools().Shares.Where(x => x is { Area: "06", Actor: null, Question: FollowUpQuestion.JointPlan }).Select(x => (x.Yes, x.Answers)).Single());
    }

    [Fact]
    public void Of_Intervals_GivesTheMedianOfEnough()
    {
        Assert.Equal(2.5, Schools().Intervals.Single(x => x is { Area: "06", Actor: "school" }).Median);
        Assert.Equal(Reason.Suppressed, Schools().Intervals.Single(x => x is { Area: "0680", Actor: "school" }).Status);
    }

    [Fact]
    public void Of_FewOrganisations_WithholdsThemEverywhere()
    {
        var few = Schools(threshold: 7).Shares.Where(x => x.Area.Length == 4 && x.Answers != 0).ToArray();

        Assert.NotEmpty(few);
        Assert.All(few, x => Assert.Equal((null, null, null, Reason.Suppressed), (x.Yes, x.Answers, x.Share, x.Status)));
        Assert.Equal(18, Schools(threshold: 7).Shares.First(x => x is { Area: "06", Actor: null }).Answers);
    }

    [Fact]
    public void Of_MunicipalityWithoutAnswers_SaysSo() =>
        Assert.Equal((0, Reason.NoResponse), Schools().Shares.Where(x => x is { Area: "0683", Actor: null, Question: FollowUpQuestion.Routine }).Select(x => (x.Answers, x.Status)).Single());

    /// <summary>Five rows of one school are one school, and where they disagree it has not answered.</summary>
    [Fact]
    public void Of_RowsOfOneOrganisation_AreOneAnswer()
    {
        var share = FollowUpAnswers.Of(
            [.. Enumerable.Range(1, 5).Select(i => FollowUp(i == 1 ? "Skolan " : "Skolan", "0680", "school", true, i)), .. Enumerable.Range(1, 9).Select(i => FollowUp($"Skolan {i}", "0680", "school", i == 1, i == 1 ? 3 : null))],
            Shipped, 5, 5, TestContext.Current.CancellationToken);

        Assert.Equal((2, 10), share.Shares.Where(x => x is { Area: "0680", Actor: "school", Question: FollowUpQuestion.Routine }).Select(x => (x.Yes, x.Answers)).Single());
        Assert.Equal(Reason.Suppressed, share.Intervals.Single(x => x is { Area: "0680", Actor: "school" }).Status);
    }

    /// <summary>Nobody of six has a routine: withheld, and so is that nobody gave an interval.</summary>
    [Fact]
    public void Of_AllAnswerTheSame_WithholdsTheShareAndWhetherAnyoneGaveAnInterval()
    {
        var (shares, intervals) = FollowUpAnswers.Of([.. Enumerable.Range(1, 6).Select(i => FollowUp($"Skolan {i}", "0680", "school", false))], Shipped, 5, 20, TestContext.Current.CancellationToken);

        Assert.All(shares.Where(x => x.Area is "0680" or "06"), x => Assert.Equal((null, 6, Reason.Suppressed), (x.Yes, x.Answers, x.Status)));
        Assert.All(intervals.Where(x => x.Area is "0680" or "06"), x => Assert.Equal(Reason.Suppressed, x.Status));
    }

    [Fact]
    public void Of_NoRows_GivesNothing() => Assert.Empty(FollowUpAnswers.Of([], Shipped, 5, 20, TestContext.Current.CancellationToken).Shares);
}
