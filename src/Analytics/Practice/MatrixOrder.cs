using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>Orders of the rows and columns of a matrix in which neighbours are alike.</summary>
static class MatrixOrder
{
    // The time of the optimal order grows with the third power.
    const int MostOrdered = 600;

    /// <summary>An order of the units.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="labels">Clusters to keep together, or one label for all.</param>
    public static IReadOnlyList<int> OfUnits(StudyRows rows, IReadOnlyList<int> labels)
    {
        if (rows.Units.Length <= MostOrdered)
        {
            return Of(rows.Values, rows.IsBinary, labels);
        }

        // Too many for the tree: clusters in their order, and in each the units with most first.
        return [.. Enumerable.Range(0, labels.Count).OrderBy(unit => labels[unit]).ThenByDescending(unit => rows.Values[unit].Sum())];
    }

    /// <summary>An order of the features.</summary>
    public static IReadOnlyList<int> OfFeatures(StudyRows rows)
    {
        double[][] columns = [.. rows.Features.Select((_, feature) => rows.Values.Select(row => row[feature]).ToArray())];
        return Of(columns, rows.IsBinary, new int[columns.Length]);
    }

    static IReadOnlyList<int> Of(double[][] rows, bool isBinary, IReadOnlyList<int> labels)
    {
        if (rows.Length == 0 || rows[0].Length == 0)
        {
            return [.. Enumerable.Range(0, rows.Length)];
        }

        var distances = DistanceMatrix.Of(rows, isBinary ? RowDistance.Jaccard : RowDistance.Euclidean);
        var apart = Apart(distances, labels);

        // Average linkage chains where there are no groups, Ward's makes groups of equal size: the one whose order costs less is shown.
        return new[] { Linkage.Ward, Linkage.Average }.Select(linkage => LeafOrder.Of(Agglomeration.Of(apart, linkage), distances)).MinBy(order => LeafOrder.Cost(order, distances))!;
    }

    /// <summary>Distances of units in different clusters made so large that each cluster is one branch of the tree.</summary>
    static DistanceMatrix Apart(DistanceMatrix distances, IReadOnlyList<int> labels)
    {
        var pairs = Enumerable.Range(0, distances.Count).SelectMany(i => Enumerable.Range(i + 1, distances.Count - i - 1).Select(j => (i, j))).ToArray();
        var far = 10.0 * distances.Count * (1 + pairs.Select(pair => distances[pair.i, pair.j]).DefaultIfEmpty().Max());
        return new DistanceMatrix([.. pairs.Select(pair => distances[pair.i, pair.j] + (labels[pair.i] == labels[pair.j] ? 0 : far))]);
    }
}
