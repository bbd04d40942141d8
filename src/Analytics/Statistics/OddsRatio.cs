namespace Analytics.Statistics;

/// <summary>How many times the odds of an outcome among others its odds among the exposed are.</summary>
public static class OddsRatio
{
    /// <summary>Odds ratio of a fourfold table (the cross-product ratio) with its log-Wald interval.</summary>
    /// <param name="table">The four counts, each at least 0.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>The ratio, above 0, and both bounds. With a cell of 0, ½ is added to every cell first, and the result says so. Null where nobody is exposed,
    /// everybody is, nobody has the outcome or everybody has it: there is then nothing to compare.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or the level is outside its range.</exception>
    /// <remarks>Source: Woolf (1955), Ann. Hum. Genet. 19: 251–253; Haldane (1956), Ann. Hum. Genet. 20: 309–311. See docs/methods/odds-ratio.md.</remarks>
    public static AssociationEstimate? Of(FourfoldTable table, double confidence = 0.95)
    {
        var tail = Confidence.Tail(confidence);
        if (table.Checked().HasEmptyMargin)
        {
            return null;
        }

        var (a, b, c, d) = table.Corrected();
        return AssociationEstimate.OfRatio(a / b / (c / d), (1 / a) + (1 / b) + (1 / c) + (1 / d), tail, table.HasEmptyCell);
    }

    /// <summary>Odds ratio of four counts with its log-Wald interval.</summary>
    /// <param name="exposedCases">Exposed people with the outcome, at least 0.</param>
    /// <param name="exposedOthers">Exposed people without the outcome, at least 0.</param>
    /// <param name="unexposedCases">People not exposed, with the outcome, at least 0.</param>
    /// <param name="unexposedOthers">People not exposed, without the outcome, at least 0.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>As for the table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or the level is outside its range.</exception>
    /// <remarks>Source: as for the table. See docs/methods/odds-ratio.md.</remarks>
    public static AssociationEstimate? Of(long exposedCases, long exposedOthers, long unexposedCases, long unexposedOthers, double confidence = 0.95) =>
        Of(new FourfoldTable(exposedCases, exposedOthers, unexposedCases, unexposedOthers), confidence);
}
