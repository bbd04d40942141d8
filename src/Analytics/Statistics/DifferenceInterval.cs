namespace Analytics.Statistics;

/// <summary>Confidence intervals of the difference of two independent values.</summary>
public static class DifferenceInterval
{
    /// <summary>The interval of a difference from the two values' own intervals (square-and-add, also called MOVER): of shares with Wilson intervals Newcombe's method 10.</summary>
    /// <param name="value1">The first value, in any unit.</param>
    /// <param name="interval1">Its interval, in the same unit; it holds the value.</param>
    /// <param name="value2">The second value, from other people or another time.</param>
    /// <param name="interval2">Its interval at the same level.</param>
    /// <returns>Bounds of <paramref name="value1"/> − <paramref name="value2"/> at the level of the two intervals; Lower ≤ difference ≤ Upper.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or outside its interval.</exception>
    /// <remarks>Source: Newcombe (1998), Stat. Med. 17: 873–890, method 10; Zou &amp; Donner (2008), Stat. Med. 27: 1693–1702. See docs/methods/difference-interval.md.</remarks>
    public static Interval SquareAndAdd(double value1, Interval interval1, double value2, Interval interval2)
    {
        Check(value1, interval1, nameof(value1));
        Check(value2, interval2, nameof(value2));
        var difference = value1 - value2;
        return new Interval(
            difference - double.Hypot(value1 - interval1.Lower, interval2.Upper - value2),
            difference + double.Hypot(interval1.Upper - value1, value2 - interval2.Lower));
    }

    static void Check(double value, Interval interval, string name)
    {
        if (!(double.IsFinite(value) && double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper) && interval.Contains(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, "Expected a finite value within its finite interval.");
        }
    }
}
