namespace Analytics.Statistics;

/// <summary>How many clusters: the inertia compared with that of tables without structure.</summary>
public static class GapStatistic
{
    /// <summary>The gap of one number of clusters.</summary>
    /// <param name="inertia">Inertia of the table, above 0.</param>
    /// <param name="nullInertias">Inertia of each table without structure with as many clusters, above 0; at least one.</param>
    /// <returns>The gap in natural logarithms, and its error s = √(1 + 1/B) · standard deviation (divisor B).</returns>
    /// <exception cref="ArgumentException">There are no tables without structure.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An inertia is not a finite number above 0.</exception>
    /// <remarks>Source: Tibshirani, Walther &amp; Hastie (2001), J. R. Stat. Soc. B 63: 411–423. See docs/methods/gap-statistic.md.</remarks>
    public static GapEstimate Of(double inertia, IReadOnlyList<double> nullInertias)
    {
        ArgumentNullException.ThrowIfNull(nullInertias);
        Require.Positive(inertia);
        if (nullInertias.Count == 0)
        {
            throw new ArgumentException("Expected the inertia of at least one table without structure.", nameof(nullInertias));
        }

        foreach (var value in nullInertias)
        {
            Require.Positive(value, nameof(nullInertias));
        }

        double[] logarithms = [.. nullInertias.Select(x => Math.Log(x))];
        var mean = logarithms.Average();
        var variance = logarithms.Select(x => (x - mean) * (x - mean)).Average();
        return new GapEstimate(mean - Math.Log(inertia), Math.Sqrt(variance * (1 + (1.0 / logarithms.Length))));
    }

    /// <summary>The first number of clusters whose gap is no less than the next one's less its error.</summary>
    /// <param name="gaps">Gaps of ascending numbers of clusters; at least one.</param>
    /// <returns>Index into <paramref name="gaps"/>; the last where none qualifies.</returns>
    /// <exception cref="ArgumentException">There are no gaps.</exception>
    /// <remarks>Source: Tibshirani, Walther &amp; Hastie (2001), step 3 of §3; cluster::maxSE calls it Tibs2001SEmax. See docs/methods/gap-statistic.md.</remarks>
    public static int Choose(IReadOnlyList<GapEstimate> gaps)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        if (gaps.Count == 0)
        {
            throw new ArgumentException("Expected at least one gap.", nameof(gaps));
        }

        for (var i = 0; i + 1 < gaps.Count; i++)
        {
            if (gaps[i].Gap >= gaps[i + 1].Gap - gaps[i + 1].Error)
            {
                return i;
            }
        }

        return gaps.Count - 1;
    }
}
