namespace Analytics.Statistics;

/// <summary>One step of an agglomeration: two groups become one.</summary>
/// <param name="First">The group with the lower number: below n a unit, otherwise n plus the number of the merge that made it.</param>
/// <param name="Second">The other group.</param>
/// <param name="Height">Their distance, at least 0.</param>
/// <param name="Size">Units in the new group.</param>
public readonly record struct Merge(int First, int Second, double Height, int Size);
