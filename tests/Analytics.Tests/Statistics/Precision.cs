using Xunit;

namespace Analytics.Tests.Statistics;

/// <summary>Agreement with a reference to 1e-9 relative, the house standard.</summary>
static class Precision
{
    public static void Close(double expected, double actual, double relative = 1e-9) =>
        Assert.True(
            Math.Abs(expected - actual) <= relative * Math.Abs(expected),
            FormattableString.Invariant($"expected {expected:R}, actual {actual:R}"));
}
