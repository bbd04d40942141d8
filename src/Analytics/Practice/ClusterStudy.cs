namespace Analytics.Practice;

/// <summary>Whether the units of one level form groups, and which.</summary>
/// <param name="Level">What a unit is, as the caller named it.</param>
/// <param name="Units">The units in ordinal order.</param>
/// <param name="Features">Features that were used, in the order of the table.</param>
/// <param name="Dropped">Features that tell no groups apart: that fewer than two units have, or all, or all alike.</param>
/// <param name="Verdict">Whether to group at all.</param>
/// <param name="Chosen">Proposed number of clusters, at least 2; 0 where there are too few distinct rows.</param>
/// <param name="PermutationP">How often tables with permuted columns are as structured, a probability above 0; null where nothing was fitted.</param>
/// <param name="Partitions">Partitions by ascending number of clusters; none where there are too few distinct rows.</param>
/// <param name="UnitOrder">Indices of all units in an order in which neighbours are alike, clusters of the proposed number kept together unless the verdict is not to group.</param>
/// <param name="FeatureOrder">Indices of all used features in an order in which neighbours are alike.</param>
/// <param name="SilhouetteRows">Units that silhouettes are measured against: all, or a seeded sample of 1,000 above 5,000 units.</param>
/// <param name="SampledRows">Units that the test of structure, the gap and the stability were worked out on: all, or a seeded sample of 400.</param>
public sealed record ClusterStudy(
    string Level,
    IReadOnlyList<string> Units,
    IReadOnlyList<string> Features,
    IReadOnlyList<string> Dropped,
    ClusterVerdict Verdict,
    int Chosen,
    double? PermutationP,
    IReadOnlyList<ClusterPartition> Partitions,
    IReadOnlyList<int> UnitOrder,
    IReadOnlyList<int> FeatureOrder,
    int SilhouetteRows,
    int SampledRows);
