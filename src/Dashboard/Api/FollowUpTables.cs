using Analytics.Catalogue;
using Analytics.Practice;
using Analytics.Statistics;

namespace Dashboard.Api;

/// <summary>How children at risk are followed up: the columns of <c>follow_up.csv</c> and <c>follow_up_intervals.csv</c>.</summary>
static class FollowUpTables
{
    const string AreaText = "Code of the municipality, of the county or 00 for the nation.", ActorText = "Id of the actor type; null for all together.", StatusText = "Why there is no value; null where there is one.";

    static readonly Columns<FollowUpShare> ShareColumns = new Columns<FollowUpShare>()
        .Text("area", AreaText, x => x.Area)
        .Text("actor", ActorText, x => x.Actor, nullable: true, none: Filters.All)
        .Text("question", "The question.", x => Code.Of(x.Question), allowed: Code.All<FollowUpQuestion>())
        .Whole("yes", "Organisations that answer yes; null where it may not be shown.", x => x.Yes, nullable: true)
        .Whole("answers", "Organisations that answer; null where it may not be shown.", x => x.Answers, nullable: true)
        .Number("share", "yes over answers, a fraction from 0 to 1.", x => x.Share, nullable: true)
        .Number("lower", "Lower bound of the 95 % interval, a fraction.", x => x.Interval?.Lower, nullable: true)
        .Number("upper", "Upper bound of the 95 % interval, a fraction.", x => x.Interval?.Upper, nullable: true)
        .Text("status", StatusText, x => x.Status is { } reason ? ReasonCode.Of(reason) : null, nullable: true, allowed: ReasonCode.All);

    static readonly Columns<FollowUpInterval> IntervalColumns = new Columns<FollowUpInterval>()
        .Text("area", AreaText, x => x.Area)
        .Text("actor", ActorText, x => x.Actor, nullable: true, none: Filters.All)
        .Number("median_months", "Median of the months between follow-ups.", x => x.Median, nullable: true)
        .Whole("answers", "Organisations that gave an interval; null where it may not be shown.", x => x.Answers, nullable: true)
        .Text("status", StatusText, x => x.Status is { } reason ? ReasonCode.Of(reason) : null, nullable: true, allowed: ReasonCode.All);

    public static ApiTable Shares { get; } = new ApiTable<FollowUpShare>(
        "follow-up", "FollowUp", "Methods", "How children at risk are followed up", "The rows of the exported follow_up.csv.",
        [Filters.Area, Filters.ActorOrAll, Filter.Of("question", "The question.", Code.All<FollowUpQuestion>())], ShareColumns,
        (release, query) => Rows.Of(release.Practice.FollowUp, ShareColumns.Condition(query)), new FollowUpShare("06", "school", FollowUpQuestion.Routine, 9, 12, 0.75, new Interval(0.468, 0.911), null));

    public static ApiTable Intervals { get; } = new ApiTable<FollowUpInterval>(
        "follow-up-intervals", "FollowUpInterval", "Methods", "How often children at risk are followed up", "The rows of the exported follow_up_intervals.csv.",
        [Filters.Area, Filters.ActorOrAll], IntervalColumns, (release, query) => Rows.Of(release.Practice.Intervals, IntervalColumns.Condition(query)),
        new FollowUpInterval("0680", null, null, null, Reason.Suppressed));
}
