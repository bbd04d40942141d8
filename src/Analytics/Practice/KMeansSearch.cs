using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>k-means in double precision with a few starts: for the thousands of tables without structure, samples and left-out units that a study compares itself with.</summary>
static class KMeansSearch
{
    /// <summary>The best of some starts.</summary>
    /// <param name="rows">Distinct rows; there are no more clusters than them.</param>
    /// <param name="clusters">Clusters wanted, at least 1.</param>
    /// <param name="starts">Number of starts, at least 1.</param>
    /// <param name="random">Draws the starts.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static KMeansRefinement Best(DistinctRows rows, int clusters, int starts, RandomStream random, CancellationToken cancellation)
    {
        KMeansRefinement? best = null;
        for (var start = 0; start < starts; start++)
        {
            var fit = KMeansRefinement.From(rows, KMeansStart.PlusPlus(rows, Math.Min(clusters, rows.Count), random), cancellation);
            best = best is null || fit.Inertia < best.Inertia ? fit : best;
        }

        return best!;
    }
}
