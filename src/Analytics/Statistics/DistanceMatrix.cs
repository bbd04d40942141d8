namespace Analytics.Statistics;

/// <summary>The distance of every pair of units.</summary>
public sealed class DistanceMatrix
{
    readonly double[] _condensed;

    /// <param name="condensed">The distances of 0–1, 0–2, …, 0–(n−1), 1–2, …: the condensed form of scipy and R's dist, finite and at least 0.</param>
    /// <exception cref="ArgumentException">The number of distances is not n(n − 1)/2 of any whole n.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A distance is negative or not finite.</exception>
    public DistanceMatrix(IReadOnlyList<double> condensed)
    {
        ArgumentNullException.ThrowIfNull(condensed);
        Count = (int)((1 + Math.Sqrt(1 + (8.0 * condensed.Count))) / 2);
        if ((long)Count * (Count - 1) / 2 != condensed.Count)
        {
            throw new ArgumentException($"Expected n(n − 1)/2 distances, found {condensed.Count}.", nameof(condensed));
        }

        foreach (var distance in condensed)
        {
            Require.InRange(distance, 0, double.MaxValue, nameof(condensed));
        }

        _condensed = [.. condensed];
    }

    /// <summary>Number of units, at least 1.</summary>
    public int Count { get; }

    /// <summary>The distance of two units, each in [0, Count); 0 of a unit to itself.</summary>
    public double this[int first, int second] => first == second ? 0 : _condensed[first < second ? Place(first, second) : Place(second, first)];

    /// <summary>The distances of all rows of a table.</summary>
    /// <param name="rows">One row per unit, all of one length, finite; 0 and 1 only where the distance is Jaccard's. At most 46,000.</param>
    /// <param name="distance">The distance of two rows.</param>
    /// <exception cref="ArgumentException">There are no rows, or rows have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or neither 0 nor 1 where the distance is Jaccard's.</exception>
    public static DistanceMatrix Of(IReadOnlyList<double[]> rows, RowDistance distance)
    {
        LabelledRows.CheckRows(rows);
        var distances = new RowDistances(rows, distance);
        var condensed = new double[checked(rows.Count * (rows.Count - 1) / 2)];
        var place = 0;
        for (var first = 0; first < rows.Count; first++)
        {
            for (var second = first + 1; second < rows.Count; second++)
            {
                condensed[place++] = distances.Between(first, second);
            }
        }

        return new DistanceMatrix(condensed);
    }

    int Place(int first, int second) => (int)(((long)first * Count) - ((long)first * (first + 1) / 2) + second - first - 1);
}
