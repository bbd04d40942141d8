namespace Analytics.Statistics;

/// <summary>Rows and their clusters, checked once: the input of every measure of a partition.</summary>
sealed class LabelledRows
{
    LabelledRows(IReadOnlyList<double[]> rows, int[] clusters, int count)
    {
        Rows = rows;
        Clusters = clusters;
        Count = count;
        Sizes = new int[count];
        foreach (var cluster in clusters)
        {
            Sizes[cluster]++;
        }
    }

    /// <summary>The rows, all of one length, finite.</summary>
    public IReadOnlyList<double[]> Rows { get; }

    /// <summary>The cluster of each row, numbered from 0 in ascending order of the labels given.</summary>
    public int[] Clusters { get; }

    /// <summary>Number of clusters.</summary>
    public int Count { get; }

    /// <summary>Rows in each cluster, at least 1.</summary>
    public int[] Sizes { get; }

    /// <summary>Checks rows and labels.</summary>
    /// <exception cref="ArgumentException">There are no rows, rows have different lengths, or there is not one label for each row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    public static LabelledRows Of(IReadOnlyList<double[]> rows, IReadOnlyList<int> labels)
    {
        CheckRows(rows);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count != rows.Count)
        {
            throw new ArgumentException($"Expected one label for each row, found {labels.Count} labels and {rows.Count} rows.", nameof(labels));
        }

        int[] distinct = [.. labels.Distinct().Order()];
        return new LabelledRows(rows, [.. labels.Select(label => Array.BinarySearch(distinct, label))], distinct.Length);
    }

    /// <summary>Checks rows and labels, and that there are clusters to compare.</summary>
    /// <exception cref="ArgumentException">As <see cref="Of"/>, or there are fewer than two clusters or as many as rows.</exception>
    public static LabelledRows Compared(IReadOnlyList<double[]> rows, IReadOnlyList<int> labels)
    {
        var labelled = Of(rows, labels);
        if (labelled.Count < 2 || labelled.Count >= rows.Count)
        {
            throw new ArgumentException($"Expected at least two clusters and more rows than clusters, found {labelled.Count} clusters and {rows.Count} rows.", nameof(labels));
        }

        return labelled;
    }

    /// <summary>Refuses rows that are not a table of finite numbers.</summary>
    public static void CheckRows(IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
        {
            throw new ArgumentException("Expected at least one row.", nameof(rows));
        }

        foreach (var row in rows)
        {
            ArgumentNullException.ThrowIfNull(row, nameof(rows));
            if (row.Length != rows[0].Length)
            {
                throw new ArgumentException($"Expected rows of one length, found {rows[0].Length} and {row.Length} values.", nameof(rows));
            }

            foreach (var value in row)
            {
                Require.Finite(value, nameof(rows));
            }
        }
    }

    /// <summary>The mean of the rows of each cluster.</summary>
    public double[][] Centres()
    {
        var centres = new double[Count][];
        for (var cluster = 0; cluster < Count; cluster++)
        {
            centres[cluster] = new double[Rows[0].Length];
        }

        for (var i = 0; i < Rows.Count; i++)
        {
            var centre = centres[Clusters[i]];
            for (var j = 0; j < centre.Length; j++)
            {
                centre[j] += Rows[i][j];
            }
        }

        for (var cluster = 0; cluster < Count; cluster++)
        {
            for (var j = 0; j < centres[cluster].Length; j++)
            {
                centres[cluster][j] /= Sizes[cluster];
            }
        }

        return centres;
    }
}
