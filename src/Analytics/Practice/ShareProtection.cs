using Analytics.Disclosure;

namespace Analytics.Practice;

/// <summary>Decides which shares of a table with margins are shown, so that no answer of few follows from the others.</summary>
/// <remarks>
/// Organisations are public and named elsewhere, so readers are taken to know how many answered everywhere. What they may not learn is what few of them answered, or what each answered where all of a small number
/// answered the same: such shares are withheld, and with them what would make a withheld one exact, or leave the answers of few when shown parts are taken from a shown sum.
/// </remarks>
static class ShareProtection
{
    /// <summary>What is withheld of each cell of several questions about the same organisations: a cell is withheld of all or of none, since one answer may tell another.</summary>
    /// <param name="questions">Per question the number of answers and of yes among them, per cell.</param>
    /// <param name="relations">All sums that a reader knows.</param>
    /// <param name="threshold">Fewest answers that are shown.</param>
    /// <param name="smallestBase">Fewest answers of which all or none may be yes and be shown.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<IReadOnlyList<Withholding>> Of(
        IReadOnlyList<(IReadOnlyList<long> Answers, IReadOnlyList<long> Yes)> questions, IReadOnlyList<Relation> relations, int threshold, int smallestBase, CancellationToken cancellation)
    {
        var withheld = new bool[questions[0].Answers.Count];
        for (var before = -1; before < withheld.Count(x => x);)
        {
            before = withheld.Count(x => x);
            foreach (var (answers, yes) in questions)
            {
                withheld = Withheld(answers, yes, withheld, relations, threshold, smallestBase, cancellation);
            }
        }

        return [.. questions.Select(question => (IReadOnlyList<Withholding>)[.. question.Answers.Select((x, cell) => x == 0 || !withheld[cell] ? Withholding.Nothing : x < threshold ? Withholding.Answers : Withholding.Share)])];
    }

    static bool[] Withheld(
        IReadOnlyList<long> answers, IReadOnlyList<long> yes, bool[] before, IReadOnlyList<Relation> relations, int threshold, int smallestBase, CancellationToken cancellation)
    {
        bool[] withheld = [.. Enumerable.Range(0, answers.Count).Select(cell => answers[cell] > 0 && (before[cell] || answers[cell] < threshold || (answers[cell] < smallestBase && (yes[cell] == 0 || yes[cell] == answers[cell]))))];
        var table = new AdditiveTable(yes, [.. answers.Select(x => x == 0 ? CellRole.Shown : CellRole.Open)], relations) { Floors = new long[answers.Count], Ceilings = answers, Costs = answers };
        for (var settled = false; !settled;)
        {
            var pattern = CellSuppression.Protect(table, withheld, new SuppressionOptions(Threshold: 1, Width: 1), cancellation);
            if (pattern.Unsafe.Count > 0)
            {
                return [.. withheld.Select(_ => true)];
            }

            withheld = [.. pattern.Withheld];
            settled = !WithholdFew(withheld, answers, relations, threshold);
        }

        // Where nobody answered there is nothing to withhold, but another question may have answers there.
        return [.. withheld.Zip(before, (own, other) => own || other)];
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
