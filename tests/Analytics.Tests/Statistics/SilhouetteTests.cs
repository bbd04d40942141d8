using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class SilhouetteTests
{
    // # scikit-learn 1.2.1: silhouette_samples and silhouette_score; metric "euclidean", and "jaccard" of the rows as booleans
    [Theory]
    [InlineData("Binary", RowDistance.Euclidean, new[] { 0, 0, 0, 1, 1, 1, 2, 2 }, 0.25825092463515964, new[] { 0.4226497308103742, 0.14644660940672635, 0.3372523795078899, 0.29289321881345254, 0.3030765749413241, 0.3030765749413241, 0.130306154330093, 0.130306154330093 })]
    [InlineData("Binary", RowDistance.Euclidean, new[] { 0, 0, 0, 1, 1, 1, 1, 2 }, 0.17390848216128418, new[] { 0.4226497308103742, 0.14644660940672635, 0.3531134256058653, 0.19526214587563506, 0.2020510499608827, 0.2020510499608827, -0.130306154330093, 0 })]
    [InlineData("Binary", RowDistance.Jaccard, new[] { 0, 0, 0, 1, 1, 1, 2, 2 }, 0.3526193848141523, new[] { 0.6634615384615385, 0.5, 0.43749999999999994, 0.6, 0.4186046511627908, 0.4791666666666667, 0, -0.2777777777777778 })]
    [InlineData("Binary", RowDistance.Jaccard, new[] { 0, 0, 0, 1, 1, 1, 1, 2 }, 0.2481562230835487, new[] { 0.6111111111111112, 0.375, 0.5, 0.16666666666666674, 0.14728682170542645, 0.18518518518518526, 0, 0 })]
    [InlineData("Plane", RowDistance.Euclidean, new[] { 0, 0, 1, 1, 0, 1, 1, 1, 2 }, 0.16145637996094547, new[] { 0.8797783114089504, 0.8789716082996688, 0.12080209701529389, 0.09360844122955415, 0.8383668143689307, 0.1789672519861496, -0.7619528669395227, -0.7754342377205156, 0 })]
    public void Widths_SmallTables_AgreeWithScikitLearn(string table, RowDistance distance, int[] labels, double mean, double[] widths)
    {
        var rows = ClusterExamples.Rows(table);
        Assert.All(widths.Zip(Silhouette.Widths(rows, labels, distance)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Precision.Close(mean, Silhouette.Mean(rows, labels, distance), 1e-12);
    }

    // The definition, row by row.
    [Fact]
    public void Widths_AnyClusters_AreTheDefinition() => ClusterExamples.Labelled.Sample(example =>
    {
        var (rows, labels) = example;
        var widths = Silhouette.Widths(rows, labels);
        for (var i = 0; i < rows.Length; i++)
        {
            var to = Enumerable.Range(0, rows.Length).Where(j => j != i).GroupBy(j => labels[j], j => Distance(rows[i], rows[j])).ToDictionary(group => group.Key, group => group.Average());
            var nearest = to.Where(other => other.Key != labels[i]).Min(other => other.Value);
            // Of rows that are all alike none lies closer to its own.
            var expected = to.TryGetValue(labels[i], out var inside) && Math.Max(nearest, inside) > 0 ? (nearest - inside) / Math.Max(nearest, inside) : 0;
            Assert.Equal(expected, widths[i], 1e-9);
        }
    });

    static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    [Fact]
    public void Widths_InputOutOfRange_Refuses()
    {
        Assert.Throws<ArgumentException>(() => Silhouette.Widths([[1], [2], [3]], [0, 0, 0]));
        Assert.Throws<ArgumentException>(() => Silhouette.Widths([[1], [2], [3]], [0, 1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Silhouette.Widths([[1], [0.5], [0]], [0, 1, 1], RowDistance.Jaccard));
        Assert.Throws<ArgumentOutOfRangeException>(() => Silhouette.Mean([[1], [double.PositiveInfinity], [0]], [0, 1, 1]));
    }
}
