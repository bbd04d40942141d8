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
        if (check.Run(pattern) is { Count: > 0 } open)
        {
            using var cheapest = new CheapestChange(task, pattern);
            while (open.Any(x => !hopeless.Contains(x.Cell)))
            {
                foreach (var (cell, held, _) in open.Where(x => !hopeless.Contains(x.Cell)).ToArray())
                {
                    var cells = cheapest.Find(cell, held, pattern);
                    if (cells is null)
                    {
                        hopeless.Add(cell);
                        continue;
                    }

                    foreach (var hidden in cells)
                    {
                        pattern[hidden] = true;
                        added.Add(hidden);
                        cheapest.Hide(hidden);
                    }
                }

                var left = check.Run(pattern);
                if (left.Count > 0 && left.Select(x => (x.Cell, x.Held)).SequenceEqual(open.Select(x => (x.Cell, x.Held))))
                {
                    // Linear programs see a way that whole numbers do not have.
                    HideAll(pattern, added);
                    left = check.Run(pattern);
                    hopeless.UnionWith(left.Select(x => x.Cell));
                }

                open = left;
            }
        }

        if (hopeless.Count == 0 && added.Count > 0)
        {
            Prune(pattern);
        }

        return [.. hopeless];
    }

    void HideAll(bool[] pattern, SortedSet<int> added)
    {
        foreach (var cell in Enumerable.Range(0, pattern.Length).Where(cell => !pattern[cell] && !task.Known[cell]))
        {
            pattern[cell] = true;
            added.Add(cell);
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
                isNeeded = check.Run(pattern).Count > 0;
            }
            else
            {
                isNeeded = true;
            }

            pattern[cell] = isNeeded;
        }
    }
}
