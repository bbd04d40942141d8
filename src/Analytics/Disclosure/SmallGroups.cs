namespace Analytics.Disclosure;

/// <summary>Groups of fewer people than the threshold that sums leave once readers have worked out unpublished cells, and what must be hidden to prevent each.</summary>
static class SmallGroups
{
    /// <summary>The rules that a pattern breaks. None where the width is 1: then only exact counts are to be prevented.</summary>
    public static IReadOnlyList<HidingRule> Rules(HidingTask task, bool[] withheld)
    {
        if (task.Options.Width == 1)
        {
            return [];
        }

        var sources = Deduce(task, withheld);
        var rules = new List<HidingRule>();
        for (var relation = 0; relation < task.Table.Relations.Count; relation++)
        {
            var (total, parts) = (task.Table.Relations[relation].Total, task.Table.Relations[relation].Parts);
            var left = parts.Where(part => !IsKnown(part)).ToArray();
            if (left.Length == 0 || !IsKnown(total) || left.Any(part => task.Table.Floor(part) < 0) || left.All(part => task.Need[part] == 0))
            {
                continue;
            }

            var sum = left.Sum(part => task.Table[part]);
            if (sum >= 1 && sum < task.Options.Threshold)
            {
                int[] hideable = [.. task.Cells(relation).Where(IsKnown).SelectMany(cell => sources[cell] ?? [cell]).Where(cell => !task.Known[cell]).Distinct().Order()];
                rules.Add(new(left[0], hideable, [.. hideable.Select(_ => 1L)], 1));
            }
        }

        return rules;

        bool IsKnown(int cell) => !withheld[cell] || sources[cell] is not null;
    }

    /// <summary>Per unpublished cell that follows from shown ones, those; null for all others.</summary>
    static SortedSet<int>?[] Deduce(HidingTask task, bool[] withheld)
    {
        var sources = new SortedSet<int>?[withheld.Length];
        for (var found = true; found;)
        {
            found = false;
            for (var relation = 0; relation < task.Table.Relations.Count; relation++)
            {
                var unknown = task.Cells(relation).Where(cell => withheld[cell] && sources[cell] is null).Take(2).ToArray();
                if (unknown is [var cell] && task.Table.Roles[cell] == CellRole.Unpublished)
                {
                    sources[cell] = [.. task.Cells(relation).Where(other => other != cell).SelectMany(other => sources[other] ?? [other])];
                    found = true;
                }
            }
        }

        return sources;
    }
}
