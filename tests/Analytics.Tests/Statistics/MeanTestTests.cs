using Analytics.Statistics;
using CsCheck;
using Xunit;
using TestResult = Analytics.Statistics.TestResult;

namespace Analytics.Tests.Statistics;

public sealed class MeanTestTests
{
    // R 4.2.2: t.test(x, y). The first row is Student's sleep data (Student 1908) as in its help page, the second has 15 values in each group.
    [Theory]
    [InlineData(0.75, 3.2005555555555558, 10, 2.33, 4.0090000000000003, 10, -1.8608134674868531, 0.079394140187358173)]
    [InlineData(20.82, 7.8674285714285732, 15, 23.686666666666667, 6.9969523809523819, 15, -2.8797143628767028, 0.0075613975023983175)]
    public void Welch_Answers_AgreesWithR(double mean1, double variance1, double size1, double mean2, double variance2, double size2, double t, double p)
    {
        var result = MeanTest.Welch(mean1, variance1, size1, mean2, variance2, size2);
        Precision.Close(t, result.Statistic);
        Precision.Close(p, result.PValue);
    }

    // R 4.2.2: t.test(sleep$extra[1:10], mu = 0.2).
    [Fact]
    public void AgainstValue_SleepData_AgreesWithR()
    {
        var result = MeanTest.AgainstValue(0.75, 3.2005555555555558, 10, 0.2);
        Precision.Close(0.97218743652346906, result.Statistic);
        Precision.Close(0.35635937021490727, result.PValue);
    }

    [Theory]
    [InlineData(3, 3, 0, 1)]
    [InlineData(4, 3, double.PositiveInfinity, 0)]
    [InlineData(3, 4, double.NegativeInfinity, 0)]
    public void Any_NoVariance_DecidesWithoutDoubt(double mean, double other, double t, double p)
    {
        Assert.Equal(new TestResult(t, p), MeanTest.Welch(mean, 0, 5, other, 0, 1.01));
        Assert.Equal(new TestResult(t, p), MeanTest.AgainstValue(mean, 0, 5, other));
    }

    // One group without variance leaves the test of the other against a known value.
    [Fact]
    public void Welch_OneGroupWithoutVariance_IsTheTestAgainstAValue() =>
        Gen.Select(Gen.Double[-10, 10], Gen.Double[0.01, 10], Gen.Double[1.1, 1e9]).Sample((mean, variance, size) =>
            Near(MeanTest.AgainstValue(mean, variance, size, 0.5), MeanTest.Welch(mean, variance, size, 0.5, 0, 3))
            && Near(MeanTest.AgainstValue(0.5, variance, size, mean), MeanTest.Welch(0.5, variance, size, mean, 0, 3)));

    [Fact]
    public void Welch_GroupsSwapped_ChangesTheSignOnly() =>
        Gen.Select(Gen.Double[-10, 10], Gen.Double[0, 10], Gen.Double[1.1, 1e4], Gen.Double[-10, 10], Gen.Double[0, 10], Gen.Double[1.1, 1e9]).Sample((m1, v1, n1, m2, v2, n2) =>
        {
            var result = MeanTest.Welch(m1, v1, n1, m2, v2, n2);
            var swapped = MeanTest.Welch(m2, v2, n2, m1, v1, n1);
            return result.PValue is >= 0 and <= 1 && Near(result, swapped with { Statistic = -swapped.Statistic });
        });

    [Fact]
    public void AgainstValue_BelowTheRest_IsWhereTheIntervalLeavesTheBenchmarkOut() =>
        Gen.Select(Gen.Double[-10, 10], Gen.Double[0.01, 10], Gen.OneOf(Gen.Double[1.5, 60], Gen.Double[60, 1e9]), Gen.Double[-5, 5], Gen.Double[0.01, 0.9999]).Sample(
            (mean, variance, size, distance, level) =>
            {
                var benchmark = mean + (distance * Math.Sqrt(variance / size));
                var p = MeanTest.AgainstValue(mean, variance, size, benchmark).PValue;
                return Math.Abs(p - (1 - level)) < 1e-7 || MeanInterval.StudentT(mean, variance, size, level).Contains(benchmark) == p > 1 - level;
            });

    [Fact]
    public void Any_LargestNumbers_StayNumbers()
    {
        Assert.Equal(new TestResult(double.PositiveInfinity, 0), MeanTest.Welch(double.MaxValue, 1, 5, -double.MaxValue, 1, 5));
        Assert.InRange(MeanTest.Welch(1, double.MaxValue, 1.1, 2, double.MaxValue, 1.1).PValue, 0.99, 1);
        Assert.InRange(MeanTest.AgainstValue(1, double.MaxValue, 1e9, 2).PValue, 0.99, 1);
    }

    [Theory]
    [InlineData(double.NaN, 1, 5)]
    [InlineData(0, -1, 5)]
    [InlineData(0, double.NaN, 5)]
    [InlineData(0, double.PositiveInfinity, 5)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 1, double.NaN)]
    [InlineData(0, 1, double.PositiveInfinity)]
    public void Any_ArgumentOutOfRange_Refuses(double mean, double variance, double size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanTest.AgainstValue(mean, variance, size, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanTest.Welch(mean, variance, size, 0, 1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanTest.Welch(0, 1, 5, mean, variance, size));
    }

    [Fact]
    public void AgainstValue_BenchmarkNotANumber_Refuses() => Assert.Throws<ArgumentOutOfRangeException>(() => MeanTest.AgainstValue(0, 1, 5, double.NaN));

    static bool Near(TestResult expected, TestResult actual) =>
        expected == actual
        || (Math.Abs(expected.Statistic - actual.Statistic) <= 1e-9 * Math.Abs(expected.Statistic) && Math.Abs(expected.PValue - actual.PValue) <= 1e-9 * expected.PValue);
}
