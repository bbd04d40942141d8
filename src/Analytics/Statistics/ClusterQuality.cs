namespace Analytics.Statistics;

/// <summary>How tight and how well apart the clusters of a partition are.</summary>
public static class ClusterQuality
{
    /// <summary>Sum of squared Euclidean distances from each row to the mean of its cluster: what k-means makes small.</summary>
    /// <param name="rows">One row per unit, all of one length, finite; at least one.</param>
    /// <param name="labels">The cluster of each row, any whole number.</param>
    /// <returns>The inertia, at least 0, in the unit of the values squared.</returns>
    /// <exception cref="ArgumentException">There are no rows, rows have different lengths, or there is not one label for each row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    /// <remarks>As <c>inertia_</c> of scikit-learn's KMeans. See docs/methods/cluster-quality.md.</remarks>
    public static double Inertia(IReadOnlyList<double[]> rows, IReadOnlyList<int> labels) => Within(LabelledRows.Of(rows, labels));

    /// <summary>The Caliński–Harabasz index: dispersion between the clusters over dispersion within, each by its degrees of freedom.</summary>
    /// <param name="rows">One row per unit, all of one length, finite.</param>
    /// <param name="labels">The cluster of each row: at least two clusters, and fewer clusters than rows.</param>
    /// <returns>The index, at least 0, higher is better; 1 where the rows of each cluster are equal, as in scikit-learn.</returns>
    /// <exception cref="ArgumentException">Rows have different lengths, there is not one label for each row, or there are fewer than two clusters or as many as rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    /// <remarks>Source: Caliński &amp; Harabasz (1974), Communications in Statistics 3: 1–27. See docs/methods/cluster-quality.md.</remarks>
    public static double CalinskiHarabasz(IReadOnlyList<double[]> rows, IReadOnlyList<int> labels)
    {
        var labelled = LabelledRows.Compared(rows, labels);
        var within = Within(labelled);
        if (within == 0)
        {
            return 1;
        }

        var mean = LabelledRows.Of(rows, new int[rows.Count]).Centres()[0];
        var between = labelled.Centres().Select((centre, cluster) => labelled.Sizes[cluster] * Squared(centre, mean)).Sum();
        return between * (rows.Count - labelled.Count) / (within * (labelled.Count - 1));
    }

    /// <summary>The Davies–Bouldin index: for each cluster the other one it is least apart from, on average.</summary>
    /// <param name="rows">One row per unit, all of one length, finite.</param>
    /// <param name="labels">The cluster of each row: at least two clusters, and fewer clusters than rows.</param>
    /// <returns>The index, at least 0, lower is better; 0 where the rows of each cluster, or all centres, are equal, as in scikit-learn.</returns>
    /// <exception cref="ArgumentException">Rows have different lengths, there is not one label for each row, or there are fewer than two clusters or as many as rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    /// <remarks>Source: Davies &amp; Bouldin (1979), IEEE Transactions on Pattern Analysis and Machine Intelligence 1: 224–227. See docs/methods/cluster-quality.md.</remarks>
    public static double DaviesBouldin(IReadOnlyList<double[]> rows, IReadOnlyList<int> labels)
    {
        var labelled = LabelledRows.Compared(rows, labels);
        var centres = labelled.Centres();
        var spread = new double[labelled.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            spread[labelled.Clusters[i]] += Math.Sqrt(Squared(rows[i], centres[labelled.Clusters[i]]));
        }

        for (var cluster = 0; cluster < spread.Length; cluster++)
        {
            spread[cluster] /= labelled.Sizes[cluster];
        }

        // scikit-learn's numpy.allclose(x, 0).
        const double Nothing = 1e-8;
        var apart = centres.Select(first => centres.Select(second => Math.Sqrt(Squared(first, second))).ToArray()).ToArray();
        return spread.Max() <= Nothing || apart.Max(row => row.Max()) <= Nothing ? 0 : apart.Select((distances, cluster) => Worst(spread, distances, cluster)).Average();
    }

    // Centres that coincide are left out, as if infinitely far: scikit-learn's convention.
    static double Worst(double[] spread, double[] distances, int cluster) =>
        distances.Select((distance, other) => distance == 0 ? 0 : (spread[cluster] + spread[other]) / distance).Max();

    static double Within(LabelledRows labelled)
    {
        var centres = labelled.Centres();
        var sum = 0.0;
        for (var i = 0; i < labelled.Rows.Count; i++)
        {
            sum += Squared(labelled.Rows[i], centres[labelled.Clusters[i]]);
        }

        return sum;
    }

    static double Squared(double[] first, double[] second)
    {
        var sum = 0.0;
        for (var j = 0; j < first.Length; j++)
        {
            var difference = first[j] - second[j];
            sum += difference * difference;
        }

        return sum;
    }
}
