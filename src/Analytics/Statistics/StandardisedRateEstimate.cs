namespace Analytics.Statistics;

/// <summary>A directly standardised rate.</summary>
/// <param name="Value">Events per person of the standard population.</param>
/// <param name="Interval">Confidence interval, in the same unit.</param>
public sealed record StandardisedRateEstimate(double Value, Interval Interval);
