namespace Analytics.Statistics;

/// <summary>Fisher's exact test of a fourfold table.</summary>
public static class FisherExact
{
    // R's fisher.test counts tables that are as likely as the observed one within this relative error.
    const double Tie = 1 + 1e-7;

    /// <summary>The probability, with all margins fixed and no association, of a table no more likely than the observed one.</summary>
    /// <param name="table">The counts, each at least 0; people or other units.</param>
    /// <returns>Two-sided p-value in [0, 1]; 1 where a margin is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <remarks>Time grows with the smallest margin. Source: Fisher (1935), J. R. Stat. Soc. 98: 39–82; two-sided as R's fisher.test. See docs/methods/fisher-exact.md.</remarks>
    public static double Test(FourfoldTable table)
    {
        table = table.Checked();
        var exposed = table.ExposedCases + table.ExposedOthers;
        var cases = table.ExposedCases + table.UnexposedCases;
        var total = exposed + table.UnexposedCases + table.UnexposedOthers;
        var lowest = Math.Max(0, exposed + cases - total);
        var highest = Math.Min(exposed, cases);
        var mode = Math.Clamp((long)((exposed + 1.0) * (cases + 1.0) / (total + 2.0)), lowest, highest);

        // Likelihoods relative to the mode: no factorials, so no rounding that grows with the counts.
        var relative = new double[highest - lowest + 1];
        relative[mode - lowest] = 1;
        for (var x = mode; x < highest; x++)
        {
            relative[x + 1 - lowest] = relative[x - lowest] * ((exposed - x) / (x + 1.0)) * ((cases - x) / (total - exposed - cases + x + 1.0));
        }

        for (var x = mode; x > lowest; x--)
        {
            relative[x - 1 - lowest] = relative[x - lowest] * (x / (exposed - x + 1.0)) * ((total - exposed - cases + x) / (cases - x + 1.0));
        }

        var line = relative[table.ExposedCases - lowest] * Tie;
        return Math.Min(1, relative.Where(x => x <= line).Order().Sum() / relative.Order().Sum());
    }
}
