using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class EffectiveSizeTests
{
    [Fact]
    public void Kish_EqualWeights_IsTheCount() => Assert.Equal(40, EffectiveSize.Kish(40 * 2.5, 40 * 2.5 * 2.5), 12);

    // Weights 1, 1, 2: (4)²/6.
    [Fact]
    public void Kish_UnequalWeights_WorkedByHand() => Assert.Equal(16.0 / 6, EffectiveSize.Kish(4, 6), 14);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void Kish_SumsOutOfRange_Refuses(double sum, double squares) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EffectiveSize.Kish(sum, squares));

    [Fact]
    public void Kish_AnyWeights_LiesBetweenOneAndTheCount() => Gen.Double[1e-3, 1e3].Array[1, 50].Sample(weights =>
    {
        var size = EffectiveSize.Kish(weights.Sum(), weights.Sum(w => w * w));
        return size > 1 - 1e-12 && size < weights.Length * (1 + 1e-12);
    });
}
