using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class BetweennessTests
{
    static void Close(double[] expected, IReadOnlyList<double> actual) => Assert.All(expected.Zip(actual), x => Assert.Equal(x.First, x.Second, 1e-9));

    // # python-igraph 0.10.2: g.betweenness(directed=True, weights=[1 / x for x in g.es["weight"]])
    [Fact]
    public void Of_KnownNetworks_AgreesWithIgraph()
    {
        Close([2.5, 0, 8, 0, 7.5, 2], Betweenness.Of(Networks.Six));
        Close([7, 1.5, 1.5, 7, 7], Betweenness.Of(Networks.Square));
        Close([3, 1.5, 3, 3], Betweenness.Of(Networks.Third));
        Close([6, 0, 8, 22, 0, 2, 8.5, 15, 5, 17, 21, 9, 16], Betweenness.Of(Networks.Thirteen));
    }

    [Fact]
    public void Of_NoWay_IsNought()
    {
        Assert.Empty(Betweenness.Of(Networks.Of([])));
        Assert.Equal([0, 0, 0], Betweenness.Of(Networks.Of([[0, 0, null], [4, 0, 0], [4, 0, 0]])));
    }

    // The definition: every way without a repeated node is walked.
    [Fact]
    public void Of_AnyNetwork_IsTheShareOfAllShortestWays() => Networks.Random(6).Sample(
        network =>
        {
            var expected = new double[network.Count];
            foreach (var pair in Enumerable.Range(0, network.Count).SelectMany(source => Ways([source], 0, network)).GroupBy(way => (way.Nodes[0], way.Nodes[^1])))
            {
                var shortest = pair.Min(way => way.Length);
                int[][] best = [.. pair.Where(way => way.Length <= shortest + 1e-9).Select(way => way.Nodes)];
                foreach (var node in best.SelectMany(way => way[1..^1]))
                {
                    expected[node] += 1.0 / best.Length;
                }
            }

            Close(expected, Betweenness.Of(network));
        },
        iter: 60);

    static IEnumerable<(int[] Nodes, double Length)> Ways(int[] begun, double length, Network network)
    {
        foreach (var next in Enumerable.Range(0, network.Count).Except(begun).Where(x => network.Strength(begun[^1], x) > 0))
        {
            var longer = length + (1 / network.Strength(begun[^1], next));
            yield return ([.. begun, next], longer);
            foreach (var way in Ways([.. begun, next], longer, network))
            {
                yield return way;
            }
        }
    }
}
