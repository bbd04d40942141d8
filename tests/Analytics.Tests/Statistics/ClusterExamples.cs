using CsCheck;

namespace Analytics.Tests.Statistics;

/// <summary>Small tables with clusters, some of one row and one row without any feature.</summary>
static class ClusterExamples
{
    public static readonly double[][] Binary =
    [
        [1, 1, 0, 0, 1], [1, 1, 0, 0, 0], [1, 1, 1, 0, 1], [0, 0, 1, 1, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 0, 0, 0, 0], [1, 0, 0, 1, 0],
    ];

    public static readonly double[][] Plane = [[1, 2], [1.5, 1.8], [5, 8], [8, 8], [1, 0.6], [9, 11], [8, 2], [10, 2], [9, 3]];

    public static readonly Gen<(double[][] Rows, int[] Labels)> Labelled =
        from width in Gen.Int[1, 6]
        from rows in Gen.Double[-3, 3].Array[width].Array[4, 20]
        from labels in Gen.Int[0, 2].Array[rows.Length - 3]
        select (rows, new[] { 0, 1, 2 }.Concat(labels).ToArray());

    public static double[][] Rows(string table) => table == nameof(Binary) ? Binary : Plane;
}
