using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class ModularityTests
{
    // # python-igraph 0.10.2: u = g.as_undirected(mode="collapse", combine_edges="sum"); u.modularity([0, 1, 0, 1, ...], weights="weight")
    [Fact]
    public void Of_EverySecond_AgreesWithIgraph()
    {
        Precision.Close(-0.15853658536585363, Modularity.Of(Networks.Six, [0, 1, 0, 1, 0, 1])!.Value);
        Precision.Close(-0.40027700831024915, Modularity.Of(Networks.Third, [7, 3, 7, 3])!.Value);
        Precision.Close(-0.10445934898929848, Modularity.Of(Networks.Thirteen, [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0])!.Value);
    }

    // # python-igraph 0.10.2: u.community_optimal_modularity(weights="weight")
    [Fact]
    public void BestPartition_KnownNetworks_AgreesWithIgraph()
    {
        Check(0.3836815883402736, [1, 1, 1, 2, 2, 2], Networks.Six);
        Check(0.0714285714285714, [1, 1, 1, 2, 2], Networks.Square);
        Check(0.020775623268698196, [1, 2, 2, 1], Networks.Third);
        Check(0.10883434898929831, [1, 2, 1, 1, 2, 2, 2, 1, 1, 2, 2, 1, 1], Networks.Thirteen);
    }

    static void Check(double modularity, int[] communities, Network network)
    {
        var best = Modularity.BestPartition(network)!;

        Precision.Close(modularity, best.Modularity);
        Assert.Equal(communities, best.Communities);
    }

    [Fact]
    public void BestPartition_NodesWithoutTies_AreAlone()
    {
        Assert.Equal([1, 2, 1, 3], Modularity.BestPartition(Networks.Of([[0, 0, 4, 0], [0, 0, 0, null], [4, 0, 0, 0], [0, 0, 0, 0]]))!.Communities);
        Assert.Null(Modularity.BestPartition(Networks.Of([[0, 0], [0, 0]])));
        Assert.Null(Modularity.Of(Networks.Of([[0, 0], [0, 0]]), [1, 2]));
    }

    [Fact]
    public void BestPartition_TooManyNodes_Refuses()
    {
        double?[][] ring = [.. Enumerable.Range(0, 17).Select(i => Enumerable.Range(0, 17).Select(j => (double?)(j == (i + 1) % 17 ? 1 : 0)).ToArray())];
        Assert.Throws<ArgumentException>(() => Modularity.BestPartition(Networks.Of(ring)));
        Assert.Throws<ArgumentException>(() => Modularity.Of(Networks.Six, [1, 2]));
    }

    [Fact]
    public void Of_AnyDivision_IsTheDoubleSumOverPairs() => Gen.Select(Networks.Random(8), Gen.Int[0, 3].Array[8]).Sample((network, draws) =>
    {
        int[] communities = [.. draws.Take(network.Count)];
        int[] nodes = [.. Enumerable.Range(0, network.Count)];
        double[] degrees = [.. nodes.Select(i => nodes.Sum(j => network.Between(i, j)))];
        var all = degrees.Sum();
        var expected = (from i in nodes from j in nodes where communities[i] == communities[j] select network.Between(i, j) - (degrees[i] * degrees[j] / all)).Sum() / all;
        var actual = Modularity.Of(network, communities);
        return all == 0 ? actual is null : Math.Abs(actual!.Value - expected) < 1e-12 && actual is >= -0.5 and <= 1;
    });

    [Fact]
    public void BestPartition_UpToSevenNodes_IsTheBestOfAllDivisions() => Networks.Random(7).Sample(
        network =>
        {
            var best = Modularity.BestPartition(network);
            var expected = Divisions(network.Count, []).Max(x => Modularity.Of(network, x));
            Assert.Equal(expected is null, best is null);
            Assert.Equal(expected ?? 0, best?.Modularity ?? 0, 1e-11);
            Assert.Equal(best?.Modularity, best is null ? null : Modularity.Of(network, best.Communities));
        },
        iter: 40);

    /// <summary>Every division once: each next node joins a community or begins one.</summary>
    static IEnumerable<int[]> Divisions(int count, int[] begun) => begun.Length == count
        ? [begun]
        : Enumerable.Range(1, begun.Append(0).Max() + 1).SelectMany(next => Divisions(count, [.. begun, next]));
}
