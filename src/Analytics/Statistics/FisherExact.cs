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

        // Likelihoods relative to the mode: no factorials, so no rounding that grows with the counts. They fall on both sides of it, so that summing from the ends inwards adds the small ones first.
        var above = Falling(highest - mode, step => (exposed - mode - step + 1.0) / (mode + step) * ((cases - mode - step + 1.0) / (total - exposed - cases + mode + step)));
        var below = Falling(mode - lowest, step => (mode - step + 1.0) / (exposed - mode + step) * ((total - exposed - cases + mode - step + 1.0) / (cases - mode + step)));
        var observed = table.ExposedCases - mode;
        var side = observed < 0 ? below : above;
        var likelihood = observed == 0 ? 1 : Math.Abs(observed) <= side.Count ? side[(int)Math.Abs(observed) - 1] : 0;
        var line = likelihood * Tie;
        return Math.Min(1, (Sum(above, line) + Sum(below, line) + (line >= 1 ? 1 : 0)) / (Sum(above, double.PositiveInfinity) + Sum(below, double.PositiveInfinity) + 1));
    }

    /// <summary>Likelihoods of the tables on one side of the mode, from the nearest, until they are too small to be told from 0.</summary>
    static List<double> Falling(long most, Func<long, double> ratio)
    {
        var likelihoods = new List<double>();
        var likelihood = 1.0;
        for (var step = 1L; step <= most && likelihood > 0; step++)
        {
            likelihoods.Add(likelihood *= ratio(step));
        }

        return likelihoods;
    }

    static double Sum(List<double> falling, double line)
    {
        var sum = 0.0;
        for (var i = falling.Count - 1; i >= 0 && falling[i] <= line; i--)
        {
            sum += falling[i];
        }

        return sum;
    }
}
