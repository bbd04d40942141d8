using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class ClusterQualityTests
{
    // # scikit-learn 1.2.1: calinski_harabasz_score, davies_bouldin_score; inertia by its definition
    [Theory]
    [InlineData("Binary", new[] { 0, 0, 0, 1, 1, 1, 2, 2 }, 3.666666666666667, 4.232954545454546, 1.0079225924173678)]
    [InlineData("Binary", new[] { 0, 0, 0, 1, 1, 1, 1, 2 }, 4.333333333333334, 3.1971153846153837, 0.8434556954852628)]
    [InlineData("Plane", new[] { 0, 0, 1, 1, 0, 1, 2, 2, 2 }, 18.64666666666667, 32.83911333571683, 0.38911432521724065)]
    [InlineData("Plane", new[] { 0, 0, 1, 1, 0, 1, 1, 1, 2 }, 80.11333333333333, 5.341682616293584, 0.936133568873141)]
    public void Indices_SmallTables_AgreeWithScikitLearn(string table, int[] labels, double inertia, double calinskiHarabasz, double daviesBouldin)
    {
        var rows = ClusterExamples.Rows(table);
        Precision.Close(inertia, ClusterQuality.Inertia(rows, labels), 1e-12);
        Precision.Close(calinskiHarabasz, ClusterQuality.CalinskiHarabasz(rows, labels), 1e-12);
        Precision.Close(daviesBouldin, ClusterQuality.DaviesBouldin(rows, labels), 1e-12);
    }

    [Fact]
    public void Inertia_TwoPairsByHand_IsTheSumOfSquares() => Assert.Equal(2.5, ClusterQuality.Inertia([[0], [1], [10], [12]], [7, 7, -1, -1]));

    // scikit-learn's conventions where rows of a cluster are equal.
    [Fact]
    public void Indices_EqualRowsInEachCluster_AreOneAndZero()
    {
        Assert.Equal(1, ClusterQuality.CalinskiHarabasz([[0, 0], [0, 0], [3, 4]], [0, 0, 1]));
        Assert.Equal(0, ClusterQuality.DaviesBouldin([[0, 0], [0, 0], [3, 4]], [0, 0, 1]));
        Assert.Equal(0, ClusterQuality.DaviesBouldin([[0], [2], [0], [2]], [0, 0, 1, 1]));
    }

    [Fact]
    public void Indices_OtherLabelsForTheSameClusters_AreTheSame() => ClusterExamples.Labelled.Sample(example =>
    {
        int[] others = [.. example.Labels.Select(label => 40 - (label * 13))];
        Near(ClusterQuality.Inertia(example.Rows, example.Labels), ClusterQuality.Inertia(example.Rows, others));
        Near(ClusterQuality.CalinskiHarabasz(example.Rows, example.Labels), ClusterQuality.CalinskiHarabasz(example.Rows, others));
        Near(ClusterQuality.DaviesBouldin(example.Rows, example.Labels), ClusterQuality.DaviesBouldin(example.Rows, others));
    });

    // Dispersion within and between clusters add up to the whole.
    [Fact]
    public void CalinskiHarabasz_AnyClusters_FollowsFromTheInertias() => ClusterExamples.Labelled.Sample(example =>
    {
        var (within, all) = (ClusterQuality.Inertia(example.Rows, example.Labels), ClusterQuality.Inertia(example.Rows, new int[example.Rows.Length]));
        Near((all - within) / 2 / (within / (example.Rows.Length - 3)), ClusterQuality.CalinskiHarabasz(example.Rows, example.Labels));
    });

    static void Near(double expected, double actual) => Assert.True(Math.Abs(expected - actual) <= 1e-9 * (1 + Math.Abs(expected)));

    [Fact]
    public void Indices_InputOutOfRange_Refuse()
    {
        Assert.Throws<ArgumentException>(() => ClusterQuality.Inertia([], []));
        Assert.Throws<ArgumentException>(() => ClusterQuality.Inertia([[1], [2, 3]], [0, 0]));
        Assert.Throws<ArgumentException>(() => ClusterQuality.Inertia([[1], [2]], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterQuality.Inertia([[double.NaN]], [0]));
        Assert.Throws<ArgumentException>(() => ClusterQuality.CalinskiHarabasz([[1], [2]], [0, 0]));
        Assert.Throws<ArgumentException>(() => ClusterQuality.DaviesBouldin([[1], [2]], [0, 1]));
    }
}
