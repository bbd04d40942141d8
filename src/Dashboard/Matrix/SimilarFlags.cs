using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Statistics;

namespace Dashboard.Matrix;

/// <summary>The order in which municipalities that differ from their benchmark in the same factors, and in the same direction, stand beside each other.</summary>
static class SimilarFlags
{
    /// <summary>Orders municipalities by the leaf order of their tree.</summary>
    /// <param name="columns">The cells of each municipality, one per factor; at least one municipality, by name.</param>
    /// <returns>Their places, from left to right; the same for the same cells.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<IReadOnlyList<RugCell>> columns)
    {
        if (columns[0].Count == 0)
        {
            return [.. Enumerable.Range(0, columns.Count)];
        }

        var distances = DistanceMatrix.Of([.. columns.Select(x => x.Select(Mark).ToArray())], RowDistance.Euclidean);
        return LeafOrder.Of(Agglomeration.Of(distances, Linkage.Average), distances);
    }

    // A difference that is certain at 95 % only counts half; what is not known counts as no difference.
    static double Mark(RugCell cell) => cell switch
    {
        { IsFlagged: true, Comparison.Verdict: var verdict } => Side(verdict),
        { Hint: { } hint } => Side(hint) / 2,
        _ => 0,
    };

    static double Side(Verdict verdict) => verdict is Verdict.Better or Verdict.Higher ? 1 : -1;
}
