namespace Analytics.Statistics;

/// <summary>A straight line through a series of values, and whether it certainly rises or falls.</summary>
/// <param name="Slope">Change per year, in the value's unit.</param>
/// <param name="ChiSquare">Square of the slope over its variance: χ² on one degree of freedom where nothing changes.</param>
/// <param name="PValue">Two-sided p-value of <paramref name="ChiSquare"/>, a probability in [0, 1].</param>
/// <param name="StableSign">Whether the slope keeps its sign, and is not 0, when any one of the points is left out.</param>
/// <param name="Direction">Rising or falling when χ² and sign both say so.</param>
public readonly record struct Trend(double Slope, double ChiSquare, double PValue, bool StableSign, TrendDirection Direction);
