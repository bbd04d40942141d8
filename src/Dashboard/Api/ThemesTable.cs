using Analytics.Catalogue;
using Analytics.Collaboration;

namespace Dashboard.Api;

/// <summary>What group interviews spoke of: the columns of <c>themes.csv</c>.</summary>
static class ThemesTable
{
    static readonly Columns<InterviewTheme> Columns = new Columns<InterviewTheme>()
        .Text("area", "Code of the municipality, of the county or 00 for the nation.", x => x.Area)
        .Text("actor", "Id of the actor type interviewed; null for all interviews of the area.", x => x.Actor, nullable: true, none: Filters.All)
        .Text("theme", "Theme.", x => x.Theme)
        .Text("code", "Code within the theme.", x => x.Code)
        .Whole("mentions", "Mentions in all these interviews; null without a value.", x => x.Mentions, nullable: true)
        .Whole("interviews", "Interviews held, whether they spoke of it or not, at least three; null without a value.", x => x.Interviews, nullable: true)
        .Text("status", "Why there is no value; null where there is one.", x => x.Status is { } reason ? ReasonCode.Of(reason) : null, nullable: true, allowed: ReasonCode.All);

    public static ApiTable Table { get; } = new ApiTable<InterviewTheme>(
        "themes", "Theme", "Collaboration", "What group interviews spoke of", "The rows of the exported themes.csv.",
        [Filters.Area, Filters.ActorOrAll], Columns, (release, query) => Rows.Of(release.Collaboration.Themes, Columns.Condition(query)), new InterviewTheme("06", "school", "samverkan", "sekretess", 14, 6, null));
}
