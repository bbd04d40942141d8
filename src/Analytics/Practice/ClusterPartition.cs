namespace Analytics.Practice;

/// <summary>The best partition into one number of clusters.</summary>
/// <param name="Clusters">Number of clusters, at least 2.</param>
/// <param name="Labels">The cluster of each unit, from 1: the largest first, of equal ones the one with the earlier first unit.</param>
/// <param name="Silhouettes">Silhouette width of each unit, Euclidean, in [−1, 1].</param>
/// <param name="Inertia">Sum of squared distances to the cluster means.</param>
/// <param name="Silhouette">Mean of <paramref name="Silhouettes"/>.</param>
/// <param name="JaccardSilhouette">Mean silhouette width by Jaccard's distance; null where values other than 0 and 1 occur.</param>
/// <param name="CalinskiHarabasz">Caliński–Harabasz index, higher is better.</param>
/// <param name="DaviesBouldin">Davies–Bouldin index, lower is better.</param>
/// <param name="Gap">Gap statistic in natural logarithms.</param>
/// <param name="GapError">Its standard error from the simulation.</param>
/// <param name="Groups">Each cluster, in the order of their numbers.</param>
/// <param name="Marks">What marks each cluster: by cluster, then by p-value. All with Q of 0.05 or less, and at least the three clearest of each cluster.</param>
/// <param name="SwingUnits">Units, as ascending indices, that change cluster when one unit is left out; not sought above 400 units.</param>
public sealed record ClusterPartition(
    int Clusters,
    IReadOnlyList<int> Labels,
    IReadOnlyList<double> Silhouettes,
    double Inertia,
    double Silhouette,
    double? JaccardSilhouette,
    double CalinskiHarabasz,
    double DaviesBouldin,
    double Gap,
    double GapError,
    IReadOnlyList<ClusterStability> Groups,
    IReadOnlyList<ClusterMark> Marks,
    IReadOnlyList<int> SwingUnits);
