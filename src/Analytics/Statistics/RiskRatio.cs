namespace Analytics.Statistics;

/// <summary>How many times as common an outcome is among the exposed as among others.</summary>
public static class RiskRatio
{
    /// <summary>Risk ratio of a fourfold table with its log-Wald interval.</summary>
    /// <param name="table">The four counts, each at least 0.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>The ratio, above 0, and both bounds. With a cell of 0, ½ is added to every cell first, and the result says so. Null where nobody is exposed,
    /// everybody is, nobody has the outcome or everybody has it: there is then nothing to compare.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or the level is outside its range.</exception>
    /// <remarks>Source: Katz et al. (1978), Biometrics 34: 469–474; Haldane (1956), Ann. Hum. Genet. 20: 309–311. See docs/methods/risk-ratio.md.</remarks>
    public static AssociationEstimate? Of(FourfoldTable table, double confidence = 0.95)
    {
        var tail = Confidence.Tail(confidence);
        if (table.Checked().HasEmptyMargin)
        {
            return null;
        }

        // 1/a − 1/(a + b), without the difference.
        var (a, b, c, d) = table.Corrected();
        var variance = (b / (a * (a + b))) + (d / (c * (c + d)));
        return AssociationEstimate.OfRatio(a / (a + b) / (c / (c + d)), variance, tail, table.HasEmptyCell);
    }

    /// <summary>Risk ratio of four counts with its log-Wald interval.</summary>
    /// <param name="exposedCases">Exposed people with the outcome, at least 0.</param>
    /// <param name="exposedOthers">Exposed people without the outcome, at least 0.</param>
    /// <param name="unexposedCases">People not exposed, with the outcome, at least 0.</param>
    /// <param name="unexposedOthers">People not exposed, without the outcome, at least 0.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>As for the table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or the level is outside its range.</exception>
    /// <remarks>Source: as for the table. See docs/methods/risk-ratio.md.</remarks>
    public static AssociationEstimate? Of(long exposedCases, long exposedOthers, long unexposedCases, long unexposedOthers, double confidence = 0.95) =>
        Of(new FourfoldTable(exposedCases, exposedOthers, unexposedCases, unexposedOthers), confidence);
}
