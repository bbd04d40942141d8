namespace Analytics.Statistics;

/// <summary>Shares of the possible and of the mutual ties of a network.</summary>
public static class NetworkShare
{
    /// <summary>Density: ties that are there as a share of the known ordered pairs of different nodes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="edgeFrom">Least strength that counts as a tie; the default counts every strength above 0.</param>
    /// <returns>A fraction in [0, 1]; null where no pair is known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="edgeFrom"/> is not above 0.</exception>
    /// <remarks>Source: Wasserman and Faust (1994), Social Network Analysis, p. 129. See docs/methods/network-share.md.</remarks>
    public static double? Density(Network network, double edgeFrom = double.Epsilon)
    {
        ArgumentNullException.ThrowIfNull(network);
        Require.Positive(edgeFrom);
        var (edges, known) = (0, 0);
        foreach (var (from, to) in Pairs(network))
        {
            known += network[from, to] is null ? 0 : 1;
            edges += network[from, to] >= edgeFrom ? 1 : 0;
        }

        return known == 0 ? null : (double)edges / known;
    }

    /// <summary>Reciprocity: ties that go both ways as a share of the ties whose other direction is known.</summary>
    /// <param name="network">The network.</param>
    /// <param name="edgeFrom">Least strength that counts as a tie; the default counts every strength above 0.</param>
    /// <returns>A fraction in [0, 1]; null where there is no tie with a known other direction.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="edgeFrom"/> is not above 0.</exception>
    /// <remarks>Source: Wasserman and Faust (1994), Social Network Analysis, p. 515; igraph's default mode. See docs/methods/network-share.md.</remarks>
    public static double? Reciprocity(Network network, double edgeFrom = double.Epsilon)
    {
        ArgumentNullException.ThrowIfNull(network);
        Require.Positive(edgeFrom);
        var (edges, mutual) = (0, 0);
        foreach (var (from, to) in Pairs(network))
        {
            if (network[from, to] >= edgeFrom && network[to, from] is { } back)
            {
                edges++;
                mutual += back >= edgeFrom ? 1 : 0;
            }
        }

        return edges == 0 ? null : (double)mutual / edges;
    }

    static IEnumerable<(int From, int To)> Pairs(Network network) =>
        from one in Enumerable.Range(0, network.Count)
        from other in Enumerable.Range(0, network.Count)
        where one != other
        select (one, other);
}
