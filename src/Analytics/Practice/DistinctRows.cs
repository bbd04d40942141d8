namespace Analytics.Practice;

/// <summary>The distinct rows of a table in ascending order, each with the number of times it occurs: the same for any order of the rows.</summary>
sealed class DistinctRows
{
    readonly double[] _values;
    readonly int _stride;

    DistinctRows(double[] values, int stride, int width, int[] weights, int[] places)
    {
        (_values, _stride, Width, Weights, Places) = (values, stride, width, weights, places);
        Total = weights.Sum();
    }

    /// <summary>Number of distinct rows.</summary>
    public int Count => Weights.Length;

    /// <summary>Number of values in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows, with repeats.</summary>
    public int Total { get; }

    /// <summary>How often each distinct row occurs.</summary>
    public int[] Weights { get; }

    /// <summary>The distinct row of each row of the table.</summary>
    public int[] Places { get; }

    /// <summary>Number of values in a padded row: a multiple of four.</summary>
    public int Stride => _stride;

    /// <summary>One distinct row, padded with zeros.</summary>
    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * _stride, _stride);

    /// <param name="rows">Rows of one length, finite; at least one.</param>
    public static DistinctRows Of(IReadOnlyList<double[]> rows)
    {
        var order = Enumerable.Range(0, rows.Count).ToArray();
        Array.Sort(order, (a, b) => rows[a].AsSpan().SequenceCompareTo(rows[b]));
        var stride = (rows[0].Length + 3) / 4 * 4;
        var places = new int[rows.Count];
        var firsts = new List<int>();
        var weights = new List<int>();
        for (var i = 0; i < order.Length; i++)
        {
            if (i > 0 && rows[order[i]].AsSpan().SequenceEqual(rows[order[i - 1]]))
            {
                weights[^1]++;
            }
            else
            {
                firsts.Add(order[i]);
                weights.Add(1);
            }

            places[order[i]] = firsts.Count - 1;
        }

        var values = new double[firsts.Count * stride];
        for (var i = 0; i < firsts.Count; i++)
        {
            rows[firsts[i]].CopyTo(values, i * stride);
        }

        return new DistinctRows(values, stride, rows[0].Length, [.. weights], places);
    }
}
