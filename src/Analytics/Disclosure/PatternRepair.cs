namespace Analytics.Disclosure;

/// <summary>Closes the cells that a pattern leaves open, one by one and as cheaply as each can be, and then shows again what is not needed.</summary>
sealed class PatternRepair(HidingTask task, PatternCheck check)
{
    const int MostTrials = 60;

    /// <summary>Hides what is missing. The cells that cannot be closed by hiding anything.</summary>
    public IReadOnlyList<int> Run(bool[] pattern)
    {
        var added = new SortedSet<int>();
        var hopeless = new SortedSet<int>();
        using var cheapest = new CheapestChange(task, pattern);
        for (IReadOnlyList<OpenCell> before = []; ;)
        {
            foreach (var rule in SmallGroups.Rules(task, pattern))
            {
                Hide(rule.Cells.Where(cell => !pattern[cell]).OrderBy(cell => task.Costs[cell]).Take(1));
            }

            OpenCell[] open = [.. check.Run(pattern).Where(x => !hopeless.Contains(x.Cell))];
            if (open.Length == 0)
            {
                break;
            }

            if (open.Select(x => (x.Cell, x.Held)).SequenceEqual(before.Select(x => (x.Cell, x.Held))))
            {
                // Linear programs see a way that whole numbers do not have.
                Hide(Enumerable.Range(0, pattern.Length).Where(cell => !pattern[cell] && !task.Known[cell]));
                hopeless.UnionWith(check.Run(pattern).Select(x => x.Cell));
                break;
            }

            foreach (var (cell, held, _) in open)
            {
                if (cheapest.Find(cell, held, pattern) is { } cells)
                {
                    Hide(cells);
                }
                else
                {
                    hopeless.Add(cell);
                }
            }

            before = open;
        }

        if (hopeless.Count == 0 && added.Count > 0)
        {
            Prune(pattern);
        }

        return [.. hopeless];

        void Hide(IEnumerable<int> cells)
        {
            foreach (var cell in cells)
            {
                pattern[cell] = true;
                added.Add(cell);
                cheapest.Hide(cell);
            }
        }
    }

    void Prune(bool[] pattern)
    {
        var trials = 0;
        foreach (var cell in Enumerable.Range(0, pattern.Length).Where(cell => pattern[cell] && !task.Fixed[cell]).OrderByDescending(cell => task.Costs[cell]).ThenBy(cell => cell).ToArray())
        {
            pattern[cell] = false;
            var isNeeded = SumRules.Of(task).Any(rule => !rule.Holds(pattern));
            if (!isNeeded && trials++ < MostTrials)
            {
                isNeeded = check.Run(pattern).Count > 0 || SmallGroups.Rules(task, pattern).Count > 0;
            }
            else
            {
                isNeeded = true;
            }

            pattern[cell] = isNeeded;
        }
    }
}
