namespace Analytics.Statistics;

/// <summary>A division of a network into communities.</summary>
/// <param name="Communities">Number of the community of each node, from 1 in the order of their first nodes.</param>
/// <param name="Modularity">Modularity of the division, in [−½, 1].</param>
public sealed record NetworkPartition(IReadOnlyList<int> Communities, double Modularity);
