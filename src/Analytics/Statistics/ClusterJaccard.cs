namespace Analytics.Statistics;

/// <summary>Whether a cluster is found again in another partition of the same units.</summary>
public static class ClusterJaccard
{
    /// <summary>Jaccard's similarity of one cluster with the cluster of another partition that is most like it.</summary>
    /// <param name="labels">The cluster of each unit, any whole numbers; at least one unit.</param>
    /// <param name="cluster">The label of the cluster sought.</param>
    /// <param name="others">The cluster of each unit in the other partition.</param>
    /// <returns>Units in both over units in either, in [0, 1]; 0 where no unit has the label, as in fpc's clusterboot.</returns>
    /// <exception cref="ArgumentException">There are no units, or the lists are of unequal length.</exception>
    /// <remarks>Source: Hennig (2007), Computational Statistics &amp; Data Analysis 52: 258–271. See docs/methods/cluster-jaccard.md.</remarks>
    public static double Of(IReadOnlyList<int> labels, int cluster, IReadOnlyList<int> others)
    {
        CheckPair(labels, others);
        var size = labels.Count(label => label == cluster);
        var best = 0.0;
        foreach (var (other, count) in others.CountBy(label => label))
        {
            var both = labels.Zip(others).Count(unit => unit.First == cluster && unit.Second == other);
            best = Math.Max(best, (double)both / (size + count - both));
        }

        return best;
    }

    /// <summary>Refuses labels of different units.</summary>
    internal static void CheckPair(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count || first.Count == 0)
        {
            throw new ArgumentException($"Expected two lists of labels of the same units, found {first.Count} and {second.Count}.", nameof(second));
        }
    }
}
