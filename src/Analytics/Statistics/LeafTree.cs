namespace Analytics.Statistics;

/// <summary>A binary tree of units: the units of each node, and its two parts.</summary>
sealed class LeafTree
{
    readonly IReadOnlyList<Merge> _merges;
    readonly int[][] _leaves;

    LeafTree(IReadOnlyList<Merge> merges, int[][] leaves) => (_merges, _leaves) = (merges, leaves);

    /// <summary>Number of units.</summary>
    public int Count => _leaves.Length - _merges.Count;

    /// <summary>The node of all units.</summary>
    public int Root => _leaves.Length - 1;

    /// <exception cref="ArgumentException">The merges do not join each of the units once into one.</exception>
    public static LeafTree Of(IReadOnlyList<Merge> merges, int count)
    {
        var leaves = new int[(2 * count) - 1][];
        var used = new bool[leaves.Length];
        var sound = merges.Count == count - 1;
        for (var node = 0; sound && node < leaves.Length; node++)
        {
            if (node < count)
            {
                leaves[node] = [node];
                continue;
            }

            var (first, second) = (merges[node - count].First, merges[node - count].Second);
            sound = first != second && Free(first) && Free(second);
            bool Free(int part) => part >= 0 && part < node && !used[part];
            if (sound)
            {
                used[first] = used[second] = true;
                leaves[node] = [.. leaves[first], .. leaves[second]];
            }
        }

        return sound ? new LeafTree(merges, leaves) : throw new ArgumentException($"Expected a tree of {count} units: {count - 1} merges, each of two groups that are there and not yet joined.", nameof(merges));
    }

    /// <summary>The units of a node.</summary>
    public int[] Leaves(int node) => _leaves[node];

    /// <summary>The two parts of a node of more than one unit.</summary>
    public (int First, int Second) Parts(int node) => (_merges[node - Count].First, _merges[node - Count].Second);

    /// <summary>The two parts of a node, each with the units that can be at one end when the other end is in the other part; a unit is both ends of itself.</summary>
    public IEnumerable<(int[] Near, int[] Far)> Ends(int node)
    {
        if (node < Count)
        {
            yield return (_leaves[node], _leaves[node]);
            yield break;
        }

        var (first, second) = Parts(node);
        yield return (_leaves[first], _leaves[second]);
        yield return (_leaves[second], _leaves[first]);
    }
}
