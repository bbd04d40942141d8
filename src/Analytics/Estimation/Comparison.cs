namespace Analytics.Estimation;

/// <summary>How a value relates to a benchmark.</summary>
/// <param name="Benchmark">The benchmark's value, in the unit of the estimate.</param>
/// <param name="Verdict">The judgement.</param>
public sealed record Comparison(double Benchmark, Verdict Verdict);

/// <summary>Judgement of a value against a benchmark by its interval.</summary>
public enum Verdict
{
    /// <summary>The interval excludes the benchmark on the good side.</summary>
    Better,
    /// <summary>The interval holds the benchmark: no certain difference.</summary>
    Similar,
    /// <summary>The interval excludes the benchmark on the bad side.</summary>
    Worse,
    /// <summary>Above the benchmark, without judgement.</summary>
    Higher,
    /// <summary>Below the benchmark, without judgement.</summary>
    Lower,
}
