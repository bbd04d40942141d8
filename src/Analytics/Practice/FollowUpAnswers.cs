using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Intake;
using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>Counts how organisations follow up, per area and actor type, and withholds what few of them answered.</summary>
static class FollowUpAnswers
{
    static readonly (FollowUpQuestion Question, Func<FollowUpRow, bool?> Answer)[] Questions =
        [(FollowUpQuestion.Routine, x => x.Routine), (FollowUpQuestion.Documented, x => x.Documented), (FollowUpQuestion.JointPlan, x => x.JointPlan)];

    /// <summary>Shares per question, area and actor type, and intervals per area and actor type; all actor types together come last of an area.</summary>
    /// <param name="rows">The answers.</param>
    /// <param name="codebook">What the codes mean.</param>
    /// <param name="threshold">Fewest organisations whose answers are shown.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static (IReadOnlyList<FollowUpShare> Shares, IReadOnlyList<FollowUpInterval> Intervals) Of(
        IReadOnlyList<FollowUpRow> rows, Codebook codebook, int threshold, CancellationToken cancellation)
    {
        FollowUpRow[] distinct = [.. rows.Distinct()];
        if (distinct.Length == 0)
        {
            return ([], []);
        }

        var system = new AreaActorSystem(AreaHierarchy.Of(codebook, distinct.Select(x => codebook.Municipalities[x.Municipality].Code), codebook.AgeBands), [.. distinct.Select(x => x.Actor).Distinct().Order()]);
        var cells = distinct.ToLookup(x => system.Cell(codebook.Municipalities[x.Municipality].Code, x.Actor));
        var shares = new FollowUpShare[Questions.Length][];
        Parallel.For(0, Questions.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            var (question, answer) = Questions[i];
            var answers = system.Sums(cell => cells[cell].Count(x => answer(x) is not null));
            var yes = system.Sums(cell => cells[cell].Count(x => answer(x) == true));
            var withheld = ShareProtection.Of(answers, yes, system.Relations, threshold, cancellation);
            shares[i] = [.. Enumerable.Range(0, system.Count).Select(cell => ShareOf(system, cell, question, yes[cell], answers[cell], withheld[cell], codebook))];
        });
        return ([.. shares.SelectMany(x => x)], [.. Intervals(distinct, system, codebook, shares[0])]);
    }

    static FollowUpShare ShareOf(AreaActorSystem system, int cell, FollowUpQuestion question, long yes, long answers, Withholding withheld, Codebook codebook)
    {
        var (area, actor) = system.Place(cell, codebook);
        return (withheld, answers) switch
        {
            (_, 0) => new(area, actor, question, null, 0, null, null, Reason.NoResponse),
            (Withholding.Nothing, _) => new(area, actor, question, yes, answers, (double)yes / answers, ProportionInterval.Wilson(yes, answers), null),
            (Withholding.Share, _) => new(area, actor, question, null, answers, null, null, Reason.Suppressed),
            _ => new(area, actor, question, null, null, null, null, Reason.Suppressed),
        };
    }

    // Where the question about a routine may be shown, enough organisations stand behind the middle of their intervals, if as many gave one.
    static IEnumerable<FollowUpInterval> Intervals(FollowUpRow[] rows, AreaActorSystem system, Codebook codebook, FollowUpShare[] routine)
    {
        var given = rows.Where(x => x.IntervalMonths is not null).ToLookup(x => codebook.Municipalities[x.Municipality].Code);
        for (var cell = 0; cell < system.Count; cell++)
        {
            var (area, actor) = system.Place(cell, codebook);
            int[] months = [.. given.Where(x => area == AreaCode.Nation || x.Key.StartsWith(area, StringComparison.Ordinal)).SelectMany(x => x)
                .Where(x => actor is null || codebook.Actors[x.Actor].Id == actor).Select(x => x.IntervalMonths!.Value).Order()];
            yield return months.Length == 0 && routine[cell].Answers is not null ? new(area, actor, null, 0, Reason.NoResponse)
                : routine[cell].Status is null && months.Length >= FewestIntervals ? new(area, actor, (months[(months.Length - 1) / 2] + months[months.Length / 2]) / 2.0, months.Length, null)
                : new(area, actor, null, null, Reason.Suppressed);
        }
    }

    /// <summary>Fewest intervals behind a median that is shown, so that it is nobody's own.</summary>
    const int FewestIntervals = 5;
}
