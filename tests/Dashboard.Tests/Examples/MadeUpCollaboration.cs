using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Release;

namespace Dashboard.Tests.Examples;

/// <summary>Who works with whom, made up, with every status.</summary>
static class MadeUpCollaboration
{
    static readonly HandOverStatus[] Statuses = [HandOverStatus.Gap, HandOverStatus.Unknown, HandOverStatus.Meeting, HandOverStatus.Continuity];

    /// <summary>A release that has it, in Jönköping county and two municipalities unless told otherwise.</summary>
    public static ReleaseDocument Release(ReleaseDocument? document = null, params string[] areas) =>
        (document ?? MadeUpRelease.Of()) with { Collaboration = Part(areas.Length > 0 ? areas : ["0604", "0680", "06"]) };

    /// <summary>Leisure sees police weekly, police never sees leisure; school lacks agreements; child health has not answered about police, and what it says of school is withheld.</summary>
    static CollaborationPart Part(string[] areas) => new([.. areas.SelectMany(TiesOf)], [.. areas.Select(NetworkOf)], [.. areas.SelectMany(HandOversOf)], [.. areas.SelectMany(ThemesOf)]);

    static IEnumerable<Tie> TiesOf(string area) =>
        from one in MadeUpCodebook.Actors
        from other in MadeUpCodebook.Actors
        where one != other
        select (one.Id, other.Id) switch
        {
            ("child_health_centre", "police") => new Tie(area, one.Id, other.Id, null, null, null, null, Reason.NoResponse),
            ("child_health_centre", "school") => new Tie(area, one.Id, other.Id, null, null, null, null, Reason.Suppressed),
            ("leisure", "police") => new Tie(area, one.Id, other.Id, 12, 4, 0.75, 3.25, null),
            ("police", "leisure") => new Tie(area, one.Id, other.Id, 12, 0.25, 0, null, null),
            ("school", "social_services") => new Tie(area, one.Id, other.Id, 1234, 2.5, 0.25, 2.5, null),
            ("social_services", "school") => new Tie(area, one.Id, other.Id, 40, 3, null, 2.5, null),
            _ => new Tie(area, one.Id, other.Id, 5, 0, 0, null, null),
        };

    static AreaNetwork NetworkOf(string area) => new(
        area, 18, 2, 3 / 18.0, 2 / 3.0, 0.25,
        [.. MadeUpCodebook.Actors.Select((x, i) => new NetworkActor(x.Id, 2.5 + i, 3, i, i == 4 ? null : i / 4.0, x.Id is "social_services" or "school" ? 1 : 2))],
        [new OneSidedTie("leisure", "police", 4, 0.25)], [new EdgeWithoutAgreement("school", "social_services", 2.5, 0.25)]);

    static IEnumerable<HandOver> HandOversOf(string area)
    {
        var bands = MadeUpCodebook.AgeBands.Partition;
        for (var i = 0; i + 1 < bands.Count; i++)
        {
            yield return i == 0
                ? new HandOver(area, bands[0].Id, bands[1].Id, ["child_health_centre"], ["school", "police", "leisure"], ["social_services"], area == "0680" ? HandOverStatus.Unknown : HandOverStatus.Gap, [],
                    [new Analytics.Collaboration.Meeting("child_health_centre", "school", null, Reason.Suppressed, 0, null), new Analytics.Collaboration.Meeting("child_health_centre", "police", null, Reason.NoResponse, 3, null), new Analytics.Collaboration.Meeting("child_health_centre", "leisure", 1, null, 2, null)])
                : new HandOver(area, bands[i].Id, bands[i + 1].Id, [], [], ["social_services", "school", "police", "leisure"], Statuses[i], [], []);
        }
    }

    static IEnumerable<InterviewTheme> ThemesOf(string area) =>
    [
        area == "0604" ? new(area, null, "samverkan", "sekretess", null, null, Reason.Suppressed) : new(area, null, "samverkan", "sekretess", 7, 5, null),
        .. area == "06" ? (InterviewTheme[])[new(area, "school", "samverkan", "sekretess", 4, 3, null), new(area, "police", "samverkan", "sekretess", null, null, Reason.Suppressed)] : [],
    ];
}
