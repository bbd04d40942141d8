using Analytics.Statistics;
using Microsoft.Data.Analysis;

namespace Analytics.Practice;

/// <summary>k-means by ML.NET's trainer, made reproducible and good.</summary>
public static class KMeans
{
    /// <summary>Parts rows into clusters so that squared distances to the cluster means are small.</summary>
    /// <param name="rows">One row per unit, all of one length, finite; not scaled here.</param>
    /// <param name="clusters">Clusters wanted: at least 1 and no more than there are distinct rows.</param>
    /// <param name="options">How to search; null for the defaults.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>The best partition found: the same bits for any order of the rows and any number of cores, but for the numbering of clusters of equal size.</returns>
    /// <exception cref="ArgumentException">There are no rows, or rows have different lengths or no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or the number of clusters or starts is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    /// <remarks>Each start of the trainer is refined in double precision. See docs/methods/k-means.md.</remarks>
    public static KMeansFit Fit(IReadOnlyList<double[]> rows, int clusters, KMeansOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new KMeansOptions();
        LabelledRows.CheckRows(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Restarts ?? 1, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDegreeOfParallelism, 1, nameof(options));
        if (rows[0].Length == 0)
        {
            throw new ArgumentException("Expected at least one value in each row.", nameof(rows));
        }

        var distinct = DistinctRows.Of(rows);
        if (clusters < 1 || clusters > distinct.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(clusters), clusters, $"Expected 1 to {distinct.Count} clusters: there are {distinct.Count} distinct rows.");
        }

        var (best, starts, found) = new KMeansRestarts(distinct, clusters, options).Search(cancellation);
        return Numbered(best, distinct, starts, found);
    }

    /// <summary>Parts the rows of a data frame into clusters.</summary>
    /// <param name="frame">Columns of real numbers, without missing values: one row per unit, one column per feature.</param>
    /// <param name="clusters">As for rows.</param>
    /// <param name="options">As for rows.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>The fit of the rows of the frame.</returns>
    /// <exception cref="ArgumentException">A column is not of real numbers or has missing values, or as for rows.</exception>
    /// <remarks>See docs/methods/k-means.md.</remarks>
    public static KMeansFit Fit(DataFrame frame, int clusters, KMeansOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        double[][] columns = [.. frame.Columns.Select(Values)];
        double[][] rows = [.. Enumerable.Range(0, checked((int)frame.Rows.Count)).Select(row => columns.Select(column => column[row]).ToArray())];
        return Fit(rows, clusters, options, cancellation);
    }

    static double[] Values(DataFrameColumn column) => column switch
    {
        SingleDataFrameColumn { NullCount: 0 } singles => [.. singles.Select(value => (double)value!.Value)],
        DoubleDataFrameColumn { NullCount: 0 } doubles => [.. doubles.Select(value => value!.Value)],
        _ => throw new ArgumentException($"Expected real numbers without missing values in column '{column.Name}'.", nameof(column)),
    };

    static KMeansFit Numbered(KMeansRefinement best, DistinctRows distinct, int starts, int found)
    {
        int[] raw = [.. distinct.Places.Select(place => best.Labels[place])];
        var numbers = Numbers(raw);
        var centres = new double[best.Clusters][];
        for (var cluster = 0; cluster < best.Clusters; cluster++)
        {
            centres[numbers[cluster]] = best.Mean(cluster);
        }

        return new KMeansFit([.. raw.Select(label => numbers[label])], centres, best.Inertia, starts, found);
    }

    /// <summary>The new number of each cluster: by size, then by first member.</summary>
    static Dictionary<int, int> Numbers(int[] labels) =>
        labels.Index().GroupBy(unit => unit.Item).OrderByDescending(group => group.Count()).ThenBy(group => group.First().Index)
            .Select((group, number) => (group.Key, number)).ToDictionary(pair => pair.Key, pair => pair.number);
}
