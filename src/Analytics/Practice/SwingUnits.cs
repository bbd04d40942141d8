using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>Units that change cluster when one unit is left out.</summary>
static class SwingUnits
{
    /// <summary>The swing units of one partition.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="fit">The partition.</param>
    /// <param name="starts">New starts besides the centres of the partition.</param>
    /// <param name="leftOut">The unit left out.</param>
    /// <param name="random">Draws the starts.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IEnumerable<int> Without(int leftOut, double[][] rows, KMeansFit fit, int starts, RandomStream random, CancellationToken cancellation)
    {
        int[] units = [.. Enumerable.Range(0, rows.Length).Where(unit => unit != leftOut)];
        var distinct = DistinctRows.Of([.. units.Select(unit => rows[unit])]);
        var clusters = fit.Centres.Count;
        var best = KMeansSearch.Best(distinct, clusters, starts, random, cancellation);
        if (distinct.Count >= clusters)
        {
            var centres = new double[clusters * distinct.Stride];
            for (var cluster = 0; cluster < clusters; cluster++)
            {
                fit.Centres[cluster].CopyTo(centres, cluster * distinct.Stride);
            }

            var near = KMeansRefinement.From(distinct, centres, cancellation);
            best = near.Inertia <= best.Inertia * (1 + 1e-9) ? near : best;
        }

        var again = distinct.Places.Select(place => best.Labels[place]).ToArray();
        var same = again.Distinct().ToDictionary(cluster => cluster, cluster => MostAlike(cluster, again, units, fit));
        return units.Where((unit, i) => same[again[i]] != fit.Labels[unit]);
    }

    static int MostAlike(int cluster, int[] again, int[] units, KMeansFit fit)
    {
        var both = new int[fit.Centres.Count];
        var sizes = new int[fit.Centres.Count];
        var size = 0;
        for (var i = 0; i < units.Length; i++)
        {
            sizes[fit.Labels[units[i]]]++;
            if (again[i] == cluster)
            {
                both[fit.Labels[units[i]]]++;
                size++;
            }
        }

        return Enumerable.Range(0, both.Length).MaxBy(label => (double)both[label] / (sizes[label] + size - both[label]));
    }
}
