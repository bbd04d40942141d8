using Analytics.Practice;
using Analytics.Statistics;
using CsCheck;
using Microsoft.Data.Analysis;
using Xunit;

namespace Analytics.Tests.Practice;

public sealed class KMeansTests
{
    [Fact]
    public void Fit_TwoPairsByHand_NumbersTheLargerFirst()
    {
        var fit = Fit([[10, 0], [0, 0], [0, 2], [0, 1]], 2);
        Assert.Equal([1, 0, 0, 0], fit.Labels);
        Assert.Equal([0.0, 1.0], fit.Centres[0]);
        Assert.Equal([10.0, 0.0], fit.Centres[1]);
        Assert.Equal(2, fit.Inertia);
        Assert.InRange(fit.FoundAgain, 1, fit.Restarts);
    }

    static readonly Gen<(double[][] Rows, int Clusters)> Tiny =
        from rows in Gen.OneOf(Gen.Int[0, 1].Select(x => (double)x), Gen.Double[-2, 2]).Array[3].Array[2, 8]
        from clusters in Gen.Int[1, 3]
        select (rows, Math.Min(clusters, rows.Distinct(new SameValues()).Count()));

    [Fact]
    public void Fit_TinyTables_FindsTheBestOfAllPartitions() => Tiny.Sample(
        example => Assert.Equal(Partitions(example.Rows.Length, example.Clusters).Min(labels => ClusterQuality.Inertia(example.Rows, labels)), Fit(example.Rows, example.Clusters).Inertia, 1e-9),
        iter: 60);

    static IEnumerable<int[]> Partitions(int rows, int clusters) =>
        Enumerable.Range(0, (int)Math.Pow(clusters, rows)).Select(number => Enumerable.Range(0, rows).Select(row => number / (int)Math.Pow(clusters, row) % clusters).ToArray());

    [Fact]
    public void Fit_RowsInOtherOrder_IsTheSameToTheBit() => Gen.Select(Gen.Double[-2, 2].Array[3].Array[6, 20], Gen.Int[2, 4], Gen.Int[0, 1000]).Sample(
        (rows, clusters, seed) =>
        {
            var order = Enumerable.Range(0, rows.Length).ToArray();
            new Random(seed).Shuffle(order);
            var options = new KMeansOptions { Restarts = 5 };
            var (fit, other) = (Fit(rows, clusters, options), Fit([.. order.Select(row => rows[row])], clusters, options));
            Assert.Equal(fit.Inertia, other.Inertia);
            Assert.Equal(1, AdjustedRandIndex.Of([.. order.Select(row => fit.Labels[row])], other.Labels));
            Assert.Equal(Key(fit), Key(other));
        },
        iter: 60);

    // Clusters of equal size may change places.
    static IEnumerable<double> Key(KMeansFit fit) => fit.Centres.OrderBy(centre => centre[0]).ThenBy(centre => centre[1]).SelectMany(centre => centre);

    [Fact]
    public void Fit_OneCoreOrFour_IsTheSameToTheBit()
    {
        var rows = PlantedTables.Noise(60, 20, 0.3, 4);
        var (one, four) = (Fit(rows, 5, new KMeansOptions { MaxDegreeOfParallelism = 1 }), Fit(rows, 5, new KMeansOptions { MaxDegreeOfParallelism = 4 }));
        Assert.Equal(one.Labels, four.Labels);
        Assert.Equal(one.Inertia, four.Inertia);
        Assert.Equal((one.Restarts, one.FoundAgain), (four.Restarts, four.FoundAgain));
        Assert.Equal(Key(one), Key(four));
        Precision(ClusterQuality.Inertia(rows, one.Labels), one.Inertia);
    }

    static void Precision(double expected, double actual) => Statistics.Precision.Close(expected, actual, 1e-12);

    // More clusters than rows that differ in single precision: the trainer alone would fail.
    [Fact]
    public void Fit_RowsThatDifferOnlyInDoublePrecision_AreToldApart()
    {
        var fit = Fit([[1], [1 + 1e-12], [9]], 3);
        Assert.Equal([0, 1, 2], fit.Labels);
        Assert.Equal(0, fit.Inertia);
    }

    [Fact]
    public void Fit_RowsThatDifferByNextToNothing_AreToldApart()
    {
        var fit = Fit([[1, 0, 0], [1, 0, -1066e-19]], 2);
        Assert.Equal([0, 1], fit.Labels);
        Assert.Equal(0, fit.Inertia);
    }

    [Fact]
    public void Fit_DataFrame_IsTheFitOfItsRows()
    {
        double[][] rows = [[0, 1], [0.5, 1], [7, 8], [7, 9]];
        var frame = new DataFrame(new SingleDataFrameColumn("a", rows.Select(row => (float)row[0])), new DoubleDataFrameColumn("b", rows.Select(row => row[1])));
        Assert.Equal(Fit(rows, 2).Labels, Fit(frame, 2).Labels);
        Assert.Equal(Fit(rows, 2).Inertia, Fit(frame, 2).Inertia);
        Assert.Contains("'c'", Assert.Throws<ArgumentException>(() => Fit(new DataFrame(new StringDataFrameColumn("c", ["x", "y"])), 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Fit(new DataFrame(new SingleDataFrameColumn("d", new float?[] { 1, null })), 1));
    }

    [Fact]
    public void Fit_InputOutOfRange_Refuses()
    {
        Assert.Throws<ArgumentException>(() => Fit([], 1));
        Assert.Throws<ArgumentException>(() => Fit([[], []], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit([[1], [double.NaN]], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit([[1], [2]], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit([[1], [1]], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit([[1], [2]], 2, new KMeansOptions { Restarts = 0 }));
        Assert.ThrowsAny<OperationCanceledException>(() => KMeans.Fit([[1], [2]], 2, null, new CancellationToken(canceled: true)));
    }

    static KMeansFit Fit(double[][] rows, int clusters, KMeansOptions? options = null) => KMeans.Fit(rows, clusters, options, TestContext.Current.CancellationToken);

    static KMeansFit Fit(DataFrame frame, int clusters) => KMeans.Fit(frame, clusters, null, TestContext.Current.CancellationToken);

    sealed class SameValues : IEqualityComparer<double[]>
    {
        public bool Equals(double[]? x, double[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(double[] obj) => 0;
    }
}
