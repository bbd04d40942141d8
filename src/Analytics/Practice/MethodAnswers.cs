using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Practice;

/// <summary>Makes one list of the answers about methods and tells which of them cannot be taken as they stand.</summary>
static class MethodAnswers
{
    /// <summary>The answers that can be used and what is wrong with others; both in an order that does not depend on that of the rows.</summary>
    public static (IReadOnlyList<MethodUse> Uses, IReadOnlyList<UseRemark> Remarks) Of(IReadOnlyList<MethodUseRow> rows, Codebook codebook)
    {
        var names = OrganisationNames.Of(rows.Select(x => (x.Organisation, x.Municipality, x.Actor)), codebook);
        MethodUse[] all =
        [
            .. from row in rows
               let use = new MethodUse(
                   names[(row.Organisation, row.Municipality, row.Actor)], codebook.Municipalities[row.Municipality].Code, codebook.Actors[row.Actor].Id, codebook.Methods[row.Method].Id,
                   row.Purpose, row.AgeFrom, row.AgeTo, row.Extent, row.Trained, row.FollowUp)
               orderby row.Method, use.Purpose, use.AgeFrom, use.AgeTo, use.Extent, use.Trained, use.FollowUp
               select use,
        ];
        MethodUse[] sorted = [.. all.OrderBy(x => x.Organisation, StringComparer.Ordinal)];
        var total = codebook.AgeBands.Total;
        UseRemark[] remarks =
        [
            .. from answer in sorted.GroupBy(x => (x.Organisation, x.Method, x.Purpose))
               from remark in RemarksOn([.. answer], codebook.FindMethod(answer.Key.Method)!, total)
               select new UseRemark(remark.Kind, answer.Key.Organisation, answer.First().Municipality, answer.Key.Method, answer.Key.Purpose, remark.Answers),
        ];
        return ([.. sorted.Where(x => x.Meets(total)).Distinct()], remarks);
    }

    static IEnumerable<(UseRemarkKind Kind, int Answers)> RemarksOn(MethodUse[] answers, Method method, AgeBand total)
    {
        MethodUse[] distinct = [.. answers.Distinct()];
        MethodUse[] usable = [.. distinct.Where(x => x.Meets(total))];
        return ((UseRemarkKind Kind, int Answers)[])
        [
            (UseRemarkKind.Repeated, answers.Length - distinct.Length),
            (UseRemarkKind.Contradictory, usable.Count(x => usable.Any(y => y.Extent != x.Extent && y.AgeFrom <= x.AgeTo && x.AgeFrom <= y.AgeTo))),
            (UseRemarkKind.NeverButFollowedUp, usable.Count(x => !x.InUse && x.FollowUp == true)),
            (UseRemarkKind.OutsideAges, distinct.Length - usable.Length),
            (UseRemarkKind.BeyondMethod, usable.Count(x => x.InUse && (x.AgeTo < method.AgeFrom || x.AgeFrom > method.AgeTo))),
        ] is var found ? found.Where(x => x.Answers > 0) : [];
    }
}
