namespace Analytics.Practice;

/// <summary>Units and what is known of each, for example organisations and the methods they use.</summary>
/// <param name="Units">Names of the units, each once.</param>
/// <param name="Features">Names of the features, each once.</param>
/// <param name="Values">One row for each of <paramref name="Units"/>, in their order, with one finite value for each of <paramref name="Features"/>.</param>
public sealed record FeatureTable(IReadOnlyList<string> Units, IReadOnlyList<string> Features, IReadOnlyList<double[]> Values);
