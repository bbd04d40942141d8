using System.Globalization;
using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Disclosure;
using Analytics.Practice;

namespace Analytics.Release;

/// <summary>Works out, from what a release shows of answers about follow-up and collaboration, what few have answered.</summary>
static class AnswersAudit
{
    /// <summary>The attack by shown sums of answers and what they leave.</summary>
    public const string Attack = "answers of few";

    /// <summary>What is not looked at.</summary>
    public const string NotTried = "answers about follow-up and collaboration over time";

    /// <summary>What can be worked out, by its place.</summary>
    public static IEnumerable<string> Findings(ReleaseDocument release, ProtectionParameters parameters, CancellationToken cancellation) =>
        release.Practice.FollowUp.GroupBy(x => x.Question).SelectMany(x => OfQuestion(release, [.. x], parameters, cancellation)).Concat(OfTies(release.Collaboration.Ties));

    static IEnumerable<string> OfQuestion(ReleaseDocument release, FollowUpShare[] shares, ProtectionParameters parameters, CancellationToken cancellation)
    {
        var (codebook, threshold) = (release.Codebook, parameters.Threshold);
        var layout = AreaHierarchy.Of(codebook, shares.Select(x => x.Area).Where(x => AreaCode.LevelOf(x) == AreaLevel.Municipality), codebook.AgeBands);
        var system = new AreaActorSystem(layout, [.. shares.Where(x => x.Actor is not null).Select(x => codebook.IndexOfActor(x.Actor)).Distinct().Order()]);
        var cells = shares.ToDictionary(x => (x.Area, x.Actor ?? ""));
        FollowUpShare[] all = [.. Enumerable.Range(0, system.Count).Select(cell => system.Place(cell, codebook)).Select(place => cells[(place.Area, place.Actor ?? "")])];
        string Place(int cell) => $"follow-up, {Code.Of(all[cell].Question)}, {all[cell].Area}, {all[cell].Actor ?? "all"}: {Attack}";

        // Whoever knows how many answered reckons with at most so many yes.
        var view = new ReaderView([.. all.Select(x => x.Answers == 0 ? 0 : x.Yes)], system.Relations, new long[all.Length], [.. all.Select(x => x.Answers ?? threshold - 1)]);
        if (Certificate.Of(view, 1, cancellation) is not { } certificate)
        {
            return [$"follow-up, {Code.Of(shares[0].Question)}: the published figures contradict each other"];
        }

        return
        [
            .. CertificateVerifier.Check(view, certificate, width: 1, threshold: 1, _ => false).Select(x => $"{Place(x.Cell)}: can be told"),
            .. Enumerable.Range(0, all.Length).Where(cell => all[cell].Answers is { } answers && answers > 0 && answers < threshold).Select(cell => $"{Place(cell)}: shown"),
            .. Enumerable.Range(0, all.Length).Where(cell => all[cell].Yes is { } yes && all[cell].Answers is { } answers && answers < parameters.Base && (yes == 0 || yes == answers)).Select(cell => $"{Place(cell)}: all the same"),
            .. from relation in system.Relations
               where all[relation.Total].Yes is not null && relation.Parts.Any(part => all[part] is { Yes: null, Answers: not 0 })
               where all[relation.Total].Answers - relation.Parts.Where(part => all[part].Yes is not null).Sum(part => all[part].Answers) < threshold
               select $"{Place(relation.Total)}: left by its parts",
        ];
    }

    static IEnumerable<string> OfTies(IReadOnlyList<Tie> ties)
    {
        foreach (var pair in ties.GroupBy(x => (x.From, x.To)))
        {
            foreach (var tie in pair.Where(x => x.Answers is { } answers))
            {
                var (parts, below) = Below([.. pair], tie.Area);
                var left = tie.Answers - below;
                if (tie.Answers < TieRules.FewestAnswers || (parts > 0 && left > 0 && left < TieRules.FewestAnswers))
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"collaboration, {tie.Area}, {tie.From} about {tie.To}: {Attack}");
                }
            }
        }
    }

    /// <summary>How many parts an area has, and the answers that are shown of them; of a withheld part those of its own.</summary>
    static (int Parts, long Answers) Below(Tie[] ties, string area)
    {
        Tie[] parts = [.. ties.Where(x => IsPart(x.Area, area))];
        return (parts.Length, parts.Sum(x => x.Answers ?? Below(ties, x.Area).Answers));
    }

    static bool IsPart(string area, string whole) => AreaCode.LevelOf(whole) switch
    {
        AreaLevel.Municipality => false,
        AreaLevel.County => AreaCode.LevelOf(area) == AreaLevel.Municipality && area.StartsWith(whole, StringComparison.Ordinal),
        _ => AreaCode.LevelOf(area) == AreaLevel.County,
    };
}
