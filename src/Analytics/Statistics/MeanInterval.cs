namespace Analytics.Statistics;

/// <summary>Confidence intervals of a mean.</summary>
public static class MeanInterval
{
    /// <summary>Student's t interval of a mean with <paramref name="size"/> − 1 degrees of freedom.</summary>
    /// <param name="mean">The mean, in the value's unit.</param>
    /// <param name="variance">Sample variance (divisor n − 1), in the unit squared, at least 0.</param>
    /// <param name="size">Number of answers, or Kish's effective size of weighted answers; above 1.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>Both bounds in the value's unit, symmetric about the mean; infinite where an effective size just above 1 leaves no information.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range: one answer has no interval.</exception>
    /// <remarks>Source: Student (1908), Biometrika 6: 1–25. See docs/methods/student-t.md.</remarks>
    public static Interval StudentT(double mean, double variance, double size, double confidence = 0.95)
    {
        Require.Finite(mean);
        Require.InRange(variance, 0, double.MaxValue);
        if (!(size > 1 && double.IsFinite(size)))
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "Expected more than one answer.");
        }

        var tail = Confidence.Tail(confidence);
        var half = variance == 0 ? 0 : Quantile.StudentT(size - 1, tail) * Math.Sqrt(variance / size);
        return new Interval(mean - half, mean + half);
    }
}
