namespace Analytics.Disclosure;

/// <summary>The rules that single sums give: a withheld cell must be able to move against the others of each sum that it is in.</summary>
static class SumRules
{
    /// <summary>All rules of all sums.</summary>
    public static IEnumerable<HidingRule> Of(HidingTask task)
    {
        for (var relation = 0; relation < task.Table.Relations.Count; relation++)
        {
            var cells = task.Cells(relation).Where(cell => !task.Known[cell]).ToArray();
            var total = task.Table.Relations[relation].Total;
            foreach (var cell in cells.Where(cell => task.Need[cell] > 0))
            {
                foreach (var rule in Moving(task, cell, cells, total))
                {
                    yield return rule;
                }

                if (task.IsLone(cell) && cells.Where(other => !task.TellsNothing(cell, other)).ToArray() is { Length: > 0 } others)
                {
                    yield return new(cell, others, [.. others.Select(other => task.Need[other] > 0 ? 1L : 2)], 2);
                }
            }

            foreach (var rule in Sums(task, cells, total))
            {
                yield return rule;
            }
        }
    }

    /// <summary>A cell with less room to fall than the width must rise by the rest, against others that can give way; and the other way round. One with room both ways needs any other.</summary>
    static IEnumerable<HidingRule> Moving(HidingTask task, int cell, int[] cells, int total)
    {
        var others = cells.Where(other => other != cell).ToArray();
        var (fall, rise) = task.Room(cell);
        var (mustRise, mustFall) = (task.Need[cell] - fall, task.Need[cell] - rise);
        if (mustRise <= 0 && mustFall <= 0)
        {
            yield return new(cell, others, [.. others.Select(_ => 1L)], 1);
        }

        if (mustRise > 0)
        {
            yield return new(cell, others, [.. others.Select(other => Math.Min(mustRise, RisesWith(other) ? task.Room(other).Rise : task.Room(other).Fall))], mustRise);
        }

        if (mustFall > 0)
        {
            yield return new(cell, others, [.. others.Select(other => Math.Min(mustFall, RisesWith(other) ? task.Room(other).Fall : task.Room(other).Rise))], mustFall);
        }

        bool RisesWith(int other) => (other == total) != (cell == total);
    }

    /// <summary>
    /// The withheld parts of a published sum are 0 or at least the threshold. A width two less than the threshold sees to that, where zeros are shown. Not
    /// asked for where the width is 1: then only exact counts are to be prevented.
    /// </summary>
    static IEnumerable<HidingRule> Sums(HidingTask task, int[] cells, int total)
    {
        var parts = cells.Where(cell => cell != total).ToArray();
        var threshold = task.Options.Threshold;
        if (task.Options.Width == 1 || parts.All(part => task.Table.Floor(part) >= 1 && task.Need[part] + 2 >= threshold) || parts.Any(part => task.Table.Floor(part) < 0))
        {
            yield break;
        }

        foreach (var part in parts.Where(part => task.Need[part] > 0 && task.Table[part] > 0))
        {
            var others = cells.Where(other => other != part).ToArray();
            yield return new(part, others, [.. others.Select(other => other == total ? threshold : Math.Clamp(task.Table[other], 0, threshold))], Math.Max(1, threshold - task.Table[part]));
        }
    }
}
