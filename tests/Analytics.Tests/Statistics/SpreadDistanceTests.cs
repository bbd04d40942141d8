using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class SpreadDistanceTests
{
    /// <summary>By hand: the areas' mean is 5 and their squared deviations add up to 32.</summary>
    [Fact]
    public void Of_EightAreas_IsTheDifferenceInStandardDeviations()
    {
        var distance = SpreadDistance.Of(9, new Interval(7, 12), 5, [2, 4, 4, 4, 5, 5, 7, 9])!;
        Assert.Equal(Math.Sqrt(32 / 7.0), distance.Spread, 12);
        Assert.Equal(4 / Math.Sqrt(32 / 7.0), distance.Value, 12);
        Assert.Equal(1.870829, distance.Value, 6);
        Assert.Equal((0.935414, 3.273950), (Math.Round(distance.Interval!.Value.Lower, 6), Math.Round(distance.Interval.Value.Upper, 6)));
    }

    [Fact]
    public void Of_ValueBelowTheBenchmark_IsNegative()
    {
        var distance = SpreadDistance.Of(0.1, null, 0.3, [0.1, 0.2, 0.3, 0.4, 0.5])!;
        Assert.Equal(-1.264911, distance.Value, 6);
        Assert.Null(distance.Interval);
    }

    [Fact]
    public void Of_FewAreasOrAllAlike_IsNone()
    {
        Assert.Null(SpreadDistance.Of(1, null, 0, [1, 2, 3, 4]));
        Assert.Null(SpreadDistance.Of(1, null, 0, [0.1, 0.1, 0.1, 0.1, 0.1]));
    }

    [Theory]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(0, double.PositiveInfinity, 1)]
    [InlineData(0, 0, double.NaN)]
    public void Of_NotFinite_Refuses(double value, double benchmark, double area) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SpreadDistance.Of(value, null, benchmark, [area, 1, 2, 3, 4]));

    /// <summary>Picture and verdict agree: the interval holds 0 exactly where it held the benchmark. The order of areas does not matter, to the bit.</summary>
    [Fact]
    public void Of_AnyAreas_KeepsTheVerdictAndIgnoresTheirOrder() =>
        (from areas in Gen.Double[0, 1].Array[5, 20]
         from value in Gen.Double[0, 1]
         from half in Gen.Double[0, 0.3]
         from benchmark in Gen.Double[0, 1]
         select (areas, new Interval(value - half, value + half), value, benchmark)).Sample(x =>
        {
            var (areas, interval, value, benchmark) = x;
            var distance = SpreadDistance.Of(value, interval, benchmark, areas);
            Assert.Equal(distance, SpreadDistance.Of(value, interval, benchmark, [.. areas.Reverse()]));
            if (distance is not null)
            {
                Assert.Equal(interval.Contains(benchmark), distance.Interval!.Value.Contains(0));
                Assert.Equal(Math.Sign(value - benchmark), Math.Sign(distance.Value));
            }
        });
}
