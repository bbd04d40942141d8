using Analytics.Csv;

namespace Analytics.Tables;

/// <summary>Whether the groupings of a dimension can all be true of the same codes.</summary>
sealed class HierarchyCheck
{
    readonly Action<string, string, string> refuse;
    readonly ILookup<string, string[]> families;
    readonly Dictionary<string, HashSet<string>?> leaves = new(StringComparer.Ordinal);

    HierarchyCheck(IReadOnlyList<IReadOnlyDictionary<string, string>> groupings, Action<string, string, string> refuse)
    {
        this.refuse = refuse;
        families = groupings.SelectMany(map => map.GroupBy(x => x.Value, x => x.Key, StringComparer.Ordinal))
            .ToLookup(family => family.Key, family => family.Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Checks that no code is part of itself, that the parts of a code share nothing, and that all groupings of a code hold the same.</summary>
    /// <param name="dimension">Name of the dimension.</param>
    /// <param name="total">Its total, under which everything hangs that is part of nothing.</param>
    /// <param name="groupings">From code to the code it is part of.</param>
    /// <param name="refuse">Told of a fault: the code, what was found, what was expected.</param>
    public static void Run(string dimension, string total, IReadOnlyList<IReadOnlyDictionary<string, string>> groupings, Action<string, string, string> refuse)
    {
        var check = new HierarchyCheck(groupings, refuse);
        foreach (var parent in check.families.Select(x => x.Key).Where(x => x != total).Order(StringComparer.Ordinal))
        {
            check.Leaves(parent, dimension, []);
        }
    }

    /// <summary>The codes without parts that a code consists of; null after a fault.</summary>
    HashSet<string>? Leaves(string code, string dimension, Stack<string> path)
    {
        if (leaves.TryGetValue(code, out var known))
        {
            return known;
        }

        if (path.Contains(code, StringComparer.Ordinal))
        {
            refuse(code, $"{Fault.Quoted(code)} of {Fault.Quoted(dimension)} as part of itself ({string.Join(" < ", path.TakeWhile(x => x != code).Append(code).Select(x => Fault.Quoted(x)))})", "a hierarchy without a circle");
            return null;
        }

        path.Push(code);
        HashSet<string>? result = null;
        var sound = true;
        foreach (var family in families[code])
        {
            var parts = family.Select(part => Leaves(part, dimension, path)).ToArray();
            sound &= parts.All(x => x is not null);
            if (!sound)
            {
                break;
            }

            var together = new HashSet<string>(StringComparer.Ordinal);
            if (parts.Sum(x => x!.Count) != parts.Aggregate(together, (all, part) => { all.UnionWith(part!); return all; }).Count)
            {
                refuse(family[0], $"parts of {Fault.Quoted(code)} of {Fault.Quoted(dimension)} that hold a code twice", "parts that share no code");
                sound = false;
            }
            else if (result is not null && !result.SetEquals(together))
            {
                refuse(family[0], $"two groupings of {Fault.Quoted(code)} of {Fault.Quoted(dimension)} that hold different codes", "alternative groupings of the same codes");
                sound = false;
            }

            result = together;
        }

        path.Pop();
        return leaves[code] = !sound ? null : result ?? new(StringComparer.Ordinal) { code };
    }
}
