using Analytics.Disclosure;

namespace Analytics.Tests.Disclosure;

/// <summary>Whether a pattern keeps all guarantees, by the enumeration of all tables.</summary>
static class Safety
{
    public static bool IsSafe(SmallTable table, IReadOnlyList<bool> withheld, SuppressionOptions options)
    {
        var alike = table.Alike(withheld, options.Width);
        int[] secrets = [.. Secrets(table, withheld)];
        return (options.Width == 1 || !HasSmallRest(table, withheld))
            && secrets.All(cell => alike.Range(cell) is var (lowest, highest) && highest - lowest >= options.Width)
            && (!options.Insider || table.Cells.Where(cell => IsHidden(table, withheld, cell) && table.Table[cell] == 1).All(lone => !Told(table, withheld, lone).Any()));
    }

    /// <summary>Withheld cells, and those never shown that hold a small group.</summary>
    public static IEnumerable<int> Secrets(SmallTable table, IReadOnlyList<bool> withheld) =>
        table.Cells.Where(cell => withheld[cell] || (table.IsUnpublished(cell) && table.Primary[cell]));

    /// <summary>Whether readers do not see a cell.</summary>
    public static bool IsHidden(SmallTable table, IReadOnlyList<bool> withheld, int cell) => withheld[cell] || table.IsUnpublished(cell);

    /// <summary>Whether a published sum less its published parts leaves a small group.</summary>
    public static bool HasSmallRest(SmallTable table, IReadOnlyList<bool> withheld) => table.System.Relations
        .Where(relation => !IsHidden(table, withheld, relation.Total))
        .Select(relation => relation.Parts.Where(part => IsHidden(table, withheld, part)).Sum(part => table.Table[part]))
        .Any(rest => rest >= 1 && rest < table.Threshold);

    /// <summary>What the only person in a cell learns of others.</summary>
    public static IEnumerable<int> Told(SmallTable table, IReadOnlyList<bool> withheld, int lone)
    {
        var alike = table.Alike(withheld, 3);
        return Secrets(table, withheld).Except(SamePerson(table, lone)).Where(cell => alike.IsExact(cell, (lone, 1)));
    }

    /// <summary>
    /// Cells that hold nobody but the only person in a cell: for all to see, as parts of it, or as sums of one person.
    /// </summary>
    static HashSet<int> SamePerson(SmallTable table, int lone)
    {
        // Alone in the cell, the person knows its other parts to be empty; everybody knows that of zeros and of what they are sums of.
        var empty = table.Cells.Where(cell => !table.IsUnpublished(cell) && table.Table[cell] == 0).ToHashSet();
        var same = new HashSet<int> { lone };
        for (var before = -1; before != same.Count + empty.Count;)
        {
            before = same.Count + empty.Count;
            foreach (var (total, parts, _) in table.System.Relations)
            {
                if (empty.Contains(total))
                {
                    empty.UnionWith(parts);
                }

                if (parts.All(empty.Contains))
                {
                    empty.Add(total);
                }

                var rest = parts.Where(part => !empty.Contains(part)).ToArray();
                if (rest is [var only] && (same.Contains(only) || same.Contains(total)))
                {
                    same.UnionWith([only, total]);
                }

                if (same.Contains(total))
                {
                    same.UnionWith(parts.Where(part => table.Table[part] == 1));
                }

                // A sum of one person tells the one in a part of it that the other parts are empty, and nothing of anyone.
                if (table.Table[total] == 1 && parts.Any(part => same.Contains(part) && table.Table[part] == 1))
                {
                    same.Add(total);
                }
            }
        }

        return same;
    }
}
