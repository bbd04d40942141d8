namespace Analytics.Statistics;

/// <summary>Trend over the last five points of a series.</summary>
public static class FivePointTrend
{
    /// <summary>Number of points a trend is read from.</summary>
    public const int Points = 5;

    const double Level = 0.998;

    /// <summary>Weighted least-squares slope of five values with weights 1/SE², certain when its χ² exceeds the 99.8 % quantile and no single point carries its sign.</summary>
    /// <param name="years">Five years, ascending; gaps are allowed.</param>
    /// <param name="values">The value of each year, in any one unit.</param>
    /// <param name="standardErrors">The standard error of each value, in the same unit, above 0. A share of 0 or 1 has none of its own: take it from the width of its interval.</param>
    /// <returns>Slope per year, χ² on one degree of freedom with its p-value, and the direction. Values that are all equal have slope 0 and no certain change.</returns>
    /// <exception cref="ArgumentException">A list does not hold five points, or years do not ascend.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A year or value is not finite, or a standard error is not a finite number above 0.</exception>
    /// <remarks>Source: Cochran (1954), Biometrics 10: 417–451; Armitage (1955), Biometrics 11: 375–386. See docs/methods/five-point-trend.md.</remarks>
    public static Trend Of(IReadOnlyList<double> years, IReadOnlyList<double> values, IReadOnlyList<double> standardErrors)
    {
        Check(years, values, standardErrors);

        // Relative weights: the smallest standard error may be of any magnitude.
        var smallest = standardErrors.Min();
        var weights = standardErrors.Select(error => smallest / error * (smallest / error)).ToArray();
        var (slope, spread) = Fit(years, values, weights, Points);
        var normal = slope * Math.Sqrt(spread) / smallest;
        var signs = Enumerable.Range(0, Points).Select(left => Math.Sign(Fit(years, values, weights, left).Slope));
        var stable = slope != 0 && signs.All(sign => sign == Math.Sign(slope));
        var certain = stable && Math.Abs(normal) > Quantile.Normal(Confidence.Tail(Level));
        var direction = !certain ? TrendDirection.NoCertainChange : slope > 0 ? TrendDirection.Rising : TrendDirection.Falling;
        return new Trend(slope, normal * normal, Probability.NormalTwoSided(normal), stable, direction);
    }

    // Sums over pairs of points are Σw times the usual sums about the weighted means, and exactly 0 where values are equal.
    static (double Slope, double Spread) Fit(IReadOnlyList<double> years, IReadOnlyList<double> values, double[] weights, int left)
    {
        var (products, squares, sum) = (0.0, 0.0, 0.0);
        for (var i = 0; i < Points; i++)
        {
            sum += i == left ? 0 : weights[i];
            for (var j = 0; j < i; j++)
            {
                if (i != left && j != left)
                {
                    var weight = weights[i] * weights[j] * (years[i] - years[j]);
                    products += weight * (values[i] - values[j]);
                    squares += weight * (years[i] - years[j]);
                }
            }
        }

        return squares == 0 ? (0, 0) : (products / squares, squares / sum);
    }

    static void Check(IReadOnlyList<double> years, IReadOnlyList<double> values, IReadOnlyList<double> standardErrors)
    {
        if (years.Count != Points || values.Count != Points || standardErrors.Count != Points)
        {
            throw new ArgumentException($"Expected five points, found {years.Count} years, {values.Count} values and {standardErrors.Count} standard errors.", nameof(years));
        }

        for (var i = 0; i < Points; i++)
        {
            Require.Finite(years[i], nameof(years));
            Require.Finite(values[i], nameof(values));
            Require.Positive(standardErrors[i], nameof(standardErrors));
            if (i > 0 && years[i] <= years[i - 1])
            {
                throw new ArgumentException(FormattableString.Invariant($"Expected ascending years, found {years[i]} after {years[i - 1]}."), nameof(years));
            }
        }
    }
}
