namespace Analytics.Collaboration;

/// <summary>Decides which areas withhold a figure, so that the sum of one or two answers never comes out, neither alone nor by subtraction.</summary>
/// <remarks>
/// What a reader can subtract is a shown county less its shown municipalities, and a shown nation less everything shown below it. Each of these remainders is made
/// 0 or at least <see cref="TieRules.FewestAnswers"/> answers; they share no answer, so no combination of them is less.
/// </remarks>
static class Withholding
{
    /// <summary>Which areas withhold.</summary>
    /// <param name="areas">The areas.</param>
    /// <param name="answers">Answers per area; those of a county are the sum of its municipalities.</param>
    /// <param name="forced">Areas that withhold for another reason.</param>
    /// <returns>Per area, whether it withholds. An area without answers has nothing to withhold and does so only where forced.</returns>
    public static bool[] Of(AreaTree areas, IReadOnlyList<long> answers, IReadOnlyList<bool> forced)
    {
        bool[] withheld = [.. answers.Select((x, area) => forced[area] || IsFew(x))];
        foreach (var county in areas.Counties.Where(x => !withheld[x] && IsFew(Remainder(x))))
        {
            Withhold(Fewest(areas.MunicipalitiesOf(county)) ?? county);
        }

        if (areas.Nation is { } nation && !withheld[nation] && IsFew(areas.Counties.Where(x => withheld[x]).Sum(Remainder)))
        {
            var county = Fewest(areas.Counties);
            if (county is { } taken && Remainder(taken) == 0)
            {
                // Without this the county would come out as the sum of its municipalities.
                Withhold(Fewest(areas.MunicipalitiesOf(taken))!.Value);
            }

            Withhold(county ?? nation);
        }

        return withheld;

        void Withhold(int area) => withheld[area] = true;

        long Remainder(int county) => areas.MunicipalitiesOf(county).Where(x => withheld[x]).Sum(x => answers[x]);

        int? Fewest(IEnumerable<int> among) =>
            among.Where(x => !withheld[x] && answers[x] > 0).OrderBy(x => answers[x]).ThenBy(x => areas.Codes[x], StringComparer.Ordinal).Select(x => (int?)x).FirstOrDefault();
    }

    /// <summary>Whether a sum of so many answers tells too much.</summary>
    public static bool IsFew(long answers) => answers is > 0 and < TieRules.FewestAnswers;
}
