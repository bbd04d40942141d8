namespace Analytics.Statistics;

/// <summary>Whether two partitions of the same units say the same.</summary>
public static class AdjustedRandIndex
{
    /// <summary>The Rand index of two partitions, adjusted for chance.</summary>
    /// <param name="first">The cluster of each unit in one partition, any whole numbers; at least one unit.</param>
    /// <param name="second">The cluster of each unit in the other partition.</param>
    /// <returns>1 for the same partition whatever the numbering, about 0 for independent ones; at least −0.5.</returns>
    /// <exception cref="ArgumentException">There are no units, or the lists are of unequal length.</exception>
    /// <remarks>Source: Hubert &amp; Arabie (1985), Journal of Classification 2: 193–218. See docs/methods/adjusted-rand-index.md.</remarks>
    public static double Of(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        ClusterJaccard.CheckPair(first, second);
        var together = Pairs(first.Zip(second));
        var (inFirst, inSecond) = (Pairs(first), Pairs(second));
        if (inFirst == together && inSecond == together)
        {
            return 1;
        }

        var all = first.Count * (first.Count - 1.0) / 2;
        var expected = inFirst * inSecond / all;
        return (together - expected) / (((inFirst + inSecond) / 2) - expected);
    }

    static double Pairs<T>(IEnumerable<T> labels)
        where T : notnull =>
        labels.CountBy(label => label).Sum(group => group.Value * (group.Value - 1.0) / 2);
}
