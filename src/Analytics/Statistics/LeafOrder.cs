namespace Analytics.Statistics;

/// <summary>The order of the units of a tree in which neighbours are most alike.</summary>
public static class LeafOrder
{
    /// <summary>The order with the least sum of distances of neighbours, of all 2ⁿ⁻¹ orders that do not cross the tree.</summary>
    /// <param name="tree">Merges as <see cref="Agglomeration.Of"/> gives them: n − 1 for n units.</param>
    /// <param name="distances">The distance of every pair of units.</param>
    /// <returns>The units from one end to the other; of an order and its reverse the one that starts with the lower unit.</returns>
    /// <exception cref="ArgumentException">The tree is not one of as many units as there are distances of.</exception>
    /// <remarks>Time grows with the third power of the number of units. Source: Bar-Joseph, Gifford &amp; Jaakkola (2001), Bioinformatics 17: S22–S29. See docs/methods/leaf-order.md.</remarks>
    public static IReadOnlyList<int> Of(IReadOnlyList<Merge> tree, DistanceMatrix distances)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(distances);
        var leaves = LeafTree.Of(tree, distances.Count);
        if (distances.Count == 1)
        {
            return [0];
        }

        var costs = new LeafCosts(leaves, distances);
        int[] order = costs.Best();
        if (order[0] > order[^1])
        {
            Array.Reverse(order);
        }

        return order;
    }

    /// <summary>The sum of the distances of neighbours.</summary>
    /// <param name="order">Units in some order.</param>
    /// <param name="distances">The distance of every pair of units.</param>
    /// <returns>The sum, at least 0.</returns>
    /// <remarks>What <see cref="Of"/> makes least. See docs/methods/leaf-order.md.</remarks>
    public static double Cost(IReadOnlyList<int> order, DistanceMatrix distances)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(distances);
        var sum = 0.0;
        for (var i = 1; i < order.Count; i++)
        {
            sum += distances[order[i - 1], order[i]];
        }

        return sum;
    }
}
