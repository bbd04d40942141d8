using Analytics.Catalogue;

namespace Analytics.Practice;

/// <summary>What is done in an area for children of an age band in a domain of risk and protection.</summary>
/// <param name="Area">Municipality, county or nation.</param>
/// <param name="AgeBand">Id of the age band.</param>
/// <param name="Domain">The domain.</param>
/// <param name="Organisations">Organisations that answered anything about methods: a count.</param>
/// <param name="Using">Those that use at least one method for the band that addresses the domain: a count.</param>
/// <param name="Methods">Different methods that they use there: a count.</param>
/// <param name="Structured">Those of the methods that are structured throughout: a count.</param>
/// <param name="Evidence">Those of the methods with moderate or strong evidence: a count.</param>
/// <param name="Trained">Answers that staff are trained in such a method: a count in [0, <paramref name="TrainedAnswers"/>].</param>
/// <param name="TrainedAnswers">Answers to that question: a count.</param>
/// <param name="FollowedUp">Answers that the results of such a method are followed up: a count in [0, <paramref name="FollowUpAnswers"/>].</param>
/// <param name="FollowUpAnswers">Answers to that question: a count.</param>
public sealed record DomainCoverage(
    string Area, string AgeBand, Domain Domain, int Organisations, int Using, int Methods, int Structured, int Evidence, int Trained, int TrainedAnswers, int FollowedUp, int FollowUpAnswers)
{
    /// <summary>Least grade of evidence that counts: moderate.</summary>
    public const int EnoughEvidence = 3;

    /// <summary>Counts per area, age band of the partition and domain, in that order.</summary>
    /// <param name="uses">The answers.</param>
    /// <param name="codebook">What the codes mean.</param>
    /// <param name="areas">The areas.</param>
    public static IReadOnlyList<DomainCoverage> Of(IReadOnlyList<MethodUse> uses, Codebook codebook, IReadOnlyList<string> areas)
    {
        var methods = codebook.Methods.ToDictionary(x => x.Id, StringComparer.Ordinal);
        return
        [
            .. from area in areas
               let here = uses.Where(x => IsIn(x.Municipality, area)).ToArray()
               let organisations = here.Select(x => x.Organisation).Distinct().Count()
               from band in codebook.AgeBands.Partition
               let used = here.Where(x => x.InUse && x.Meets(band)).ToArray()
               from domain in Enum.GetValues<Domain>()
               let addressing = used.Where(x => methods[x.Method].Coverage[domain] > 0).ToArray()
               let different = addressing.Select(x => methods[x.Method]).Distinct().ToArray()
               select new DomainCoverage(
                   area, band.Id, domain, organisations, addressing.Select(x => x.Organisation).Distinct().Count(), different.Length,
                   different.Count(x => x.Structured == 1), different.Count(x => x.Evidence >= EnoughEvidence),
                   addressing.Count(x => x.Trained == true), addressing.Count(x => x.Trained is not null), addressing.Count(x => x.FollowUp == true), addressing.Count(x => x.FollowUp is not null)),
        ];
    }

    static bool IsIn(string municipality, string area) => area == AreaCode.Nation || municipality.StartsWith(area, StringComparison.Ordinal);
}
