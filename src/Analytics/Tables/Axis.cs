namespace Analytics.Tables;

/// <summary>A code that is the sum of others of its dimension.</summary>
/// <param name="Total">Index of the code.</param>
/// <param name="Parts">Indices of the codes it is the sum of.</param>
/// <param name="Implied">Whether another family of the same code says the same.</param>
sealed record Family(int Total, IReadOnlyList<int> Parts, bool Implied);

/// <summary>The codes of a dimension in one table and how they add up.</summary>
/// <remarks>Codes stand in ordinal order, so that nothing depends on the order of rows.</remarks>
sealed class Axis
{
    readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);

    /// <param name="dimension">The dimension; it has a total.</param>
    /// <param name="found">The codes of the table. One that the groupings do not name hangs under the total, as everything does that is part of nothing.</param>
    public Axis(Dimension dimension, IEnumerable<string> found)
    {
        Codes = [.. dimension.NamedCodes.Concat(found).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        for (var code = 0; code < Codes.Count; code++)
        {
            positions[Codes[code]] = code;
        }

        var total = IndexOf(dimension.Total!);
        IReadOnlyList<IReadOnlyDictionary<string, string>> groupings = dimension.IsGrouped ? dimension.Groupings : [new Dictionary<string, string>()];
        var parts = groupings.SelectMany(x => x).ToLookup(x => IndexOf(x.Value), x => IndexOf(x.Key));
        int[] leaves = [.. Enumerable.Range(0, Codes.Count).Where(code => code != total && !parts.Contains(code))];
        var families = new List<Family>();
        foreach (var family in groupings.SelectMany(map => FamiliesOf(map, total, leaves, parts)))
        {
            if (!families.Any(x => x.Total == family.Total && x.Parts.SequenceEqual(family.Parts)))
            {
                families.Add(family with { Implied = families.Any(x => x.Total == family.Total) });
            }
        }

        Families = families;
        var sums = families.Select(x => x.Total).ToHashSet();
        IsLeaf = [.. Enumerable.Range(0, Codes.Count).Select(code => !sums.Contains(code))];
    }

    /// <summary>The codes in ordinal order.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>All sums; the first of each code is not implied.</summary>
    public IReadOnlyList<Family> Families { get; }

    /// <summary>Per code, whether it is the sum of no others.</summary>
    public IReadOnlyList<bool> IsLeaf { get; }

    /// <summary>Index of a code; −1 where the axis does not have it.</summary>
    public int IndexOf(string code) => positions.GetValueOrDefault(code, -1);

    IEnumerable<Family> FamiliesOf(IReadOnlyDictionary<string, string> map, int total, int[] leaves, ILookup<int, int> parts)
    {
        var parents = map.ToDictionary(x => IndexOf(x.Key), x => IndexOf(x.Value));
        var hanging = parents.Values.Distinct().Where(parent => parent != total && !parents.ContainsKey(parent)).ToList();
        var covered = Below(parents.Keys.Concat(hanging), parts);
        hanging.AddRange(leaves.Where(leaf => !covered.Contains(leaf)));
        return parents.Select(x => (Parent: x.Value, Part: x.Key)).Concat(hanging.Select(part => (Parent: total, Part: part)))
            .GroupBy(x => x.Parent, x => x.Part)
            .OrderBy(x => x.Key)
            .Select(x => new Family(x.Key, [.. x.Order()], Implied: false));
    }

    static HashSet<int> Below(IEnumerable<int> codes, ILookup<int, int> parts)
    {
        var below = new HashSet<int>();
        var waiting = new Stack<int>(codes);
        while (waiting.TryPop(out var code))
        {
            if (below.Add(code))
            {
                foreach (var part in parts[code])
                {
                    waiting.Push(part);
                }
            }
        }

        return below;
    }
}
