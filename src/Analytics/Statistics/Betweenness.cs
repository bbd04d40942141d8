namespace Analytics.Statistics;

/// <summary>How many shortest ways between others pass a node.</summary>
public static class Betweenness
{
    // igraph's IGRAPH_SHORTEST_PATH_EPSILON: 1/3 + 1/6 and 1/2 are equally far, whatever rounding says.
    const double SameLength = 1e-10;

    /// <summary>Betweenness of each node on the distance 1/strength, along directed ties; several equally short ways share the count.</summary>
    /// <param name="network">The network; a tie of strength 0 or unknown strength is no way.</param>
    /// <returns>One count per node, at least 0, not divided by the number of pairs. Ends of a way do not count.</returns>
    /// <remarks>Source: Freeman (1977), Sociometry 40: 35–41; Brandes (2001), Journal of Mathematical Sociology 25: 163–177. See docs/methods/betweenness.md.</remarks>
    public static IReadOnlyList<double> Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var counts = new double[network.Count];
        for (var source = 0; source < network.Count; source++)
        {
            AddWaysFrom(source, network, counts);
        }

        return counts;
    }

    static void AddWaysFrom(int source, Network network, double[] counts)
    {
        var (order, distance) = Distances(source, network);
        var (ways, share) = (new double[network.Count], new double[network.Count]);
        ways[source] = 1;
        for (var i = 1; i < order.Count; i++)
        {
            ways[order[i]] = order.Take(i).Where(before => IsLast(before, order[i], network, distance)).Sum(before => ways[before]);
        }

        for (var i = order.Count - 1; i > 0; i--)
        {
            foreach (var before in order.Take(i).Where(before => IsLast(before, order[i], network, distance)))
            {
                share[before] += ways[before] / ways[order[i]] * (1 + share[order[i]]);
            }

            counts[order[i]] += share[order[i]];
        }
    }

    /// <summary>Whether the tie between two nodes is the last of a shortest way to the second.</summary>
    static bool IsLast(int before, int node, Network network, double[] distance) =>
        network.Strength(before, node) is var strength and > 0 && Same(distance[before] + (1 / strength), distance[node]);

    static bool Same(double one, double other) => Math.Abs(one - other) <= SameLength * Math.Max(one, other);

    /// <summary>Dijkstra's shortest distances, and the nodes that can be reached, nearest first.</summary>
    static (List<int> Order, double[] Distance) Distances(int source, Network network)
    {
        var distance = Enumerable.Repeat(double.PositiveInfinity, network.Count).ToArray();
        distance[source] = 0;
        List<int> order = [];
        List<int> waiting = [.. Enumerable.Range(0, network.Count)];
        while (waiting.Count > 0 && waiting.MinBy(x => distance[x]) is var nearest && distance[nearest] < double.PositiveInfinity)
        {
            waiting.Remove(nearest);
            order.Add(nearest);
            foreach (var next in waiting.Where(x => network.Strength(nearest, x) > 0))
            {
                distance[next] = Math.Min(distance[next], distance[nearest] + (1 / network.Strength(nearest, next)));
            }
        }

        return (order, distance);
    }
}
