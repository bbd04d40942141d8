namespace Analytics.Practice;

/// <summary>One cluster: how large, how tight and how surely found again.</summary>
/// <param name="Cluster">The cluster, from 1.</param>
/// <param name="Size">Number of units.</param>
/// <param name="Silhouette">Mean silhouette width of its units, in [−1, 1].</param>
/// <param name="Jaccard">Mean Jaccard similarity with the most similar cluster of bootstrap samples, in [0, 1].</param>
/// <param name="NullMean">The mean of the same over the clusters of tables whose columns are permuted.</param>
/// <param name="NullUpper">Its 95th percentile over those clusters: what a cluster of a table without structure seldom exceeds.</param>
public sealed record ClusterStability(int Cluster, int Size, double Silhouette, double Jaccard, double NullMean, double NullUpper);
