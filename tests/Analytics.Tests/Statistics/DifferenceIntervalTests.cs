using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class DifferenceIntervalTests
{
    // R 4.2.2: a <- prop.test(x1, n1, correct = FALSE)$conf.int, b likewise, then Newcombe's formula. To four digits 56/70 − 48/80, 9/10 − 3/10 and 10/10 − 0/20
    // are examples of Newcombe (1998), Stat. Med. 17: 873–890, Table II, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.052431472402364926, 0.333872654036905858)]
    [InlineData(9, 10, 3, 10, 0.17052272393450307, 0.80901797353548799)]
    [InlineData(10, 10, 0, 20, 0.67908603714191484, 1)]
    [InlineData(0, 12, 5, 40, -0.26112119838851094, 0.12750783539398486)]
    public void SquareAndAdd_OfWilsonIntervals_AgreesWithR(long cases1, long population1, long cases2, long population2, double lower, double upper)
    {
        var result = DifferenceInterval.SquareAndAdd(
            (double)cases1 / population1, ProportionInterval.Wilson(cases1, population1), (double)cases2 / population2, ProportionInterval.Wilson(cases2, population2));
        Precision.Close(lower, result.Lower);
        Precision.Close(upper, result.Upper);
    }

    static readonly Gen<(double Value, Interval Interval)> Any = Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[0, 1e5], Gen.Double[0, 1e5], (x, a, b) => (x, new Interval(x - a, x + b)));

    [Fact]
    public void SquareAndAdd_TurnedAround_IsTheMirrorImageAndHoldsTheDifference() => Gen.Select(Any, Any).Sample((a, b) =>
    {
        var (there, back) = (DifferenceInterval.SquareAndAdd(a.Value, a.Interval, b.Value, b.Interval), DifferenceInterval.SquareAndAdd(b.Value, b.Interval, a.Value, a.Interval));
        Assert.True(there.Contains(a.Value - b.Value));
        Assert.Equal(there, new Interval(-back.Upper, -back.Lower));
    });

    [Fact]
    public void SquareAndAdd_OfAValueOutsideItsInterval_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DifferenceInterval.SquareAndAdd(2, new Interval(0, 1), 0.5, new Interval(0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DifferenceInterval.SquareAndAdd(0.5, new Interval(0, 1), double.NaN, new Interval(0, 1)));
    }
}
