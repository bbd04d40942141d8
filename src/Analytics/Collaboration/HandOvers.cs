using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Collaboration;

/// <summary>Looks at every border between neighbouring age bands: who leaves, who receives, and what bridges it.</summary>
static class HandOvers
{
    /// <summary>One per area and border, in the order of the areas and bands.</summary>
    /// <param name="input">Which actor types occur where, and which methods they use.</param>
    /// <param name="ties">What a reader sees of the ties.</param>
    /// <param name="areas">The areas, which hold the municipalities of all rows.</param>
    /// <param name="codebook">The catalogue that the rows point into.</param>
    public static IReadOnlyList<HandOver> Of(InputContent input, IReadOnlyList<Tie> ties, AreaTree areas, Codebook codebook)
    {
        List<int>[] actors = [.. areas.Codes.Select(_ => new List<int>())];
        List<MethodUseRow>[] used = [.. areas.Codes.Select(_ => new List<MethodUseRow>())];
        foreach (var row in input.Collaboration)
        {
            foreach (var area in areas.Upwards(codebook.Municipalities[row.Municipality].Code))
            {
                actors[area].AddRange([row.Respondent, row.Other]);
            }
        }

        foreach (var row in input.MethodUse)
        {
            foreach (var area in areas.Upwards(codebook.Municipalities[row.Municipality].Code))
            {
                actors[area].Add(row.Actor);
                if (row.Extent > 0)
                {
                    used[area].Add(row);
                }
            }
        }

        var seen = ties.ToDictionary(x => (x.Area, x.From, x.To));
        var bands = codebook.AgeBands.Partition;
        return
        [
            .. from area in Enumerable.Range(0, areas.Codes.Count)
               where actors[area].Count > 0
               let held = new ActorAges(actors[area], used[area], codebook)
               from border in bands.Zip(bands.Skip(1))
               select Of(areas.Codes[area], border.First, border.Second, held, used[area], seen, codebook),
        ];
    }

    static HandOver Of(
        string area, AgeBand younger, AgeBand older, ActorAges held, List<MethodUseRow> used, Dictionary<(string Area, string From, string To), Tie> ties, Codebook codebook)
    {
        string[] leaving = [.. held.Holding(younger, older, both: false)];
        string[] receiving = [.. held.Holding(older, younger, both: false)];
        string[] both = [.. held.Holding(younger, older, both: true)];
        BridgingMethod[] methods =
        [
            .. used.Where(x => younger.Overlaps(x.AgeFrom, x.AgeTo) && older.Overlaps(x.AgeFrom, x.AgeTo)).Select(x => (x.Actor, x.Method)).Distinct().Order()
                .Select(x => new BridgingMethod(codebook.Actors[x.Actor].Id, codebook.Methods[x.Method].Id)),
        ];
        Meeting[] meetings = [.. from one in leaving from other in receiving select Of(one, other, ties.GetValueOrDefault((area, one, other)), ties.GetValueOrDefault((area, other, one)))];
        return new HandOver(area, younger.Id, older.Id, leaving, receiving, both, StatusOf(leaving, receiving, both, methods, meetings), methods, meetings);
    }

    static Meeting Of(string leaving, string receiving, Tie? there, Tie? back) => new(
        leaving, receiving, there?.Frequency, there is null ? Reason.NoResponse : there.Status, back?.Frequency, back is null ? Reason.NoResponse : back.Status);

    static HandOverStatus StatusOf(string[] leaving, string[] receiving, string[] both, BridgingMethod[] methods, Meeting[] meetings) => 0 switch
    {
        _ when methods.Length > 0 => HandOverStatus.Method,
        _ when meetings.Any(x => x.There >= TieRules.MeetsFrom && x.Back >= TieRules.MeetsFrom) => HandOverStatus.Meeting,
        _ when leaving.Length + both.Length == 0 => HandOverStatus.NoneNeeded,
        _ when both.Length > 0 && (leaving.Length == 0 || receiving.Length == 0) => HandOverStatus.Continuity,
        _ when meetings.Any(x => MayBe(x.There) && MayBe(x.Back)) => HandOverStatus.Unknown,
        _ => HandOverStatus.Gap,
    };

    /// <summary>Whether a direction meets or is not known: one direction that is known not to settles the pair.</summary>
    static bool MayBe(double? frequency) => frequency is null or >= TieRules.MeetsFrom;
}
