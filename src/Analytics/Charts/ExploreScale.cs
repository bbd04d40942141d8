namespace Analytics.Charts;

/// <summary>The axis that the rows of one indicator share, from a round number to a round number.</summary>
/// <param name="From">Value at the left edge.</param>
/// <param name="To">Value at the right edge, above <paramref name="From"/>.</param>
/// <param name="Step">Distance of its ticks.</param>
readonly record struct ExploreScale(double From, double To, double Step)
{
    const int Steps = 4;
    const int MostWidening = 3;

    /// <summary>The scale that holds all values and intervals; from 0 to 1 where there is none. An interval may widen it by thrice the span of the values to either side, no more.</summary>
    public static ExploreScale Of(IReadOnlyList<ExploreRow> rows)
    {
        var values = rows.SelectMany(x => (double?[])[x.Value, x.OtherValue]).OfType<double>().ToArray();
        if (values.Length == 0)
        {
            return new ExploreScale(0, 1, 0.25);
        }

        var intervals = rows.SelectMany(x => (Statistics.Interval?[])[x.Interval, x.OtherInterval]).OfType<Statistics.Interval>().ToArray();
        var (least, most) = (values.Min(), values.Max());
        var span = most - least;
        var (lower, upper) = (intervals.Select(x => x.Lower).Append(least).Min(), intervals.Select(x => x.Upper).Append(most).Max());
        var (from, to) = span > 0 ? (Math.Max(lower, least - (MostWidening * span)), Math.Min(upper, most + (MostWidening * span))) : (lower, upper);
        if (to <= from)
        {
            (from, to) = (from - Math.Max(Math.Abs(from) / 2, 1e-6), to + Math.Max(Math.Abs(to) / 2, 1e-6));
        }

        var step = Round((to - from) / Steps);
        return new ExploreScale(Math.Floor((from / step) + 1e-9) * step, Math.Ceiling((to / step) - 1e-9) * step, step);
    }

    /// <summary>Values of the ticks, ascending.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            var (from, step) = (From, Step);
            return Enumerable.Range(0, (int)Math.Round((To - From) / Step) + 1).Select(x => from + (x * step));
        }
    }

    /// <summary>Place of a value: 0 at the left edge, 1 at the right; beyond an edge it stays there.</summary>
    public double Place(double value) => Math.Clamp((value - From) / (To - From), 0, 1);

    /// <summary>Whether a value lies beyond an edge.</summary>
    public bool IsCut(double value) => value < From - (1e-9 * Step) || value > To + (1e-9 * Step);

    static double Round(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 } * power;
    }
}
