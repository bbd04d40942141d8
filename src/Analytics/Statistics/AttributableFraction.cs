namespace Analytics.Statistics;

/// <summary>How large a part of an outcome goes with an exposure.</summary>
public static class AttributableFraction
{
    /// <summary>Population attributable fraction by Miettinen's formula: the share of all cases that would not be there if the exposed had the risk of others.</summary>
    /// <param name="table">The four counts of a cross-section of the population, each at least 0.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>A fraction, at most 1 and negative where the exposed have the lower risk, with the delta-method interval of log(1 − fraction). With a cell of 0,
    /// ½ is added to every cell first, and the result says so. Null where nobody is exposed, everybody is, nobody has the outcome or everybody has it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or the level is outside its range.</exception>
    /// <remarks>Source: Miettinen (1974), Am. J. Epidemiol. 99: 325–332; Walter (1976), Biometrics 32: 829–849. See docs/methods/attributable-fraction.md.</remarks>
    public static AssociationEstimate? Population(FourfoldTable table, double confidence = 0.95)
    {
        var tail = Confidence.Tail(confidence);
        if (table.Checked().HasEmptyMargin)
        {
            return null;
        }

        var (a, b, c, d) = table.Corrected();
        var (cases, unexposed) = (a + c, c + d);
        var size = cases + b + d;

        // Whole numbers as far as they go: ad − bc loses its digits where the risks are nearly alike.
        var excess = table.HasEmptyCell
            ? (a * d) - (b * c)
            : (double)(((Int128)table.ExposedCases * table.UnexposedOthers) - ((Int128)table.ExposedOthers * table.UnexposedCases));
        var value = excess / unexposed / cases;

        // (b + value·(a + d))/(size·c) with everything on one fraction line, so that no term is negative.
        var variance = ((b * c / cases * (c / unexposed)) + (a / cases * (d / unexposed) * (a + b + d))) / size / c;
        var half = Quantile.Normal(tail) * Math.Sqrt(variance);
        var rest = size / cases * (c / unexposed);

        // 1 − rest·exp(±half), less what cancels near 0.
        var (lower, upper) = (value - (rest * Elementary.ExpMinusOne(half)), value - (rest * Elementary.ExpMinusOne(-half)));
        return new AssociationEstimate(value, new Interval(Math.Min(value, lower), Math.Max(value, upper)), table.HasEmptyCell);
    }
}
