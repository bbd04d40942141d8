namespace Analytics.Practice;

/// <summary>What marks a cluster: a feature that is more, or less, common in it than elsewhere.</summary>
/// <param name="Cluster">The cluster, from 1.</param>
/// <param name="Feature">The feature.</param>
/// <param name="Share">Share of the cluster's units that have the feature, a fraction; the mean where the feature has other values than 0 and 1.</param>
/// <param name="ShareElsewhere">The same of all other units.</param>
/// <param name="Lift"><paramref name="Share"/> over <paramref name="ShareElsewhere"/>; null where that is not above 0.</param>
/// <param name="P">Two-sided p-value: Fisher's exact test for 0 and 1; Welch's test for other values, 1 where a side has fewer than two units. The clusters were made from the same values, so it
/// describes and does not prove.</param>
/// <param name="Q"><paramref name="P"/> adjusted by Benjamini–Hochberg over all clusters and features of the partition.</param>
public sealed record ClusterMark(int Cluster, string Feature, double Share, double ShareElsewhere, double? Lift, double P, double Q);
