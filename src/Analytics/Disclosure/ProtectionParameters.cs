namespace Analytics.Disclosure;

/// <summary>How strictly a table is protected.</summary>
/// <param name="Threshold">Counts from 1 to one less are small: a count, at least 1.</param>
/// <param name="Base">Smallest base that is shown: a count, at least 1.</param>
/// <param name="Width">Least distance between the largest and smallest value that a withheld count may have for a reader: a count, at least 1.</param>
/// <param name="Weights">What hiding a cell that needs no protection itself costs.</param>
sealed record ProtectionParameters(int Threshold = 5, int Base = 20, int Width = 3, SuppressionWeights Weights = SuppressionWeights.Counts)
{
    /// <summary>Whether the only person in a withheld cell, who knows that cell, is reckoned with.</summary>
    public bool Insider { get; init; } = true;

    /// <summary>Whether a count is one of 1 … threshold − 1.</summary>
    public bool IsSmall(long count) => count >= 1 && count < Threshold;
}
