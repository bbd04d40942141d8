using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Collaboration;

/// <summary>Turns answers into protected ties.</summary>
static class Ties
{
    /// <summary>Every ordered pair of the actor types that occur among the answers, in every area.</summary>
    /// <param name="rows">Answers, in any order.</param>
    /// <param name="areas">The areas, which hold the municipalities of all rows.</param>
    /// <param name="codebook">The catalogue that the rows point into.</param>
    /// <returns>By area in the order of the tree, then by actor in catalogue order.</returns>
    public static IReadOnlyList<Tie> Of(IReadOnlyList<CollaborationRow> rows, AreaTree areas, Codebook codebook)
    {
        int[] actors = [.. rows.SelectMany(x => (int[])[x.Respondent, x.Other]).Distinct().Order()];
        var count = actors.Length;
        var ties = new Tie[areas.Codes.Count * count * (count - 1)];
        var sums = Sums(rows, areas, codebook, actors);
        var place = 0;
        for (var from = 0; from < count; from++)
        {
            for (var to = 0; to < count; to++)
            {
                if (from != to)
                {
                    var (one, other) = (codebook.Actors[actors[from]].Id, codebook.Actors[actors[to]].Id);
                    var ofPair = Protected(one, other, [.. sums.Select(x => x[from, to])], areas);
                    for (var area = 0; area < ofPair.Length; area++)
                    {
                        ties[(area * count * (count - 1)) + place] = ofPair[area];
                    }

                    place++;
                }
            }
        }

        return ties;
    }

    static TieSums[][,] Sums(IReadOnlyList<CollaborationRow> rows, AreaTree areas, Codebook codebook, int[] actors)
    {
        TieSums[][,] sums = [.. areas.Codes.Select(_ => new TieSums[actors.Length, actors.Length])];
        foreach (var row in rows)
        {
            foreach (var area in areas.Upwards(codebook.Municipalities[row.Municipality].Code))
            {
                sums[area][Array.BinarySearch(actors, row.Respondent), Array.BinarySearch(actors, row.Other)].Add(row);
            }
        }

        return sums;
    }

    /// <summary>One pair in all areas: agreement and trust are protected on the numbers who answered about them, and withheld with the tie.</summary>
    static Tie[] Protected(string from, string to, TieSums[] sums, AreaTree areas)
    {
        var withheld = Withholding.Of(areas, [.. sums.Select(x => x.Answers)], new bool[sums.Length]);
        var agreement = Withholding.Of(areas, [.. sums.Select(x => x.AgreementAnswers)], withheld);
        var trust = Withholding.Of(areas, [.. sums.Select(x => x.TrustAnswers)], withheld);
        return
        [
            .. sums.Select((x, area) => x.Answers == 0 || withheld[area]
                ? new Tie(areas.Codes[area], from, to, null, null, null, null, x.Answers == 0 ? Reason.NoResponse : Reason.Suppressed)
                : new Tie(areas.Codes[area], from, to, x.Answers, Mean(x.Frequency, x.Answers, false), Mean(x.Agreement, x.AgreementAnswers, agreement[area]), Mean(x.Trust, x.TrustAnswers, trust[area]), null)),
        ];
    }

    static double? Mean(long sum, long answers, bool withheld) => withheld || answers == 0 ? null : (double)sum / answers;
}
