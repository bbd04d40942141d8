using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>Which part of the organisations answers yes to a question about how children at risk are followed up.</summary>
/// <param name="Area">Municipality, county or nation.</param>
/// <param name="Actor">Id of the actor type; null for all.</param>
/// <param name="Question">The question.</param>
/// <param name="Yes">Organisations that answer yes: a count; null where it may not be shown.</param>
/// <param name="Answers">Organisations that answer: a count; null where it may not be shown.</param>
/// <param name="Share">Yes ÷ answers, a fraction.</param>
/// <param name="Interval">Wilson's 95 % interval, fractions.</param>
/// <param name="Status">Why there is no share; null where there is one.</param>
public sealed record FollowUpShare(string Area, string? Actor, FollowUpQuestion Question, long? Yes, long? Answers, double? Share, Interval? Interval, Reason? Status);

/// <summary>A question about follow-up.</summary>
public enum FollowUpQuestion
{
    /// <summary>Is there a routine?</summary>
    Routine,
    /// <summary>Is follow-up documented?</summary>
    Documented,
    /// <summary>Is there a plan together with others?</summary>
    JointPlan,
}

/// <summary>How often children at risk are followed up.</summary>
/// <param name="Area">Municipality, county or nation.</param>
/// <param name="Actor">Id of the actor type; null for all.</param>
/// <param name="Median">Median of the months between follow-ups; of an even number the mean of the two in the middle. Null where it may not be shown.</param>
/// <param name="Answers">Organisations that gave an interval: a count; null where it may not be shown.</param>
/// <param name="Status">Why there is no median; null where there is one.</param>
public sealed record FollowUpInterval(string Area, string? Actor, double? Median, long? Answers, Reason? Status);
