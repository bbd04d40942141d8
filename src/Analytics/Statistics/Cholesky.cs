namespace Analytics.Statistics;

/// <summary>Cholesky factor of a symmetric positive definite matrix, a few columns wide.</summary>
/// <param name="factor">Lower triangular factor.</param>
sealed class Cholesky(double[,] factor)
{
    /// <summary>The factor, or null when a column is a combination of those before it.</summary>
    /// <param name="matrix">Symmetric matrix; the lower triangle is read.</param>
    /// <param name="tolerance">Least share of a column's square that those before it must leave.</param>
    public static Cholesky? Of(double[,] matrix, double tolerance)
    {
        var size = matrix.GetLength(0);
        var factor = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    rest -= factor[i, k] * factor[j, k];
                }

                if (i == j && !(rest > tolerance * matrix[i, i]))
                {
                    return null;
                }

                factor[i, j] = i == j ? Math.Sqrt(rest) : rest / factor[j, j];
            }
        }

        return new Cholesky(factor);
    }

    /// <summary>The vector that the matrix turns into <paramref name="right"/>.</summary>
    public double[] Solve(IReadOnlyList<double> right)
    {
        var solution = right.ToArray();
        for (var i = 0; i < solution.Length; i++)
        {
            for (var k = 0; k < i; k++)
            {
                solution[i] -= factor[i, k] * solution[k];
            }

            solution[i] /= factor[i, i];
        }

        for (var i = solution.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < solution.Length; k++)
            {
                solution[i] -= factor[k, i] * solution[k];
            }

            solution[i] /= factor[i, i];
        }

        return solution;
    }
}
