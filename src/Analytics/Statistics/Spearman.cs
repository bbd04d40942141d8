namespace Analytics.Statistics;

/// <summary>Rank correlation.</summary>
public static class Spearman
{
    /// <summary>Spearman's rank correlation: Pearson's correlation of the mid-ranks.</summary>
    /// <param name="x">One value per unit, finite; at least two.</param>
    /// <param name="y">The other value of each unit, finite.</param>
    /// <returns>ρ in [−1, 1], or null when one side is constant. The same bits for any order of the units.</returns>
    /// <exception cref="ArgumentException">The lists are of unequal length or hold fewer than two values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    /// <remarks>Source: Spearman (1904), American Journal of Psychology 15: 72–101. See docs/methods/spearman.md.</remarks>
    public static double? Correlation(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count || x.Count < 2)
        {
            throw new ArgumentException($"Expected two lists of equal length with at least two values, found {x.Count} and {y.Count}.", nameof(y));
        }

        var (first, second) = (Deviations(x, nameof(x)), Deviations(y, nameof(y)));
        var (squares, others, products) = (Int128.Zero, Int128.Zero, Int128.Zero);
        for (var i = 0; i < first.Length; i++)
        {
            squares += (Int128)first[i] * first[i];
            others += (Int128)second[i] * second[i];
            products += (Int128)first[i] * second[i];
        }

        return squares == 0 || others == 0 ? null : Math.Clamp((double)products / Math.Sqrt((double)squares) / Math.Sqrt((double)others), -1, 1);
    }

    /// <summary>Twice the mid-rank less its mean: whole numbers, so that sums are exact.</summary>
    static long[] Deviations(IReadOnlyList<double> values, string name)
    {
        var order = new int[values.Count];
        for (var i = 0; i < order.Length; i++)
        {
            Require.Finite(values[i], name);
            order[i] = i;
        }

        Array.Sort(order, (a, b) => values[a].CompareTo(values[b]));
        var deviations = new long[order.Length];
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && values[order[to]] == values[order[from]])
            {
                to++;
            }

            for (var i = from; i < to; i++)
            {
                deviations[order[i]] = (long)from + to - order.Length;
            }

            from = to;
        }

        return deviations;
    }
}
