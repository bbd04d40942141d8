using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class LeafOrderTests
{
    // # scipy 1.10.1: the least sum over all orders of to_tree(linkage(D, method)), each written out. Its optimal_leaf_ordering stops at 26.537 for the points of the plane.
    [Theory]
    [InlineData("Binary", RowDistance.Jaccard, Linkage.Ward, 3.6)]
    [InlineData("Binary", RowDistance.Jaccard, Linkage.Average, 3.6)]
    [InlineData("Plane", RowDistance.Euclidean, Linkage.Ward, 25.242547136690316)]
    [InlineData("Plane", RowDistance.Euclidean, Linkage.Average, 25.242547136690316)]
    public void Of_SmallTables_IsTheCheapestOfScipysTree(string table, RowDistance distance, Linkage linkage, double cost)
    {
        var distances = DistanceMatrix.Of(ClusterExamples.Rows(table), distance);
        Precision.Close(cost, LeafOrder.Cost(LeafOrder.Of(Agglomeration.Of(distances, linkage), distances), distances), 1e-12);
    }

    [Fact]
    public void Of_AnyTree_IsTheCheapestOfAllItsOrders() => Gen.Select(Gen.Double[-5, 5].Array[2].Array[1, 9], Gen.Enum<Linkage>()).Sample((rows, linkage) =>
    {
        var distances = DistanceMatrix.Of(rows, RowDistance.Euclidean);
        var tree = Agglomeration.Of(distances, linkage);
        var order = LeafOrder.Of(tree, distances);
        var all = Orders(tree, rows.Length, (2 * rows.Length) - 2);
        Assert.Contains(all, one => one.SequenceEqual(order));
        Assert.Equal(all.Min(one => LeafOrder.Cost(one, distances)), LeafOrder.Cost(order, distances), 1e-9);
        Assert.True(order[0] <= order[^1]);
    });

    static List<int[]> Orders(IReadOnlyList<Merge> tree, int count, int node)
    {
        if (node < count)
        {
            return [[node]];
        }

        var (first, second) = (Orders(tree, count, tree[node - count].First), Orders(tree, count, tree[node - count].Second));
        return [.. first.SelectMany(a => second.SelectMany(b => new int[][] { [.. a, .. b], [.. b, .. a] }))];
    }

    [Fact]
    public void Of_OtherTree_Refuses()
    {
        var distances = new DistanceMatrix([1, 2, 3]);
        Assert.Throws<ArgumentException>(() => LeafOrder.Of([new Merge(0, 1, 1, 2)], distances));
        Assert.Throws<ArgumentException>(() => LeafOrder.Of([new Merge(0, 1, 1, 2), new Merge(0, 2, 1, 2)], distances));
        Assert.Throws<ArgumentException>(() => LeafOrder.Of([new Merge(0, 3, 1, 2), new Merge(1, 2, 1, 2)], distances));
    }
}
