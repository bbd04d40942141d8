using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>Decides what of a table is shown, so that nothing withheld follows from what is.</summary>
/// <remarks>
/// For every withheld count, and every unpublished count that is small or blurred, a witness is found: another table that agrees with all that is published and differs
/// there by the required width. Witnesses are the cheapest changes by linear programs, first for many counts at once, then one by one; the published
/// cells that a witness changes are withheld and need witnesses in turn. The more is withheld the more tables agree, so a witness stays one. The proof is over real
/// numbers: that every witness is a table of whole numbers is not guaranteed.
/// </remarks>
sealed class Suppression
{
    const double UsualCap = 60;
    const double LargestCap = 1e5;
    const double FreeReward = 2e3;

    /// <summary>What a unit of change towards its goal is worth, in hidden counts times ten: cheap covers first, since what they hide is free for the rest.</summary>
    static readonly double[] Rewards = [0.5, 2, 8, 30, 120, 500, 2000];

    readonly WithheldCounts counts;
    readonly Coverage coverage;

    Suppression(CountTable table, ProtectionParameters parameters)
    {
        counts = new(table, parameters);
        coverage = new(counts);
    }

    /// <summary>Protects a table. Safe to call for several tables at once.</summary>
    /// <param name="table">Counts with their margins.</param>
    /// <param name="parameters">How strictly.</param>
    /// <exception cref="ArgumentException">The table is not additive, or a count is impossible.</exception>
    public static ProtectedTable Protect(CountTable table, ProtectionParameters parameters)
    {
        var suppression = new Suppression(table, parameters);
        suppression.Run();
        return suppression.Result(table);
    }

    void Run()
    {
        if (!Cover(UsualCap) && !Cover(LargestCap))
        {
            WithholdAll();
            return;
        }

        new Thrift(counts, coverage.Witnesses, coverage.Harmless).Prune();
    }

    ProtectedTable Result(CountTable table)
    {
        var rules = counts.Rules.Select((rule, cell) =>
            counts.Visibility[cell] > counts.Primary[cell] && rule == WithheldBy.Nothing ? WithheldBy.Secondary : rule);
        return new(table, counts.Parameters, counts.System.Sexes.Contains(Sex.X), counts.Visibility, [.. rules]) { Cost = Cost() };
    }

    long Cost() => counts.System.Cells.Where(cell => counts.Rules[cell] == WithheldBy.Nothing && counts.Visibility[cell] > counts.Primary[cell]).Sum(cell => counts.Parameters.Weights switch
    {
        SuppressionWeights.Cells => 1,
        SuppressionWeights.Log => 1 + (long)Math.Round(100 * Math.Log(Math.Max(1, Hidden(cell)))),
        _ => Math.Max(1, Hidden(cell)),
    });

    long Hidden(int cell) => counts.IsMean || counts.Visibility[cell] == Visibility.BaseWithheld ? counts.Base[cell] : counts.Cases[cell];

    /// <summary>Withholds what it takes; false when some count cannot be covered.</summary>
    bool Cover(double cap)
    {
        CoverAtRisingCost(cap, MoveScope.Bases).Dispose();
        CoverAtRisingCost(cap, MoveScope.Cases).Dispose();
        if (CoverFreely(cap))
        {
            return true;
        }

        using var program = CoverAtRisingCost(cap, MoveScope.Everything);
        while (!CoverFreely(cap))
        {
            var left = coverage.Uncovered().ToList();
            if (left.Select(target => coverage.Cheapest(program, target.Quantity, target.Cell)).FirstOrDefault(witness => witness is not null) is not { } cheapest)
            {
                return false;
            }

            coverage.Take(cheapest);
        }

        return true;
    }

    /// <summary>Finds all unpublished zeros that are known to be zeros: those left when no other can rise, for together they can rise if one of them can.</summary>
    void FindKnownZeros(MoveProgram program)
    {
        var zeros = coverage.Uncovered()
            .Where(target => AdditiveSystem.IsUnpublished(target.Cell) && counts.Value(target.Quantity, target.Cell) == 0 && program[target.Quantity, target.Cell] is not null)
            .ToList();
        program.Price();
        while (zeros.Count > 0)
        {
            foreach (var (quantity, cell) in zeros)
            {
                program.Aim(quantity, cell, counts.Parameters.Width, FreeReward, force: false);
            }

            if (!program.Solve())
            {
                program.Rest();
                return;
            }

            var witness = Witness.Of(program, counts);
            program.Rest();
            coverage.Take(witness);
            var moved = witness.Changes.Select(change => (change.Quantity, change.Cell)).ToHashSet();
            if (zeros.RemoveAll(moved.Contains) == 0)
            {
                coverage.Harmless.UnionWith(zeros);
                return;
            }
        }
    }

    MoveProgram CoverAtRisingCost(double cap, MoveScope scope)
    {
        var program = new MoveProgram(counts, cap, scope);
        foreach (var reward in Rewards)
        {
            coverage.CoverManyAtOnce(program, reward, 0);
        }

        return program;
    }

    /// <summary>Covers what can be covered without withholding more, and finds out which unpublished counts are known without harm.</summary>
    bool CoverFreely(double cap)
    {
        coverage.Harmless.Clear();
        if (coverage.IsComplete)
        {
            return true;
        }

        using var program = new MoveProgram(counts, cap, MoveScope.Withheld);
        coverage.CoverManyAtOnce(program, FreeReward, 1);
        FindKnownZeros(program);
        foreach (var (quantity, cell) in coverage.Uncovered().ToList())
        {
            if (coverage.IsCovered(quantity, cell) || program[quantity, cell] is null)
            {
                continue;
            }

            program.Price();
            var moved = false;
            foreach (var falls in (ReadOnlySpan<bool>)[false, true])
            {
                program.Aim(quantity, cell, coverage.Distance(program, quantity, cell, falls), FreeReward, force: false);
                if (program.Solve())
                {
                    var witness = Witness.Of(program, counts);
                    moved |= witness.Changes.Any(change => change.Quantity == quantity && change.Cell == cell);
                    coverage.Take(witness);
                }

                program.Rest();
            }

            if (!moved && AdditiveSystem.IsUnpublished(cell) && !counts.Parameters.IsSmall(counts.Value(quantity, cell)))
            {
                coverage.Harmless.Add((quantity, cell));
            }
        }

        return coverage.IsComplete;
    }

    void WithholdAll()
    {
        foreach (var cell in counts.System.Cells.Where(cell => counts.CanMove(Quantity.Base, cell)))
        {
            counts.Visibility[cell] = Visibility.BaseWithheld;
        }
    }
}
