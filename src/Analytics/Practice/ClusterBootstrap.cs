using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>How surely clusters are found again in bootstrap samples of the units.</summary>
static class ClusterBootstrap
{
    /// <summary>Mean Jaccard similarity of each cluster with its most similar cluster, over the samples.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="labels">The cluster of each row, in [0, <paramref name="clusters"/>).</param>
    /// <param name="clusters">Number of clusters.</param>
    /// <param name="starts">Starts of each search.</param>
    /// <param name="streams">One stream for each sample.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <remarks>Units drawn repeatedly count once, and a cluster that a sample missed counts as not found: as fpc's clusterboot. Source: Hennig (2007).</remarks>
    public static double[] Means(IReadOnlyList<double[]> rows, int[] labels, int clusters, int starts, IReadOnlyList<RandomStream> streams, CancellationToken cancellation)
    {
        var sums = new double[clusters];
        foreach (var random in streams)
        {
            int[] drawn = [.. Enumerable.Range(0, rows.Count).Select(_ => StudyRandom.Below(rows.Count, random)).Distinct().Order()];
            var distinct = DistinctRows.Of([.. drawn.Select(unit => rows[unit])]);
            var fit = KMeansSearch.Best(distinct, clusters, starts, random, cancellation);
            int[] before = [.. drawn.Select(unit => labels[unit])], again = [.. distinct.Places.Select(place => fit.Labels[place])];
            for (var cluster = 0; cluster < clusters; cluster++)
            {
                sums[cluster] += ClusterJaccard.Of(before, cluster, again);
            }
        }

        return [.. sums.Select(sum => sum / streams.Count)];
    }
}
