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
        [.. from place in Places from i in Enumerable.Range(1, 6) select FollowUp($"Skolan {i} {place}", place, "school", i <= 4, i <= 4 ? i : null)], Shipped, threshold, TestContext.Current.CancellationToken);

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

    [Fact]
    public void Of_NoRows_GivesNothing() => Assert.Empty(FollowUpAnswers.Of([], Shipped, 5, TestContext.Current.CancellationToken).Shares);
}
