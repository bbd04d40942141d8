using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class PartitionAgreementTests
{
    // # scikit-learn 1.2.1: adjusted_rand_score
    [Theory]
    [InlineData(new[] { 0, 0, 1, 1, 2, 2, 2 }, new[] { 1, 1, 0, 1, 0, 0, 2 }, 0.14035087719298245)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 1, 0, 1 }, -0.5)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 9, 9, 4, 4 }, 1)]
    [InlineData(new[] { 3 }, new[] { 3 }, 1)]
    public void AdjustedRandIndex_TwoPartitions_AgreesWithScikitLearn(int[] first, int[] second, double expected)
    {
        Assert.Equal(expected, AdjustedRandIndex.Of(first, second), 1e-14);
        Assert.Equal(expected, AdjustedRandIndex.Of(second, first), 1e-14);
    }

    // # R 4.2.2, fpc 2.2-10: max over k of clujaccard(l == j, o == k, 0)
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 2.0 / 3)]
    [InlineData(3, 0.5)]
    [InlineData(4, 0)]
    public void ClusterJaccard_OneCluster_IsItsBestMatch(int cluster, double expected) =>
        Assert.Equal(expected, ClusterJaccard.Of([1, 1, 1, 2, 2, 3, 3], cluster, [1, 1, 2, 2, 2, 1, 3]), 1e-15);

    [Fact]
    public void ClusterJaccard_AnyPartitions_IsOneOnlyForTheSameUnits() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2]).Array[1, 12].Sample(units =>
    {
        int[] labels = [.. units.Select(unit => unit.Item1)], others = [.. units.Select(unit => unit.Item2)];
        var found = ClusterJaccard.Of(labels, labels[0], others);
        var isSame = others.Distinct().Any(other => units.All(unit => unit.Item1 == labels[0] == (unit.Item2 == other)));
        return isSame ? found == 1 : found is > 0 and < 1;
    });

    [Fact]
    public void Agreement_ListsOutOfRange_Refuses()
    {
        Assert.Throws<ArgumentException>(() => AdjustedRandIndex.Of([], []));
        Assert.Throws<ArgumentException>(() => ClusterJaccard.Of([1], 1, [1, 2]));
    }
}
