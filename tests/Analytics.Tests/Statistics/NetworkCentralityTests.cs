using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class NetworkCentralityTests
{
    static void Close(double[] expected, IReadOnlyList<double>? actual) => Assert.All(expected.Zip(actual!), x => Precision.Close(x.First, x.Second));

    // # python-igraph 0.10.2: g.strength(mode=..., weights="weight")
    [Fact]
    public void Degrees_Thirteen_AgreeWithIgraph()
    {
        Close(
            [6.571428571428571, 20.285714285714285, 6.857142857142858, 15.142857142857142, 7.0, 7.857142857142858, 14.857142857142858, 13.714285714285714, 10.0, 16.142857142857142, 14.142857142857142, 13.571428571428571, 19.571428571428573],
            NetworkCentrality.InDegree(Networks.Thirteen));
        Close(
            [19.42857142857143, 3.857142857142857, 12.285714285714285, 17.857142857142858, 8.571428571428571, 14.857142857142856, 13.0, 14.0, 13.0, 11.0, 19.142857142857142, 7.285714285714286, 11.428571428571429],
            NetworkCentrality.OutDegree(Networks.Thirteen));
    }

    // # python-igraph 0.10.2: g.as_undirected(mode="collapse", combine_edges="sum").eigenvector_centrality(scale=True, weights="weight")
    [Fact]
    public void Eigenvector_KnownNetworks_AgreesWithIgraph()
    {
        Close([0.9296655925134271, 1.0, 0.8946952398223911, 0.7651787426557521, 0.7632971921398685, 0.6384022461987164], NetworkCentrality.Eigenvector(Networks.Six));
        Close([0.6930004681646914, 0.5716204011044632, 0.5716204011044629, 1.0, 0.9092578748401507], NetworkCentrality.Eigenvector(Networks.Square));
        Close(
            [0.7483977008133955, 0.6620515006771431, 0.5333085597766075, 1.0, 0.44379897429619886, 0.6826482547798611, 0.8067369021663828, 0.8184567714220171, 0.6857678588462446, 0.78235776213176, 0.9506606935067946, 0.5896212992223971, 0.9191736050360143],
            NetworkCentrality.Eigenvector(Networks.Thirteen));
    }

    [Fact]
    public void Eigenvector_Undetermined_HasNone()
    {
        Assert.Null(NetworkCentrality.Eigenvector(Networks.Of([])));
        Assert.Null(NetworkCentrality.Eigenvector(Networks.Of([[0, 0], [0, 0]])));
        Assert.Null(NetworkCentrality.Eigenvector(Networks.Of([[0, 2, 0, 0], [1, 0, 0, 0], [0, 0, 0, 3], [0, 0, null, 0]])));
    }

    [Fact]
    public void Eigenvector_WeakerPart_IsNought() => Assert.Equal([1, 1, 0, 0, 0], NetworkCentrality.Eigenvector(Networks.Of([[0, 4, 0, 0, 0], [4, 0, 0, 0, 0], [0, 0, 0, 3, 0], [0, 0, 3, 0, 0], [0, 0, 0, 0, 0]])));

    // The definition: the matrix gives each value back, times the same number for all.
    [Fact]
    public void Eigenvector_AnyNetwork_IsGivenBackByTheMatrix() => Networks.Random(13).Sample(network =>
    {
        if (NetworkCentrality.Eigenvector(network) is not { } centrality)
        {
            return;
        }

        double[] image = [.. Enumerable.Range(0, network.Count).Select(i => Enumerable.Range(0, network.Count).Sum(j => network.Between(i, j) * centrality[j]))];
        var factor = image[centrality.ToList().IndexOf(1)];
        Assert.All(centrality.Zip(image), x => Assert.Equal(factor * x.First, x.Second, 1e-9 * factor));
        Assert.All(centrality, x => Assert.InRange(x, 0, 1));
        // The largest eigenvalue is at least the mean of the degrees.
        Assert.True(factor >= ((NetworkCentrality.InDegree(network).Sum() + NetworkCentrality.OutDegree(network).Sum()) / network.Count) - 1e-9);
    });

    [Fact]
    public void Degrees_AnyNetwork_HaveTheSameSum() => Networks.Random(13).Sample(network =>
        Math.Abs(NetworkCentrality.InDegree(network).Sum() - NetworkCentrality.OutDegree(network).Sum()) < 1e-9);
}
