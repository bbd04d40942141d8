namespace Analytics.Statistics;

/// <summary>The least cost of each node of a tree with given units at its ends, worked out from the leaves up.</summary>
sealed class LeafCosts
{
    readonly LeafTree _tree;
    readonly double[][] _distances;

    // Row u, column w: the least cost of the smallest node that holds both, from u to w.
    readonly double[][] _costs;

    public LeafCosts(LeafTree tree, DistanceMatrix distances)
    {
        _tree = tree;
        _distances = [.. Enumerable.Range(0, tree.Count).Select(i => Enumerable.Range(0, tree.Count).Select(j => distances[i, j]).ToArray())];
        _costs = [.. Enumerable.Range(0, tree.Count).Select(_ => new double[tree.Count])];
        for (var node = tree.Count; node <= tree.Root; node++)
        {
            Join(node);
        }
    }

    /// <summary>The best order of all units.</summary>
    public int[] Best()
    {
        var (first, second) = _tree.Parts(_tree.Root);
        var (from, to) = Lowest(_tree.Leaves(first), _tree.Leaves(second), (u, w) => _costs[u][w]);
        var order = new int[_tree.Count];
        Place(_tree.Root, from, to, order, 0);
        return order;
    }

    void Join(int node)
    {
        var (first, second) = _tree.Parts(node);
        var middle = new double[_tree.Count];
        foreach (var (near, far) in _tree.Ends(first))
        {
            foreach (var u in near)
            {
                // The first part from u to any of its other ends, and across to k.
                foreach (var k in _tree.Leaves(second))
                {
                    var (lowest, costs, across) = (double.PositiveInfinity, _costs[u], _distances[k]);
                    foreach (var m in far)
                    {
                        lowest = Math.Min(lowest, costs[m] + across[m]);
                    }

                    middle[k] = lowest;
                }

                foreach (var (ends, starts) in _tree.Ends(second))
                {
                    foreach (var w in ends)
                    {
                        var (lowest, costs) = (double.PositiveInfinity, _costs[w]);
                        foreach (var k in starts)
                        {
                            lowest = Math.Min(lowest, middle[k] + costs[k]);
                        }

                        _costs[u][w] = _costs[w][u] = lowest;
                    }
                }
            }
        }
    }

    void Place(int node, int from, int to, int[] order, int start)
    {
        if (node < _tree.Count)
        {
            order[start] = node;
            return;
        }

        var (first, second) = _tree.Parts(node);
        if (!_tree.Leaves(first).Contains(from))
        {
            (first, second) = (second, first);
        }

        var (m, k) = Lowest(Others(first, from), Others(second, to), (m, k) => _costs[from][m] + _distances[m][k] + _costs[k][to]);
        Place(first, from, m, order, start);
        Place(second, k, to, order, start + _tree.Leaves(first).Length);
    }

    int[] Others(int node, int end) => _tree.Ends(node).First(part => part.Near.Contains(end)).Far;

    static (int, int) Lowest(int[] firsts, int[] seconds, Func<int, int, double> cost)
    {
        var best = (firsts[0], seconds[0]);
        var lowest = double.PositiveInfinity;
        foreach (var first in firsts)
        {
            foreach (var second in seconds)
            {
                if (cost(first, second) is var value && value < lowest)
                {
                    (best, lowest) = ((first, second), value);
                }
            }
        }

        return best;
    }
}
