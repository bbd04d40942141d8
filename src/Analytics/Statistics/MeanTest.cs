namespace Analytics.Statistics;

/// <summary>t tests of means.</summary>
public static class MeanTest
{
    /// <summary>Welch's test that two means are equal, without assuming that the variances are.</summary>
    /// <param name="mean1">Mean of the first group, in the value's unit.</param>
    /// <param name="variance1">Its sample variance (divisor n − 1), in the unit squared, at least 0.</param>
    /// <param name="size1">Number of answers in the first group, or Kish's effective size; above 1.</param>
    /// <param name="mean2">Mean of the second group.</param>
    /// <param name="variance2">Its sample variance, at least 0.</param>
    /// <param name="size2">Number of answers in the second group, or Kish's effective size; above 1.</param>
    /// <returns>Statistic: t, positive where the first mean is the larger. Where neither group varies the p-value is 1 for equal means, and 0
    /// with an infinite statistic for others.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Source: Welch (1947), Biometrika 34: 28–35, with Satterthwaite's degrees of freedom. See docs/methods/mean-test.md.</remarks>
    public static TestResult Welch(double mean1, double variance1, double size1, double mean2, double variance2, double size2)
    {
        Check(mean1, variance1, size1);
        Check(mean2, variance2, size2);
        var (error1, error2) = (variance1 / size1, variance2 / size2);
        var share = 1 / (1 + (error2 / error1));
        var freedom = 1 / ((share * share / (size1 - 1)) + ((1 - share) * (1 - share) / (size2 - 1)));
        return Result(mean1 - mean2, double.Hypot(Math.Sqrt(error1), Math.Sqrt(error2)), freedom);
    }

    /// <summary>Student's test of a mean against a fixed benchmark: the test that the t interval inverts.</summary>
    /// <param name="mean">The mean, in the value's unit.</param>
    /// <param name="variance">Sample variance (divisor n − 1), in the unit squared, at least 0.</param>
    /// <param name="size">Number of answers, or Kish's effective size; above 1.</param>
    /// <param name="benchmark">The value compared with, in the value's unit, taken as known without error.</param>
    /// <returns>Statistic: t on <paramref name="size"/> − 1 degrees of freedom, positive above the benchmark. Without variance the p-value is 1 for a mean
    /// that equals the benchmark, otherwise 0 with an infinite statistic.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Source: Student (1908), Biometrika 6: 1–25. See docs/methods/mean-test.md.</remarks>
    public static TestResult AgainstValue(double mean, double variance, double size, double benchmark)
    {
        Check(mean, variance, size);
        Require.Finite(benchmark);
        return Result(mean - benchmark, Math.Sqrt(variance / size), size - 1);
    }

    // A difference of 0 is decided first: without variance it is 0/0.
    static TestResult Result(double difference, double standardError, double freedom)
    {
        if (difference == 0)
        {
            return new TestResult(0, 1);
        }

        var t = difference / standardError;
        return new TestResult(t, double.IsInfinity(t) ? 0 : Probability.StudentTTwoSided(t, freedom));
    }

    static void Check(double mean, double variance, double size)
    {
        Require.Finite(mean);
        Require.InRange(variance, 0, double.MaxValue);
        if (!(size > 1 && double.IsFinite(size)))
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "Expected more than one answer.");
        }
    }
}
