using System.Numerics;

namespace Analytics.Statistics;

/// <summary>How well a network divides into communities, without directions: a pair has the sum of the strengths both ways.</summary>
public static class Modularity
{
    /// <summary>Most nodes with ties that <see cref="BestPartition"/> divides: time grows threefold with each.</summary>
    public const int MostNodes = 16;

    // Sums of the same parts in another order differ by less; a division must be better by more to be taken instead.
    const double Better = 1e-12;

    /// <summary>Newman's modularity of a given division: the share of strength inside communities, less what chance would put there.</summary>
    /// <param name="network">The network.</param>
    /// <param name="communities">Community of each node; any numbers.</param>
    /// <returns>A number in [−½, 1]; null for a network without ties.</returns>
    /// <exception cref="ArgumentException">There is not one community per node.</exception>
    /// <remarks>Source: Newman (2004), Physical Review E 70: 056131. See docs/methods/modularity.md.</remarks>
    public static double? Of(Network network, IReadOnlyList<int> communities)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(communities);
        if (communities.Count != network.Count)
        {
            throw new ArgumentException($"Expected one community per node, found {communities.Count} of {network.Count}.", nameof(communities));
        }

        var degrees = Degrees(network);
        var all = degrees.Sum();
        return all == 0 ? null : Enumerable.Range(0, network.Count).GroupBy(x => communities[x]).Sum(x => Part([.. x], network, degrees, all));
    }

    /// <summary>The division with the largest modularity, found exactly.</summary>
    /// <param name="network">A network in which at most <see cref="MostNodes"/> nodes have ties.</param>
    /// <returns>
    /// The best division, always the same one of those equally good to 1e-12; nodes without ties are communities of their own. Null for a network without ties.
    /// </returns>
    /// <exception cref="ArgumentException">More nodes have ties.</exception>
    /// <remarks>Source: Newman (2004), Physical Review E 70: 056131; every division is weighed by a dynamic program over sets of nodes. See docs/methods/modularity.md.</remarks>
    public static NetworkPartition? BestPartition(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var degrees = Degrees(network);
        int[] tied = [.. Enumerable.Range(0, network.Count).Where(x => degrees[x] > 0)];
        if (tied.Length > MostNodes)
        {
            throw new ArgumentException($"Expected at most {MostNodes} nodes with ties, found {tied.Length}.", nameof(network));
        }

        return tied.Length == 0 ? null : Numbered(BestParts(tied, network, degrees), tied, network);
    }

    /// <summary>The first community of the best division of each set of tied nodes; bit i stands for the i-th of them.</summary>
    static int[] BestParts(int[] tied, Network network, double[] degrees)
    {
        var all = degrees.Sum();
        var sets = 1 << tied.Length;
        var (part, best, first) = (new double[sets], new double[sets], new int[sets]);
        for (var set = 1; set < sets; set++)
        {
            part[set] = Part([.. Enumerable.Range(0, tied.Length).Where(i => (set & (1 << i)) != 0).Select(i => tied[i])], network, degrees, all);
        }

        for (var set = 1; set < sets; set++)
        {
            var lowest = set & -set;
            var others = set ^ lowest;
            (best[set], first[set]) = (part[set], set);
            for (var rest = others; rest > 0; rest = (rest - 1) & others)
            {
                if (part[set ^ rest] + best[rest] > best[set] + Better)
                {
                    (best[set], first[set]) = (part[set ^ rest] + best[rest], set ^ rest);
                }
            }
        }

        return first;
    }

    static NetworkPartition Numbered(int[] first, int[] tied, Network network)
    {
        var owner = Enumerable.Range(0, network.Count).ToArray();
        for (var set = first.Length - 1; set > 0; set ^= first[set])
        {
            for (var i = 0; i < tied.Length; i++)
            {
                if ((first[set] & (1 << i)) != 0)
                {
                    owner[tied[i]] = tied[BitOperations.TrailingZeroCount(first[set])];
                }
            }
        }

        int[] owners = [.. owner.Distinct()];
        int[] communities = [.. owner.Select(x => Array.IndexOf(owners, x) + 1)];
        return new NetworkPartition(communities, Of(network, communities)!.Value);
    }

    static double[] Degrees(Network network) =>
        [.. Enumerable.Range(0, network.Count).Select(one => Enumerable.Range(0, network.Count).Sum(other => network.Between(one, other)))];

    /// <summary>What one community contributes: its share of the strength, less the square of its share of the degrees.</summary>
    static double Part(int[] nodes, Network network, double[] degrees, double all)
    {
        var (inside, degree) = (0.0, 0.0);
        foreach (var one in nodes)
        {
            degree += degrees[one];
            foreach (var other in nodes)
            {
                inside += network.Between(one, other);
            }
        }

        return (inside / all) - (degree / all * (degree / all));
    }
}
