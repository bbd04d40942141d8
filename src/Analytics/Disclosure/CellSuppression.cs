namespace Analytics.Disclosure;

/// <summary>Chooses the cells of a table to withhold, so that no withheld count can be told and as little as possible is hidden.</summary>
/// <remarks>
/// Cutting planes of Fischetti and Salazar (2001), Management Science 47: 1008–1027. An integer program finds the cheapest pattern that keeps to the rules of single sums; what a reader
/// could still tell becomes rules more, until nothing is left to tell: then the pattern is the cheapest there is. Where the budget ends before, the
/// cells still open are closed one by one by the cheapest change that a reader cannot see, and what that made needless is shown again.
/// </remarks>
sealed class CellSuppression
{
    const int MostRounds = 40;
    const double LooseGap = 0.02;
    const double Rounding = 1e-6;
    const double SmallBudget = 0.5;
    const double BudgetPerCell = 0.0015;

    readonly HidingTask task;
    readonly PatternCheck check;
    readonly SortedSet<int> narrow = [];
    readonly SortedSet<int> hopeless = [];

    CellSuppression(HidingTask task)
    {
        this.task = task;
        check = new(task);
    }

    /// <summary>Protects a table. Safe to call for several tables at once.</summary>
    /// <param name="table">The table.</param>
    /// <param name="primary">Per cell, whether it must be withheld for its own sake.</param>
    /// <param name="options">How strictly.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static SuppressionPattern Protect(AdditiveTable table, IReadOnlyList<bool> primary, SuppressionOptions options, CancellationToken cancellation)
    {
        var suppression = new CellSuppression(new HidingTask(table, primary, options));
        for (var cell = 0; cell < table.Count; cell++)
        {
            if (primary[cell] && table.Roles[cell] == CellRole.Shown)
            {
                suppression.hopeless.Add(cell);
            }
        }

        return suppression.Run(cancellation);
    }

    SuppressionPattern Run(CancellationToken cancellation)
    {
        while (true)
        {
            var needs = (int[])task.Need.Clone();
            if (Solve(cancellation) is { } pattern && needs.AsSpan().SequenceEqual(task.Need))
            {
                return pattern;
            }
        }
    }

    /// <summary>Null where a cell turned out to be impossible to protect as well as asked: less is asked of it now.</summary>
    SuppressionPattern? Solve(CancellationToken cancellation)
    {
        var program = new PatternProgram(task);
        var rules = SumRules.Of(task).ToArray();
        if (rules.Where(rule => !rule.IsPossible && task.Fixed[rule.Cell]).Select(rule => rule.Cell).Distinct().ToArray() is { Length: > 0 } weak)
        {
            Array.ForEach(weak, AskLess);
            return null;
        }

        Array.ForEach(rules, program.Add);

        bool[]? pattern = null;
        bool[]? safe = null;
        var budget = SmallBudget + (BudgetPerCell * task.Table.Count);
        for (var (round, gap) = (0, LooseGap); round < MostRounds && program.Effort < budget; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (program.Solve(gap, budget - program.Effort) is not { } next)
            {
                break;
            }

            pattern = next;
            var open = check.Run(pattern);
            var groups = SmallGroups.Rules(task, pattern);
            if (open.Count > 0 || groups.Count > 0)
            {
                List<HidingRule> cuts = [.. groups, .. Cuts(open, pattern)];
                if (cuts.Where(cut => !cut.IsPossible && task.Fixed[cut.Cell]).Select(cut => cut.Cell).Distinct().ToArray() is { Length: > 0 } impossible)
                {
                    Array.ForEach(impossible, AskLess);
                    return null;
                }

                cuts.ForEach(program.Add);
                if (cuts.Count == 0)
                {
                    break;
                }

                continue;
            }

            (safe, pattern) = (Cheaper(safe, pattern), null);
            if (gap == 0 || Cost(safe) <= program.LowerBound + Rounding)
            {
                break;
            }

            gap = 0;
        }

        pattern ??= safe ?? [.. task.Known.Select(known => !known)];
        foreach (var cell in new PatternRepair(task, check).Run(pattern))
        {
            AskLess(cell);
        }

        return Describe(Cheaper(safe, pattern), program.LowerBound);
    }

    bool[] Cheaper(bool[]? first, bool[] second) => first is null || Cost(second) < Cost(first) ? second : first;

    long Cost(bool[] pattern) => Enumerable.Range(0, pattern.Length).Where(cell => pattern[cell]).Sum(cell => task.Costs[cell]);

    List<HidingRule> Cuts(IReadOnlyList<OpenCell> open, bool[] pattern)
    {
        var cuts = new List<HidingRule>();
        var known = new HashSet<(int, string)>();
        foreach (var group in open.GroupBy(x => x.Part, ReferenceEqualityComparer.Instance))
        {
            using var program = new CutProgram(task, (UnknownPart)group.Key!, pattern);
            foreach (var (cell, held, _) in group)
            {
                var cut = program.Cut(cell, held) ?? AnyMore(cell, pattern);
                if (known.Add((cut.Cell, string.Join(' ', cut.Cells.Zip(cut.Weights)))))
                {
                    cuts.Add(cut);
                }
            }
        }

        return cuts;
    }

    /// <summary>Linear programs see a way that whole numbers do not have: something more must be hidden, whatever it is.</summary>
    HidingRule AnyMore(int cell, bool[] pattern)
    {
        int[] others = [.. Enumerable.Range(0, pattern.Length).Where(other => !pattern[other] && !task.Known[other])];
        return new(cell, others, [.. others.Select(_ => 1L)], 1);
    }

    void AskLess(int cell)
    {
        if (task.Need[cell] > 1)
        {
            task.Need[cell] = 1;
            narrow.Add(cell);
        }
        else
        {
            task.Need[cell] = 0;
            narrow.Remove(cell);
            hopeless.Add(cell);
        }
    }

    SuppressionPattern Describe(bool[] pattern, double lowerBound)
    {
        return new(
            [.. pattern.Select((withheld, cell) => withheld && task.Table.Roles[cell] != CellRole.Unpublished)], ProtectedBy(pattern), Cost(pattern),
            Math.Max(0, lowerBound), [.. narrow], [.. hopeless]);
    }

    /// <summary>The nearest primary cell by sums that hold withheld cells, the first in order among equals.</summary>
    int[] ProtectedBy(bool[] pattern)
    {
        var nearest = new int[pattern.Length];
        Array.Fill(nearest, -1);
        var queue = new Queue<int>(Enumerable.Range(0, pattern.Length).Where(cell => task.Fixed[cell] && task.Need[cell] > 0));
        foreach (var cell in queue)
        {
            nearest[cell] = cell;
        }

        while (queue.TryDequeue(out var cell))
        {
            foreach (var other in task.RelationsOf(cell).SelectMany(task.Cells).Where(other => pattern[other] && nearest[other] < 0))
            {
                nearest[other] = nearest[cell];
                queue.Enqueue(other);
            }
        }

        return [.. nearest.Select((source, cell) => task.Fixed[cell] ? -1 : source)];
    }
}
