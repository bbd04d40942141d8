using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Collaboration;

/// <summary>Counts what group interviews spoke of, and withholds what would tell what one or two groups said.</summary>
static class InterviewThemes
{
    /// <summary>Every theme and code that occurs: in all interviews of each area, then in each county by actor type.</summary>
    /// <param name="rows">Coded interviews, in any order.</param>
    /// <param name="areas">The areas, which hold the municipalities of all rows.</param>
    /// <param name="codebook">The catalogue that the rows point into.</param>
    /// <returns>By area in the order of the tree, then all before single actor types in catalogue order, then theme and code.</returns>
    public static IReadOnlyList<InterviewTheme> Of(IReadOnlyList<InterviewRow> rows, AreaTree areas, Codebook codebook)
    {
        (string Theme, string Code)[] codes = [.. rows.Select(x => (x.Theme, x.Code)).Distinct().OrderBy(x => x.Theme, StringComparer.Ordinal).ThenBy(x => x.Code, StringComparer.Ordinal)];
        var byArea = rows.SelectMany(row => areas.Upwards(codebook.Municipalities[row.Municipality].Code).Select(area => (Area: area, Row: row))).ToLookup(x => x.Area, x => x.Row);
        long[] interviews = [.. areas.Codes.Select((_, area) => Interviews(byArea[area]))];
        var withheld = Withholding.Of(areas, interviews, new bool[interviews.Length]);
        List<InterviewTheme> themes = [];
        for (var area = 0; area < areas.Codes.Count; area++)
        {
            themes.AddRange(Lines(areas.Codes[area], null, byArea[area], withheld[area], codes));
            if (areas.Counties.Contains(area))
            {
                var detail = new ActorDetail(byArea[area], areas.MunicipalitiesOf(area).Where(x => withheld[x]).Select(x => areas.Codes[x]), codebook);
                foreach (var actor in byArea[area].GroupBy(x => x.Actor).OrderBy(x => x.Key))
                {
                    themes.AddRange(Lines(areas.Codes[area], codebook.Actors[actor.Key].Id, actor, withheld[area] || detail.IsWithheld(actor.Key), codes));
                }
            }
        }

        return themes;
    }

    /// <summary>Number of interviews: keys are told apart within a municipality.</summary>
    public static int Interviews(IEnumerable<InterviewRow> rows) => rows.Select(x => (x.Municipality, x.Interview)).Distinct().Count();

    static IEnumerable<InterviewTheme> Lines(string area, string? actor, IEnumerable<InterviewRow> rows, bool withheld, (string Theme, string Code)[] codes)
    {
        var interviews = Interviews(rows);
        var mentions = rows.GroupBy(x => (x.Theme, x.Code)).ToDictionary(x => x.Key, x => x.Sum(row => (long)row.Mentions));
        return codes.Select(x => withheld || interviews == 0
            ? new InterviewTheme(area, actor, x.Theme, x.Code, null, null, interviews == 0 ? Reason.NoResponse : Reason.Suppressed)
            : new InterviewTheme(area, actor, x.Theme, x.Code, mentions.GetValueOrDefault(x), interviews, null));
    }
}
