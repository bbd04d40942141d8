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
    /// <param name="smallestBase">Fewest organisations that may all answer the same and be shown.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static (IReadOnlyList<FollowUpShare> Shares, IReadOnlyList<FollowUpInterval> Intervals) Of(
        IReadOnlyList<FollowUpRow> rows, Codebook codebook, int threshold, int smallestBase, CancellationToken cancellation)
    {
        FollowUpRow[] distinct = [.. rows.GroupBy(x => (x.Organisation.Trim(), x.Municipality, x.Actor)).Select(x => OneAnswer([.. x]))];
        if (distinct.Length == 0)
        {
            return ([], []);
        }

        var system = new AreaActorSystem(AreaHierarchy.Of(codebook, distinct.Select(x => codebook.Municipalities[x.Municipality].Code), codebook.AgeBands), [.. distinct.Select(x => x.Actor).Distinct().Order()]);
        var cells = distinct.ToLookup(x => system.Cell(codebook.Municipalities[x.Municipality].Code, x.Actor));
        (IReadOnlyList<long> Answers, IReadOnlyList<long> Yes)[] counts =
            [.. Questions.Select(x => (system.Sums(cell => cells[cell].Count(row => x.Answer(row) is not null)), system.Sums(cell => cells[cell].Count(row => x.Answer(row) == true))))];
        var withheld = ShareProtection.Of(counts, system.Relations, threshold, smallestBase, cancellation);
        FollowUpShare[][] shares =
            [.. Questions.Select((x, i) => Enumerable.Range(0, system.Count).Select(cell => ShareOf(system, cell, x.Question, counts[i].Yes[cell], counts[i].Answers[cell], withheld[i][cell], codebook)).ToArray())];
        return ([.. shares.SelectMany(x => x)], FollowUpMedians.Of(distinct, system, codebook, shares[0], threshold));
    }

    /// <summary>What an organisation answers: where its rows disagree, nothing.</summary>
    static FollowUpRow OneAnswer(FollowUpRow[] rows)
    {
        T? Agreed<T>(Func<FollowUpRow, T?> answer)
            where T : struct => rows.Select(answer).Where(x => x is not null).Distinct().ToArray() is [var only] ? only : null;

        return rows[0] with { Organisation = rows[0].Organisation.Trim(), Routine = Agreed(x => x.Routine), IntervalMonths = Agreed(x => x.IntervalMonths), Documented = Agreed(x => x.Documented), JointPlan = Agreed(x => x.JointPlan) };
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
}
