namespace Analytics.Disclosure;

/// <summary>Which leaves each cell of a table is the sum of. A leaf is a cell that is the total of no relation.</summary>
sealed class LeafSums
{
    readonly int[]?[] leaves;

    /// <summary>Takes the relations apart.</summary>
    /// <exception cref="ArgumentException">
    /// A count is negative or not the sum of its parts, a relation is part of itself, counts a leaf twice, or two relations make the same total of different leaves.
    /// </exception>
    public LeafSums(AdditiveTable table)
    {
        leaves = new int[table.Count][];
        var relations = table.Relations.ToLookup(x => x.Total);
        var open = new HashSet<int>();
        for (var cell = 0; cell < table.Count; cell++)
        {
            if (table[cell] < 0)
            {
                throw new ArgumentException($"The count of cell {cell} is negative.", nameof(table));
            }

            Expand(cell, relations, open);
        }

        foreach (var relation in table.Relations.Where(x => x.Parts.Sum(part => table[part]) != table[x.Total]))
        {
            throw new ArgumentException($"The count of cell {relation.Total} is not the sum of its parts.", nameof(table));
        }

        IsLeaf = [.. Enumerable.Range(0, table.Count).Select(cell => !relations.Contains(cell))];
    }

    /// <summary>Per cell whether it is a leaf.</summary>
    public IReadOnlyList<bool> IsLeaf { get; }

    /// <summary>The leaves of a cell, ascending; a leaf holds itself.</summary>
    public IReadOnlyList<int> this[int cell] => leaves[cell]!;

    int[] Expand(int cell, ILookup<int, Relation> relations, HashSet<int> open)
    {
        if (leaves[cell] is { } known)
        {
            return known;
        }

        if (!open.Add(cell))
        {
            throw new ArgumentException($"Cell {cell} is part of itself.", nameof(relations));
        }

        int[]? sum = null;
        foreach (var relation in relations[cell])
        {
            int[] parts = [.. relation.Parts.SelectMany(part => Expand(part, relations, open)).Order()];
            if (sum is not null && !sum.AsSpan().SequenceEqual(parts))
            {
                throw new ArgumentException($"The relations of cell {cell} do not sum the same leaves.", nameof(relations));
            }

            sum = parts;
        }

        sum ??= [cell];
        if (sum.Zip(sum.Skip(1)).Any(x => x.First == x.Second))
        {
            throw new ArgumentException($"Cell {cell} counts a leaf twice.", nameof(relations));
        }

        open.Remove(cell);
        return leaves[cell] = sum;
    }
}
