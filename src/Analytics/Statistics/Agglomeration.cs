namespace Analytics.Statistics;

/// <summary>A tree of units: the two closest groups are joined until one is left.</summary>
public static class Agglomeration
{
    /// <summary>Joins the closest groups, step by step.</summary>
    /// <param name="distances">The distance of every pair of units; for Ward's linkage Euclidean distances, not squared.</param>
    /// <param name="linkage">The distance of two groups.</param>
    /// <returns>n − 1 merges in ascending height, as scipy's linkage; none for one unit.</returns>
    /// <remarks>Time grows with the square of the number of units. Of equal distances the first unit's counts. Source: Müllner (2011), arXiv:1109.2378 (nearest-neighbour chain).
    /// See docs/methods/agglomeration.md.</remarks>
    public static IReadOnlyList<Merge> Of(DistanceMatrix distances, Linkage linkage)
    {
        ArgumentNullException.ThrowIfNull(distances);
        var count = distances.Count;
        var between = new double[count][];
        for (var i = 0; i < count; i++)
        {
            between[i] = new double[count];
            for (var j = 0; j < count; j++)
            {
                between[i][j] = distances[i, j];
            }
        }

        var sizes = Enumerable.Repeat(1, count).ToArray();
        var joined = new List<(int First, int Second, double Height)>(count - 1);
        var chain = new Stack<int>();
        while (joined.Count < count - 1)
        {
            if (chain.Count == 0)
            {
                chain.Push(Array.FindIndex(sizes, size => size > 0));
            }

            var last = chain.Pop();
            var before = chain.TryPeek(out var previous) ? previous : -1;
            var nearest = Nearest(between[last], sizes, last, before);
            if (nearest != before)
            {
                chain.Push(last);
                chain.Push(nearest);
                continue;
            }

            chain.Pop();
            joined.Add((last, nearest, between[last][nearest]));
            Join(between, sizes, Math.Min(last, nearest), Math.Max(last, nearest), linkage);
        }

        return Numbered(joined, count);
    }

    // The group the chain came from is preferred among equals: otherwise the chain could run in circles.
    static int Nearest(double[] row, int[] sizes, int from, int before)
    {
        var nearest = before;
        var lowest = before < 0 ? double.PositiveInfinity : row[before];
        for (var i = 0; i < row.Length; i++)
        {
            if (sizes[i] > 0 && i != from && row[i] < lowest)
            {
                (nearest, lowest) = (i, row[i]);
            }
        }

        return nearest;
    }

    /// <summary>The second group takes in the first: Lance and Williams's recurrences.</summary>
    static void Join(double[][] between, int[] sizes, int first, int second, Linkage linkage)
    {
        double a = sizes[first], b = sizes[second], height = between[first][second];
        (sizes[second], sizes[first]) = (sizes[first] + sizes[second], 0);
        for (var i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] == 0 || i == second)
            {
                continue;
            }

            double other = sizes[i], x = between[first][i], y = between[second][i];
            between[second][i] = between[i][second] = linkage == Linkage.Average
                ? ((a * x) + (b * y)) / (a + b)
                : Math.Sqrt(Math.Max(0, ((a + other) * x * x) + ((b + other) * y * y) - (other * height * height)) / (a + b + other));
        }
    }

    static Merge[] Numbered(List<(int First, int Second, double Height)> joined, int count)
    {
        var group = Enumerable.Range(0, (2 * count) - 1).ToArray();
        var sizes = Enumerable.Repeat(1, (2 * count) - 1).ToArray();
        var merges = new List<Merge>(joined.Count);
        foreach (var (first, second, height) in joined.OrderBy(merge => merge.Height))
        {
            var (one, two) = (Top(group, first), Top(group, second));
            var next = count + merges.Count;
            group[one] = group[two] = next;
            sizes[next] = sizes[one] + sizes[two];
            merges.Add(new Merge(Math.Min(one, two), Math.Max(one, two), height, sizes[next]));
        }

        return [.. merges];
    }

    static int Top(int[] group, int unit)
    {
        while (group[unit] != unit)
        {
            group[unit] = group[group[unit]];
            unit = group[unit];
        }

        return unit;
    }
}
