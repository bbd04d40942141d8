using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Statistics;

namespace Analytics.Charts;

/// <summary>A common scale of values, with round numbers to read it by.</summary>
/// <remarks>
/// It holds every value, and every interval but those more than three times as wide as the middle one: a very long interval is cut at the edge rather than
/// squeezing all others into a corner. It begins at 0 where values come near it.
/// </remarks>
sealed class ValueAxis
{
    const double MostTimesWider = 3, NearZero = 0.3, Air = 0.04;

    readonly Unit unit;
    readonly int decimals;

    ValueAxis(double low, double high, double step, Unit unit)
    {
        (Low, High, this.unit) = (low, high, unit);
        decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        var first = Math.Ceiling((low * unit.Factor / step) - 1e-9);
        var last = Math.Floor((high * unit.Factor / step) + 1e-9);
        Ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step / unit.Factor)];
    }

    /// <summary>Value at the beginning.</summary>
    public double Low { get; }

    /// <summary>Value at the end.</summary>
    public double High { get; }

    /// <summary>Round values within, ascending.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>The scale of values and intervals.</summary>
    /// <param name="values">What must be within; none gives a scale from 0 to 1 of the unit.</param>
    /// <param name="intervals">What should be within.</param>
    /// <param name="indicator">What is measured.</param>
    /// <param name="most">Most round values, about.</param>
    /// <param name="grounded">Whether it begins at a round value, for a plot with a ground line.</param>
    public static ValueAxis Of(IEnumerable<double> values, IEnumerable<Interval> intervals, Indicator indicator, int most, bool grounded = false)
    {
        var widths = intervals.OrderBy(x => x.Upper - x.Lower).ToArray();
        var middle = widths.Length == 0 ? 0 : widths[widths.Length / 2].Upper - widths[widths.Length / 2].Lower;
        double[] within = [.. values, .. widths.Where(x => x.Upper - x.Lower <= MostTimesWider * middle).SelectMany(x => (double[])[x.Lower, x.Upper])];
        var unit = indicator.Unit;
        var (low, high) = within.Length == 0 ? (0, 1 / unit.Factor) : (within.Min(), within.Max());
        if (high <= low)
        {
            var half = Math.Max(Math.Abs(low) * 0.1, 0.5 / unit.Factor);
            (low, high) = (low - half, high + half);
        }

        var (least, top) = (within.Length == 0 ? 0 : within.Min(), indicator.Measure == Measure.Proportion ? 1 : double.PositiveInfinity);
        var air = Air * (high - low);
        low = least >= 0 && low < NearZero * high ? 0 : least >= 0 ? Math.Max(0, low - air) : low - air;
        high = Math.Min(top, high + air);
        var step = Step((high - low) * unit.Factor / most);
        return new ValueAxis(grounded ? Math.Floor((low * unit.Factor / step) + 1e-9) * step / unit.Factor : low, high, step, unit);
    }

    /// <summary>Place of a value: 0 at the beginning, 1 at the end; beyond an edge it stays there.</summary>
    public double Place(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);

    /// <summary>Whether a value lies beyond an edge.</summary>
    public bool IsCut(double value) => value < Low - (1e-9 * (High - Low)) || value > High + (1e-9 * (High - Low));

    /// <summary>A round value without unit.</summary>
    public string Label(double tick, CultureInfo culture) => ValueFormat.Number(tick, unit, culture, decimals);

    /// <summary>The smallest of 1, 2 and 5 times a power of ten that is not below a length.</summary>
    static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return (least / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
    }
}
