namespace Analytics.Statistics;

/// <summary>Whether each row lies closer to its own cluster than to the nearest other.</summary>
public static class Silhouette
{
    /// <summary>The silhouette width of each row.</summary>
    /// <param name="rows">One row per unit, all of one length, finite; 0 and 1 only where the distance is Jaccard's.</param>
    /// <param name="labels">The cluster of each row: at least two clusters, and fewer clusters than rows.</param>
    /// <param name="distance">The distance of two rows.</param>
    /// <returns>One width per row, in [−1, 1]: (b − a)/max(a, b), with a the mean distance to the rest of the row's cluster and b to the nearest other; 0 for a cluster of one row.</returns>
    /// <exception cref="ArgumentException">Rows have different lengths, there is not one label for each row, or there are fewer than two clusters or as many as rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or neither 0 nor 1 where the distance is Jaccard's.</exception>
    /// <remarks>Time grows with the square of the number of rows. Source: Rousseeuw (1987), Journal of Computational and Applied Mathematics 20: 53–65. See docs/methods/silhouette.md.</remarks>
    public static IReadOnlyList<double> Widths(IReadOnlyList<double[]> rows, IReadOnlyList<int> labels, RowDistance distance = RowDistance.Euclidean)
    {
        var labelled = LabelledRows.Compared(rows, labels);
        return Against([.. Enumerable.Range(0, rows.Count)], new RowDistances(rows, distance), [labelled], 1, default)[0];
    }

    /// <summary>The mean silhouette width of all rows.</summary>
    /// <param name="rows">As for <see cref="Widths"/>.</param>
    /// <param name="labels">As for <see cref="Widths"/>.</param>
    /// <param name="distance">The distance of two rows.</param>
    /// <returns>The mean, in [−1, 1].</returns>
    /// <exception cref="ArgumentException">As for <see cref="Widths"/>.</exception>
    /// <remarks>As scikit-learn's <c>silhouette_score</c>. See docs/methods/silhouette.md.</remarks>
    public static double Mean(IReadOnlyList<double[]> rows, IReadOnlyList<int> labels, RowDistance distance = RowDistance.Euclidean) => Widths(rows, labels, distance).Average();

    /// <summary>The widths of all rows in several partitions at once, from the distances to some rows: each distance is worked out once.</summary>
    internal static double[][] Against(int[] sample, RowDistances distances, IReadOnlyList<LabelledRows> partitions, int cores, CancellationToken cancellation)
    {
        var count = partitions[0].Rows.Count;
        var widths = partitions.Select(_ => new double[count]).ToArray();
        var sizes = partitions.Select(partition => Sizes(sample, partition)).ToArray();
        var sampled = new bool[count];
        foreach (var row in sample)
        {
            sampled[row] = true;
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = cores, CancellationToken = cancellation }, row =>
        {
            var sums = partitions.Select(partition => new double[partition.Count]).ToArray();
            foreach (var other in sample)
            {
                var distance = distances.Between(row, other);
                for (var partition = 0; partition < sums.Length; partition++)
                {
                    sums[partition][partitions[partition].Clusters[other]] += distance;
                }
            }

            for (var partition = 0; partition < sums.Length; partition++)
            {
                widths[partition][row] = Width(sums[partition], sizes[partition], partitions[partition].Clusters[row], sampled[row] ? 1 : 0);
            }
        });
        return widths;
    }

    static int[] Sizes(int[] sample, LabelledRows partition)
    {
        var sizes = new int[partition.Count];
        foreach (var row in sample)
        {
            sizes[partition.Clusters[row]]++;
        }

        return sizes;
    }

    static double Width(double[] sums, int[] sizes, int own, int itself)
    {
        var others = sizes[own] - itself;
        if (others <= 0)
        {
            return 0;
        }

        var inside = sums[own] / others;
        var outside = double.PositiveInfinity;
        for (var cluster = 0; cluster < sums.Length; cluster++)
        {
            if (cluster != own && sizes[cluster] > 0)
            {
                outside = Math.Min(outside, sums[cluster] / sizes[cluster]);
            }
        }

        var largest = Math.Max(inside, outside);
        return largest == 0 || double.IsInfinity(largest) ? 0 : (outside - inside) / largest;
    }
}
