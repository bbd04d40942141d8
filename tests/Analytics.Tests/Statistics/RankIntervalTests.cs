using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class RankIntervalTests
{
    static readonly double[] Values = [0.10, 0.12, 0.15, 0.13, 0.20, 0.11];
    static readonly double[] Errors = [0.01, 0.02, 0.015, 0.01, 0.02, 0.03];

    // # R 4.2.2: the exact distribution of a rank, integrate() over the area's own normal distribution of the Poisson binomial distribution of how many others lie below.
    [Fact]
    public void OfEstimates_SixAreas_AgreesWithTheExactDistribution() => Assert.Equal(
        [new(1, 3), new(1, 5), new(3, 5), new(2, 5), new(5, 6), new(1, 5)], RankInterval.OfEstimates(Values, Errors, draws: 200_000));

    // # R 4.2.2: the same with pbeta and qbeta, shapes from the fit in BetaBinomialTests.
    [Fact]
    public void OfProportions_FourAreas_AgreesWithTheExactDistribution() => Assert.Equal(
        [new(1, 2), new(1, 3), new(3, 4), new(2, 4)], RankInterval.OfProportions([0, 1, 5, 3], [5, 5, 5, 5], draws: 50_000));

    [Theory]
    [InlineData(new long[] { 10, 10, 10 }, new long[] { 20, 20, 20 })]
    [InlineData(new long[] { 0, 0, 0 }, new long[] { 20, 0, 10 })]
    [InlineData(new long[] { 20, 7, 3 }, new long[] { 20, 7, 3 })]
    public void OfProportions_NoMeasurableDifference_MayStandAnywhere(long[] cases, long[] populations) =>
        Assert.All(RankInterval.OfProportions(cases, populations), range => Assert.Equal(new RankRange(1, 3), range));

    [Fact]
    public void OfProportions_AllOrNothing_LeavesTheEqualOnesTogether() =>
        Assert.Equal([new(3, 4), new(1, 2), new(1, 2), new(3, 4)], RankInterval.OfProportions([9, 0, 0, 8], [9, 5, 7, 8]));

    [Fact]
    public void OfEstimates_OneArea_IsFirst() => Assert.Equal([new RankRange(1, 1)], RankInterval.OfEstimates([3], [1]));

    [Fact]
    public void OfEstimates_FarApart_IsTheOrder() => Assert.Equal([new(3, 3), new(1, 1), new(2, 2)], RankInterval.OfEstimates([30, 10, 20], [1, 1, 1], 0.998));

    [Fact]
    public void OfProportions_HugeCounts_IsTheOrder() => Assert.Equal(
        [new(2, 2), new(1, 1), new(3, 3)], RankInterval.OfProportions([300_000_000, 290_000_000, 310_000_000], [1_000_000_000, 1_000_000_000, 1_000_000_000]));

    static readonly Gen<(double Value, double Error)[]> Areas = Gen.Select(Gen.Int[0, 12].Select(x => x / 2.0), Gen.Int[1, 3].Select(x => (double)x)).Array[1, 8];

    [Fact]
    public void OfEstimates_OtherOrder_IsTheSameForEachArea() => Areas.Sample(
        areas => OfEstimates([.. areas.Reverse()]).Reverse().SequenceEqual(OfEstimates(areas)), iter: 25);

    [Fact]
    public void OfEstimates_SameData_HasTheSameRanks() => Areas.Sample(
        areas => OfEstimates([.. areas, areas[0]]) is var ranges && ranges[0] == ranges[^1], iter: 25);

    [Fact]
    public void OfEstimates_HigherLevel_HoldsTheLowerLevel() => Areas.Sample(
        areas => OfEstimates(areas, 0.998).Zip(OfEstimates(areas, 0.8)).All(pair => pair.First.Lower <= pair.Second.Lower && pair.Second.Upper <= pair.First.Upper
            && pair.First.Lower >= 1 && pair.First.Upper <= areas.Length && pair.Second.Lower <= pair.Second.Upper),
        iter: 25);

    static RankRange[] OfEstimates((double Value, double Error)[] areas, double confidence = 0.95) =>
        [.. RankInterval.OfEstimates([.. areas.Select(area => area.Value)], [.. areas.Select(area => area.Error)], confidence, 1000)];

    // SplitMix64 by its published steps, in unlimited integers (Python 3.11): the state of stream 0 of seed 1 is the mix of 2³².
    [Fact]
    public void RandomStream_FirstNumbers_NeverChange()
    {
        var stream = new RandomStream(1, 0);
        Assert.Equal([0.8054269619380791, 0.656848934369204, 0.5364651009670786], [stream.Uniform(), stream.Uniform(), stream.Uniform()]);
    }

    // Mean and variance of ln Γ(a): ψ(a) and ψ′(a), # R 4.2.2: digamma, trigamma; within five standard errors.
    [Theory]
    [InlineData(0.1, -10.423754940411076, 101.43329915079276)]
    [InlineData(3, 0.92278433509846714, 0.39493406684822646)]
    [InlineData(1e6, 13.815510057964191, 1.0000005000001667e-06)]
    public void RandomStream_LogGamma_HasItsMoments(double shape, double mean, double variance)
    {
        var stream = new RandomStream(7, 3);
        var draws = Enumerable.Range(0, 100_000).Select(_ => stream.LogGamma(shape)).ToArray();
        Assert.InRange(draws.Average(), mean - (5 * Math.Sqrt(variance / 1e5)), mean + (5 * Math.Sqrt(variance / 1e5)));
        Assert.InRange(draws.Average(x => (x - mean) * (x - mean)) / variance, 0.95, 1.05);
    }

    [Fact]
    public void Any_ArgumentOutOfRange_Refuses()
    {
        Assert.Throws<ArgumentException>(() => RankInterval.OfEstimates([], []));
        Assert.Throws<ArgumentException>(() => RankInterval.OfEstimates([1, 2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankInterval.OfEstimates([1], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankInterval.OfEstimates([double.NaN], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankInterval.OfEstimates([1], [1], 95));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankInterval.OfEstimates([1], [1], draws: 999));
        Assert.Throws<ArgumentException>(() => RankInterval.OfProportions([], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankInterval.OfProportions([3], [2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankInterval.OfProportions([1], [2], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankInterval.OfProportions([1], [2], draws: 0));
    }
}
