namespace Analytics.Statistics;

/// <summary>Many tests at once: which findings to flag so that a chosen share of them, on average, is false at most.</summary>
public static class FalseDiscovery
{
    /// <summary>Benjamini–Hochberg adjusted p-values: the smallest rate at which each test would be flagged.</summary>
    /// <param name="pValues">One p-value for each test made, flagged or not, each in [0, 1]; at least one. Not changed.</param>
    /// <returns>The adjusted p-values, each in [0, 1], in the order given; none is below its p-value.</returns>
    /// <exception cref="ArgumentException">There are no p-values, or one is outside its range.</exception>
    /// <remarks>Source: Benjamini &amp; Hochberg (1995), J. R. Stat. Soc. B 57: 289–300. See docs/methods/false-discovery.md.</remarks>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> pValues)
    {
        var sorted = Sorted(pValues);
        var order = Enumerable.Range(0, pValues.Count).ToArray();
        Array.Sort([.. pValues], order);
        var adjusted = new double[sorted.Length];
        var lowest = 1.0;
        for (var i = sorted.Length; i > 0; i--)
        {
            lowest = Math.Min(lowest, Scaled(sorted, i));
            adjusted[order[i - 1]] = lowest;
        }

        return adjusted;
    }

    /// <summary>The largest p-value that is still flagged; a test is flagged exactly where its p-value is not above it.</summary>
    /// <param name="pValues">One p-value for each test made, each in [0, 1]; at least one. Not changed.</param>
    /// <param name="rate">The false discovery rate accepted, a fraction in (0, 1), for example 0.05.</param>
    /// <returns>The p-value, or null where nothing is flagged.</returns>
    /// <exception cref="ArgumentException">There are no p-values, or an argument is outside its range.</exception>
    /// <remarks>Source: Benjamini &amp; Hochberg (1995), J. R. Stat. Soc. B 57: 289–300. See docs/methods/false-discovery.md.</remarks>
    public static double? CriticalValue(IReadOnlyList<double> pValues, double rate)
    {
        if (!(rate is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A false discovery rate is a fraction in (0, 1), for example 0.05.");
        }

        var sorted = Sorted(pValues);
        for (var i = sorted.Length; i > 0; i--)
        {
            if (Scaled(sorted, i) <= rate)
            {
                return sorted[i - 1];
            }
        }

        return null;
    }

    // The expression of R's p.adjust, to the bit, in both functions: they must agree on a p-value that lies on the line.
    static double Scaled(double[] sorted, int rank) => (double)sorted.Length / rank * sorted[rank - 1];

    static double[] Sorted(IReadOnlyList<double> pValues)
    {
        if (pValues.Count == 0)
        {
            throw new ArgumentException("Expected at least one p-value.", nameof(pValues));
        }

        foreach (var pValue in pValues)
        {
            Require.InRange(pValue, 0, 1, nameof(pValues));
        }

        double[] sorted = [.. pValues];
        Array.Sort(sorted);
        return sorted;
    }
}
