using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class AgglomerationTests
{
    // # scipy 1.10.1: linkage(pdist(X, "euclidean"), method)
    [Fact]
    public void Of_PlaneByWard_AgreesWithScipy() => Agree(
        Agglomeration.Of(DistanceMatrix.Of(ClusterExamples.Plane, RowDistance.Euclidean), Linkage.Ward),
        [(0, 1, 0.5385164807134504, 2), (6, 8, 1.4142135623730951, 2), (4, 9, 1.5286159317064134, 3), (7, 10, 1.8257418583505536, 3), (2, 3, 3, 2), (5, 13, 4.509249752822894, 3), (12, 14, 11.902380714238085, 6), (11, 15, 16.32666530556684, 9)]);

    [Fact]
    public void Of_PlaneByAverage_AgreesWithScipy() => Agree(
        Agglomeration.Of(DistanceMatrix.Of(ClusterExamples.Plane, RowDistance.Euclidean), Linkage.Average),
        [(0, 1, 0.5385164807134504, 2), (4, 9, 1.35, 3), (6, 8, 1.4142135623730951, 2), (7, 11, 1.7071067811865475, 3), (2, 3, 3, 2), (5, 13, 4.08113883008419, 3), (12, 14, 7.161769217338139, 6), (10, 15, 8.856985046484551, 9)]);

    // # scipy 1.10.1: linkage(pdist(X, "jaccard"), "ward")
    [Fact]
    public void Of_BinaryByWardOfJaccard_AgreesWithScipy() => Agree(
        Agglomeration.Of(DistanceMatrix.Of(ClusterExamples.Binary, RowDistance.Jaccard), Linkage.Ward),
        [(0, 2, 0.25, 2), (3, 4, 0.3333333333333333, 2), (5, 9, 0.45133546692422, 3), (1, 8, 0.46894286155928144, 3), (7, 10, 0.840249081236343, 4), (6, 12, 1.1814539065631524, 5), (11, 13, 1.2765604104316728, 8)]);

    static void Agree(IReadOnlyList<Merge> merges, (int First, int Second, double Height, int Size)[] expected)
    {
        Assert.Equal(expected.Select(merge => (merge.First, merge.Second, merge.Size)), merges.Select(merge => (merge.First, merge.Second, merge.Size)));
        Assert.All(expected.Zip(merges), pair => Precision.Close(pair.First.Height, pair.Second.Height, 1e-12));
    }

    // Without ties (so no round numbers) the nearest-neighbour chain joins what the obvious search over all pairs of groups joins.
    [Fact]
    public void Of_AnyPointsByAverage_JoinsTheClosestGroupsEachTime() => Gen.Double.Unit.Array[2].Array[1, 12].Sample(rows =>
    {
        var distances = DistanceMatrix.Of(rows, RowDistance.Euclidean);
        var groups = Enumerable.Range(0, rows.Length).Select(i => new List<int> { i }).ToList();
        foreach (var merge in Agglomeration.Of(distances, Linkage.Average))
        {
            var (a, b) = Enumerable.Range(0, groups.Count).SelectMany(i => Enumerable.Range(i + 1, groups.Count - i - 1).Select(j => (i, j))).MinBy(pair => Mean(distances, groups[pair.i], groups[pair.j]));
            Assert.Equal(Mean(distances, groups[a], groups[b]), merge.Height, 1e-9);
            groups[a].AddRange(groups[b]);
            groups.RemoveAt(b);
        }

        Assert.Single(groups);
    });

    static double Mean(DistanceMatrix distances, List<int> first, List<int> second) => first.SelectMany(i => second.Select(j => distances[i, j])).Average();

    [Fact]
    public void Distances_OutOfRange_Refuse()
    {
        Assert.Throws<ArgumentException>(() => new DistanceMatrix([1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DistanceMatrix([-1]));
        Assert.Throws<ArgumentException>(() => DistanceMatrix.Of([], RowDistance.Euclidean));
        Assert.Empty(Agglomeration.Of(new DistanceMatrix([]), Linkage.Ward));
    }
}
