using Analytics.Catalogue;
using Analytics.Practice;
using Analytics.Release;
using Analytics.Statistics;

namespace Dashboard.Tests.Examples;

/// <summary>Answers about methods and follow-up: 26 organisations that work in two ways, and one whose answers contradict each other.</summary>
static class MadeUpPractice
{
    static readonly string[] Assessing = ["sdq", "ester", "savry", "mst"], Supporting = ["bbic", "komet", "sip", "bob"];

    static readonly Lazy<PracticePart> Built = new(Build);

    /// <summary>The part; made once.</summary>
    public static PracticePart Part => Built.Value;

    /// <summary>The made-up release with it.</summary>
    public static ReleaseDocument Release(string id = MadeUpRelease.Id, params int[] years) => MadeUpRelease.Of(id, years: years) with { Practice = Part };

    static PracticePart Build()
    {
        var codebook = MadeUpCodebook.Of();
        MethodUse[] uses =
        [
            .. from place in MadeUpCodebook.Jonkoping
               from actor in (string[])["school", "social_services"]
               let assesses = actor == "school" || place.Code[3] is '2' or '3'
               from method in assesses ? Assessing : Supporting
               where (place.Code[2] + method.Length) % 5 != 0
               let kind = codebook.FindMethod(method)!.Kind
               select new MethodUse(
                   $"{(actor == "school" ? "Skolan" : "Socialtjänsten")} {place.Name}", place.Code, actor, method, kind == MethodKind.Screening ? Purpose.Identify : kind == MethodKind.FollowUp ? Purpose.FollowUp : Purpose.Assess,
                   6, 15, 1 + (place.Code[3] % 3), place.Code[3] == '0' ? null : place.Code[2] % 2 == 0, true),
        ];
        var (byMethod, byProperty) = (MethodFeatures.OrganisationsByMethod(uses, codebook), MethodFeatures.OrganisationsByProperty(uses, codebook));
        var areas = (string[])[.. MadeUpCodebook.Jonkoping.Select(x => x.Code), "06"];
        return new PracticePart(
            uses, [new(UseRemarkKind.Contradictory, "Skolan Aneby", "0604", "sdq", Purpose.Identify, 2)], DomainCoverage.Of(uses, codebook, areas),
            [
                Study(ClusterLevel.Organisation, byMethod), Study(ClusterLevel.Municipality, MethodFeatures.ByMunicipality(byMethod, uses)),
                Study(ClusterLevel.OrganisationProperties, byProperty), Study(ClusterLevel.MunicipalityProperties, MethodFeatures.ByMunicipality(byProperty, uses)),
            ],
            [.. from area in areas from actor in (string?[])["school", "social_services", null] from question in Enum.GetValues<FollowUpQuestion>() select Share(area, actor, question)],
            [.. from area in areas from actor in (string?[])["school", "social_services", null] select new FollowUpInterval(area, actor, area == "06" ? 4.5 : null, area == "06" ? 13 : null, area == "06" ? null : Reason.Suppressed)]);
    }

    static ClusterStudy Study(string level, FeatureTable table) =>
        ClusterAnalysis.Of(level, table, null, null, CancellationToken.None);

    static FollowUpShare Share(string area, string? actor, FollowUpQuestion question) => (area, actor) switch
    {
        ("06", _) => new(area, actor, question, 9, 13, 9 / 13.0, ProportionInterval.Wilson(9, 13), null),
        (_, null) => new(area, actor, question, null, 6, null, null, Reason.Suppressed),
        _ => new(area, actor, question, null, null, null, null, Reason.Suppressed),
    };
}
