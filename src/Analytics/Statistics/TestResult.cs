namespace Analytics.Statistics;

/// <summary>What a significance test found.</summary>
/// <param name="Statistic">The test statistic; each test says which.</param>
/// <param name="PValue">Two-sided p-value, a probability in [0, 1].</param>
public readonly record struct TestResult(double Statistic, double PValue);
