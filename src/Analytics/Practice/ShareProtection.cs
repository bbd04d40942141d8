using Analytics.Disclosure;

namespace Analytics.Practice;

/// <summary>Decides which shares of a table with margins are shown, so that no answer of few follows from the others.</summary>
/// <remarks>
/// Organisations are public and named elsewhere, so readers are taken to know how many answered everywhere. What they may not learn is what few of them answered: such shares are withheld,
/// and with them what would make a withheld one exact, or leave the answers of few when shown parts are taken from a shown sum.
/// </remarks>
static class ShareProtection
{
    /// <summary>What is withheld of each cell.</summary>
    /// <param name="answers">Number of answers per cell.</param>
    /// <param name="yes">Number of yes among them.</param>
    /// <param name="relations">All sums that a reader knows.</param>
    /// <param name="threshold">Fewest answers that are shown.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<Withholding> Of(
        IReadOnlyList<long> answers, IReadOnlyList<long> yes, IReadOnlyList<Relation> relations, int threshold, CancellationToken cancellation)
    {
        bool[] withheld = [.. answers.Select(x => x > 0 && x < threshold)];
        var table = new AdditiveTable(yes, [.. answers.Select(x => x == 0 ? CellRole.Shown : CellRole.Open)], relations) { Floors = new long[answers.Count], Ceilings = answers, Costs = answers };
        for (var settled = false; !settled;)
        {
            var pattern = CellSuppression.Protect(table, withheld, new SuppressionOptions(Threshold: 1, Width: 1), cancellation);
            if (pattern.Unsafe.Count > 0)
            {
                return [.. answers.Select(x => x == 0 ? Withholding.Nothing : x < threshold ? Withholding.Answers : Withholding.Share)];
            }

            withheld = [.. pattern.Withheld];
            settled = !WithholdFew(withheld, answers, relations, threshold);
        }

        return [.. Enumerable.Range(0, answers.Count).Select(cell => !withheld[cell] ? Withholding.Nothing : answers[cell] < threshold ? Withholding.Answers : Withholding.Share)];
    }

    /// <summary>Where few answers are left of a shown sum, one more part is withheld: that with the fewest answers, or the sum where no other part has any. Tells whether anything was.</summary>
    static bool WithholdFew(bool[] withheld, IReadOnlyList<long> answers, IReadOnlyList<Relation> relations, int threshold)
    {
        var any = false;
        foreach (var relation in relations.Where(x => !withheld[x.Total]))
        {
            var left = relation.Parts.Where(part => withheld[part]).Sum(part => answers[part]);
            if (left > 0 && left < threshold)
            {
                withheld[relation.Parts.Where(part => !withheld[part] && answers[part] > 0).OrderBy(part => answers[part]).ThenBy(part => part).Append(relation.Total).First()] = any = true;
            }
        }

        return any;
    }
}

/// <summary>What is withheld of a cell.</summary>
enum Withholding
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>How many say yes, but not how many answered.</summary>
    Share,

    /// <summary>Also how many answered.</summary>
    Answers,
}
