namespace Analytics.Repeats;

/// <summary>A hash that stands for a person and a year, with an indicator of which a second row seems to exist.</summary>
readonly record struct SuspectedRepeat(ulong PersonYear, int Indicator);

/// <summary>What seems to be repeated.</summary>
/// <param name="Suspected">What to look into in another reading: true repeats, and persons who share a hash by chance.</param>
/// <param name="Further">
/// Rows suspected beyond <see cref="RepeatKeys.MostSuspected"/>. That many are never persons who share a hash alone (with a hundred million
/// rows fewer than one is expected), so they are counted as repeats.
/// </param>
sealed record Suspicions(IReadOnlySet<SuspectedRepeat> Suspected, long Further)
{
    /// <summary>Whether nothing seems to be repeated, and so nothing is.</summary>
    public bool IsEmpty => Suspected.Count == 0 && Further == 0;
}
