namespace Analytics.Disclosure;

/// <summary>How strictly cells are suppressed, and what that is to cost least.</summary>
/// <param name="Threshold">Counts from 1 to one less are small; withheld parts of a published sum are 0 or at least this: at least 1.</param>
/// <param name="Width">Least distance between the largest and smallest count that a withheld cell may have for a reader: at least 1.</param>
/// <param name="Insider">Whether the only person in a withheld cell, who knows that cell, may learn no other withheld cell.</param>
/// <param name="Weights">What hiding a cell costs.</param>
sealed record SuppressionOptions(int Threshold = 5, int Width = 3, bool Insider = true, SuppressionWeights Weights = SuppressionWeights.Counts);
