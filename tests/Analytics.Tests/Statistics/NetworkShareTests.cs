using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class NetworkShareTests
{
    // # python-igraph 0.10.2: g.density(loops=False), g.reciprocity(mode="default")
    [Fact]
    public void Shares_KnownNetworks_AgreeWithIgraph()
    {
        Assert.Equal((0.6, 1.0), (NetworkShare.Density(Networks.Six), NetworkShare.Reciprocity(Networks.Six)));
        Assert.Equal((0.3, 0.0), (NetworkShare.Density(Networks.Square), NetworkShare.Reciprocity(Networks.Square)));
        Precision.Close(0.4551282051282051, NetworkShare.Density(Networks.Thirteen)!.Value, 1e-15);
        Precision.Close(0.30985915492957744, NetworkShare.Reciprocity(Networks.Thirteen)!.Value, 1e-15);
    }

    [Fact]
    public void Shares_UnknownTies_AreLeftOut()
    {
        var network = Networks.Of([[0, 4, null], [3, 0, 0], [2, null, 0]]);

        Assert.Equal(3 / 4.0, NetworkShare.Density(network));
        Assert.Equal(1.0, NetworkShare.Reciprocity(network));
    }

    [Fact]
    public void Shares_LeastStrength_CountsFromThere()
    {
        Assert.Equal(12 / 30.0, NetworkShare.Density(Networks.Six, 2));
        Assert.Equal(13 / 30.0, NetworkShare.Density(Networks.Six, 1.5));
        Assert.Equal(12 / 13.0, NetworkShare.Reciprocity(Networks.Six, 1.5));
    }

    [Fact]
    public void Shares_NothingKnown_HaveNone()
    {
        Assert.Null(NetworkShare.Density(Networks.Of([[0]])));
        Assert.Null(NetworkShare.Density(Networks.Of([[0, null], [null, 0]])));
        Assert.Null(NetworkShare.Reciprocity(Networks.Of([[0, 3], [null, 0]])));
        Assert.Null(NetworkShare.Reciprocity(Networks.Of([[0, 0], [0, 0]])));
    }

    [Fact]
    public void Reciprocity_AnyNetwork_CountsBothDirectionsOfAPair() => Networks.Random(8).Sample(network =>
    {
        var pairs = from i in Enumerable.Range(0, network.Count) from j in Enumerable.Range(0, i) where network[i, j] is not null && network[j, i] is not null select (network[i, j] > 0, network[j, i] > 0);
        var (mutual, single) = (pairs.Count(x => x is (true, true)), pairs.Count(x => x.Item1 != x.Item2));
        return NetworkShare.Reciprocity(network) == (mutual + single == 0 ? null : 2.0 * mutual / ((2 * mutual) + single));
    });

    [Fact]
    public void Network_OutOfRange_Refuses()
    {
        Assert.Throws<ArgumentException>(() => new Network(new double?[2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Networks.Of([[1]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Networks.Of([[0, -1], [0, 0]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Networks.Of([[0, double.NaN], [0, 0]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkShare.Density(Networks.Six, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkShare.Reciprocity(Networks.Six, -1));
    }
}
