using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class MeanIntervalTests
{
    // Fisher & Yates' table of t prints 2.571 for 5 and 12.706 for 1 degree of freedom at 95 %; digits by mpmath 1.3.0.
    [Fact]
    public void StudentT_SixAnswers_AgreesWithHighPrecision()
    {
        var interval = MeanInterval.StudentT(10, 9, 6);
        Precision.Close(10 - (2.57058183563631473 * 3 / Math.Sqrt(6)), interval.Lower, 1e-12);
        Precision.Close(10 + (2.57058183563631473 * 3 / Math.Sqrt(6)), interval.Upper, 1e-12);
    }

    // Student (1908), table of the sleep data, as worked in R's help page of t.test: extra hours 0.7, −1.6, … have mean 0.75, variance 3.200556, n = 10.
    [Fact]
    public void StudentT_SleepData_AgreesWithR()
    {
        double[] hours = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        var mean = hours.Average();
        var interval = MeanInterval.StudentT(mean, hours.Sum(x => (x - mean) * (x - mean)) / 9, 10);
        Assert.Equal(-0.5297804, interval.Lower, 7);
        Assert.Equal(2.0297804, interval.Upper, 7);
    }

    [Fact]
    public void StudentT_NoVariance_IsThePoint() => Assert.Equal(new Interval(3, 3), MeanInterval.StudentT(3, 0, 1.0001));

    [Theory]
    [InlineData(double.NaN, 1, 5, 0.95)]
    [InlineData(0, -1, 5, 0.95)]
    [InlineData(0, double.NaN, 5, 0.95)]
    [InlineData(0, 1, 1, 0.95)]
    [InlineData(0, 1, double.NaN, 0.95)]
    [InlineData(0, 1, 5, 1)]
    [InlineData(0, 1, 5, 95)]
    public void StudentT_ArgumentOutOfRange_Refuses(double mean, double variance, double size, double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanInterval.StudentT(mean, variance, size, confidence));

    [Fact]
    public void StudentT_AnyMean_IsSymmetricAndGrowsWithTheLevel() =>
        Gen.Select(Gen.Double[-100, 100], Gen.Double[0.01, 100], Gen.Double[1.5, 1e9], Gen.Double[0.01, 0.9], Gen.Double[0.001, 0.09])
            .Sample((mean, variance, size, level, more) =>
            {
                var narrow = MeanInterval.StudentT(mean, variance, size, level);
                var wide = MeanInterval.StudentT(mean, variance, size, level + more);
                return wide.Lower <= narrow.Lower && narrow.Contains(mean) && narrow.Upper <= wide.Upper
                    && Math.Abs((mean - narrow.Lower) - (narrow.Upper - mean)) < 1e-12 * (Math.Abs(mean) + narrow.Upper - narrow.Lower);
            });
}
