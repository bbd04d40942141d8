namespace Analytics.Statistics;

/// <summary>The gap of one number of clusters.</summary>
/// <param name="Gap">How much lower the logarithm of the inertia is than expected without structure.</param>
/// <param name="Error">Its standard error from the simulation, at least 0.</param>
public readonly record struct GapEstimate(double Gap, double Error);
