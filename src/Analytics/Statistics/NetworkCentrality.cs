namespace Analytics.Statistics;

/// <summary>How central the nodes of a network are, by the strengths of their ties.</summary>
public static class NetworkCentrality
{
    // Of a cycle of Jacobi: quadratic at the end, so that few are needed; this many are never reached.
    const int MostSweeps = 100;

    // Two largest eigenvalues closer than this, relative to their size, leave the eigenvector undetermined.
    const double SameEigenvalue = 1e-9;

    /// <summary>Weighted in-degree: the sum of the strengths of the ties to each node.</summary>
    /// <param name="network">The network.</param>
    /// <returns>One sum per node, at least 0, in the unit of the strengths.</returns>
    /// <remarks>Source: Barrat et al. (2004), PNAS 101: 3747–3752. See docs/methods/network-centrality.md.</remarks>
    public static IReadOnlyList<double> InDegree(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. Enumerable.Range(0, network.Count).Select(to => Enumerable.Range(0, network.Count).Sum(from => network.Strength(from, to)))];
    }

    /// <summary>Weighted out-degree: the sum of the strengths of the ties from each node.</summary>
    /// <param name="network">The network.</param>
    /// <returns>One sum per node, at least 0, in the unit of the strengths.</returns>
    /// <remarks>Source: Barrat et al. (2004), PNAS 101: 3747–3752. See docs/methods/network-centrality.md.</remarks>
    public static IReadOnlyList<double> OutDegree(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. Enumerable.Range(0, network.Count).Select(from => Enumerable.Range(0, network.Count).Sum(to => network.Strength(from, to)))];
    }

    /// <summary>Eigenvector centrality of the network without directions, where a pair has the sum of the strengths both ways.</summary>
    /// <param name="network">The network.</param>
    /// <returns>One value per node in [0, 1], the largest being 1; null without ties, and where parts that do not touch share the largest eigenvalue.</returns>
    /// <remarks>Source: Bonacich (1972), Journal of Mathematical Sociology 2: 113–120; scaled as igraph does. See docs/methods/network-centrality.md.</remarks>
    public static IReadOnlyList<double>? Eigenvector(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var count = network.Count;
        var (matrix, vectors) = (new double[count, count], new double[count, count]);
        for (var i = 0; i < count; i++)
        {
            vectors[i, i] = 1;
            for (var j = 0; j < count; j++)
            {
                matrix[i, j] = network.Between(i, j);
            }
        }

        var scale = matrix.Cast<double>().Append(0).Max();
        if (scale == 0)
        {
            return null;
        }

        for (var sweep = 0; sweep < MostSweeps && OffDiagonal(matrix) > 1e-16 * scale; sweep++)
        {
            Sweep(matrix, vectors);
        }

        int[] order = [.. Enumerable.Range(0, count).OrderByDescending(i => matrix[i, i])];
        if (count > 1 && matrix[order[0], order[0]] - matrix[order[1], order[1]] <= SameEigenvalue * matrix[order[0], order[0]])
        {
            return null;
        }

        // The vector of the largest eigenvalue has one sign; rounding leaves traces where it is 0.
        double[] sizes = [.. Enumerable.Range(0, count).Select(i => Math.Abs(vectors[i, order[0]]))];
        var largest = sizes.Max();
        return [.. sizes.Select(x => x <= 1e-14 * largest ? 0 : x / largest)];
    }

    static double OffDiagonal(double[,] matrix)
    {
        var largest = 0.0;
        for (var i = 0; i < matrix.GetLength(0); i++)
        {
            for (var j = 0; j < i; j++)
            {
                largest = Math.Max(largest, Math.Abs(matrix[i, j]));
            }
        }

        return largest;
    }

    /// <summary>One cycle of Jacobi's rotations, each of which makes one pair of symmetric elements 0.</summary>
    static void Sweep(double[,] matrix, double[,] vectors)
    {
        for (var p = 0; p < matrix.GetLength(0); p++)
        {
            for (var q = p + 1; q < matrix.GetLength(0); q++)
            {
                if (matrix[p, q] != 0)
                {
                    var slope = (matrix[q, q] - matrix[p, p]) / (2 * matrix[p, q]);
                    var tangent = Math.CopySign(1, slope) / (Math.Abs(slope) + Math.Sqrt((slope * slope) + 1));
                    var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
                    Rotate(matrix, vectors, p, q, cosine, tangent * cosine);
                }
            }
        }
    }

    static void Rotate(double[,] matrix, double[,] vectors, int p, int q, double cosine, double sine)
    {
        for (var k = 0; k < matrix.GetLength(0); k++)
        {
            (matrix[k, p], matrix[k, q]) = ((cosine * matrix[k, p]) - (sine * matrix[k, q]), (sine * matrix[k, p]) + (cosine * matrix[k, q]));
            (vectors[k, p], vectors[k, q]) = ((cosine * vectors[k, p]) - (sine * vectors[k, q]), (sine * vectors[k, p]) + (cosine * vectors[k, q]));
        }

        for (var k = 0; k < matrix.GetLength(0); k++)
        {
            (matrix[p, k], matrix[q, k]) = ((cosine * matrix[p, k]) - (sine * matrix[q, k]), (sine * matrix[p, k]) + (cosine * matrix[q, k]));
        }

        (matrix[p, q], matrix[q, p]) = (0, 0);
    }
}
