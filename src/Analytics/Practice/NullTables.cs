using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>Tables like an observed one, but without groups: features do not depend on each other.</summary>
static class NullTables
{
    /// <summary>Each column in an order of its own.</summary>
    public static double[][] Permuted(IReadOnlyList<double[]> rows, RandomStream random) => Of(rows, column => StudyRandom.Shuffle(column, random));

    /// <summary>Each column of 0 and 1 drawn anew with its own share of ones.</summary>
    public static double[][] Drawn(IReadOnlyList<double[]> rows, RandomStream random) => Of(rows, column =>
    {
        var share = column.Average();
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = random.Uniform() < share ? 1 : 0;
        }
    });

    static double[][] Of(IReadOnlyList<double[]> rows, Action<double[]> change)
    {
        var table = rows.Select(row => new double[row.Length]).ToArray();
        for (var feature = 0; feature < rows[0].Length; feature++)
        {
            double[] column = [.. rows.Select(row => row[feature])];
            change(column);
            for (var i = 0; i < column.Length; i++)
            {
                table[i][feature] = column[i];
            }
        }

        return table;
    }
}
