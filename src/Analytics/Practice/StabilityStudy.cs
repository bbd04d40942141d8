namespace Analytics.Practice;

/// <summary>The stability of each cluster, and what tables without structure give.</summary>
sealed class StabilityStudy(StudySample sample, StudyRandom random, ClusterOptions options, StudyProgress progress)
{
    const int Starts = 2;

    // A few samples of each permuted table do: the percentile is over many clusters, and fewer samples only raise it.
    const int NullBootstraps = 12;

    /// <summary>Mean Jaccard similarity of each cluster of each partition.</summary>
    /// <param name="labels">Partitions of all units, labels from 0.</param>
    public double[][] Observed(IReadOnlyList<IReadOnlyList<int>> labels)
    {
        var parts = labels.Select(partition => new double[options.Bootstraps][]).ToArray();
        progress.ForEach(options.Bootstraps, options.MaxDegreeOfParallelism, i =>
        {
            for (var p = 0; p < labels.Count; p++)
            {
                int[] sampled = [.. sample.Units.Select(unit => labels[p][unit])];
                parts[p][i] = ClusterBootstrap.Means(sample.Rows, sampled, p + 2, Starts, [random.Stream(StudyPurpose.Bootstrap, (i << 4) | p)], progress.Cancellation);
            }
        });
        return [.. parts.Select((samples, p) => Enumerable.Range(0, p + 2).Select(cluster => samples.Average(one => one[cluster])).ToArray())];
    }

    /// <summary>The mean and the 95th percentile of the same over the clusters of permuted tables, for 2, 3, … clusters.</summary>
    public (double Mean, double Upper)[] Expected(int most)
    {
        var tables = new double[options.StabilityTables][][];
        progress.ForEach(tables.Length, options.MaxDegreeOfParallelism, i =>
        {
            var rows = NullTables.Permuted(sample.Rows, random.Stream(StudyPurpose.Permutation, i));
            var distinct = DistinctRows.Of(rows);
            tables[i] = new double[most - 1][];
            for (var p = 0; p < most - 1; p++)
            {
                var stream = random.Stream(StudyPurpose.NullBootstrap, (i << 4) | p);
                var fit = KMeansSearch.Best(distinct, p + 2, Starts, stream, progress.Cancellation);
                int[] labels = [.. distinct.Places.Select(place => fit.Labels[place])];
                tables[i][p] = ClusterBootstrap.Means(rows, labels, fit.Clusters, Starts, [.. Enumerable.Repeat(stream, NullBootstraps)], progress.Cancellation);
            }
        });
        return [.. Enumerable.Range(0, most - 1).Select(p => Summary([.. tables.SelectMany(table => table[p]).Order()]))];
    }

    // The smallest value with at least 95 % of the values at or below it.
    static (double Mean, double Upper) Summary(double[] sorted) => (sorted.Average(), sorted[(int)Math.Ceiling(0.95 * sorted.Length) - 1]);
}
