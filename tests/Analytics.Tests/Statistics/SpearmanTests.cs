using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class SpearmanTests
{
    // # R 4.2.2: cor(x, y, method = "spearman")
    [Theory]
    [InlineData(new double[] { 106, 86, 100, 101, 99, 103, 97, 113, 112, 110 }, new double[] { 7, 0, 27, 50, 28, 29, 20, 12, 6, 17 }, -0.17575757575757575)]
    [InlineData(new double[] { 1, 2, 2, 3, 3, 3, 9 }, new double[] { 2, 2, 5, 4, 4, 7, 7 }, 0.72128723260576899)]
    [InlineData(new double[] { 1, 2 }, new double[] { 5, 3 }, -1)]
    public void Correlation_Pairs_AgreesWithR(double[] x, double[] y, double expected) => Precision.Close(expected, Spearman.Correlation(x, y)!.Value, 1e-14);

    [Fact]
    public void Correlation_OneSideConstant_HasNone()
    {
        Assert.Null(Spearman.Correlation([1, 2, 3], [4, 4, 4]));
        Assert.Null(Spearman.Correlation([7, 7], [1, 2]));
    }

    static readonly Gen<(double X, double Y)[]> Pairs = Gen.Select(Gen.Int[-5, 5].Select(x => (double)x), Gen.Double[-5, 5]).Array[2, 40];

    // The definition: a rank is 1 + how many are below + half of the others that are equal.
    [Fact]
    public void Correlation_AnyPairs_IsPearsonsOfTheRanks() => Pairs.Sample(pairs =>
    {
        double[] x = Ranks([.. pairs.Select(p => p.X)]), y = Ranks([.. pairs.Select(p => p.Y)]);
        var (meanX, meanY) = (x.Average(), y.Average());
        var expected = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
        var actual = Correlation(pairs);
        return actual is null ? double.IsNaN(expected) : Math.Abs(expected - actual.Value) < 1e-12;
    });

    static double[] Ranks(double[] values) => [.. values.Select(v => 1 + values.Count(w => w < v) + ((values.Count(w => w == v) - 1) / 2.0))];

    [Fact]
    public void Correlation_OtherOrderScaleAndSides_IsTheSame() => Pairs.Sample(pairs =>
        Correlation([.. pairs.Reverse()]) == Correlation(pairs)
        && Correlation([.. pairs.Select(p => (p.Y, p.X))]) is var turned && (turned is null ? Correlation(pairs) is null : Math.Abs(turned.Value - Correlation(pairs)!.Value) < 1e-15)
        && Correlation([.. pairs.Select(p => (Math.Exp(p.X), p.Y))]) == Correlation(pairs)
        && Correlation([.. pairs.Select(p => (-p.X, p.Y))]) == -Correlation(pairs));

    static double? Correlation((double X, double Y)[] pairs) => Spearman.Correlation([.. pairs.Select(p => p.X)], [.. pairs.Select(p => p.Y)]);

    [Fact]
    public void Correlation_ListsOutOfRange_Refuses()
    {
        Assert.Throws<ArgumentException>(() => Spearman.Correlation([], []));
        Assert.Throws<ArgumentException>(() => Spearman.Correlation([1], [1]));
        Assert.Throws<ArgumentException>(() => Spearman.Correlation([1, 2], [1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Spearman.Correlation([1, double.NaN], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Spearman.Correlation([1, 2], [1, double.PositiveInfinity]));
    }
}
