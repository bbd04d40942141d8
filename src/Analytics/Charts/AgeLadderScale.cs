namespace Analytics.Charts;

/// <summary>The axis of one factor, the same in all age bands: from the lowest value of any municipality to the highest, higher to the right.</summary>
/// <remarks>It widens for the chosen municipality's intervals, by a fourth at most to each side: a very long one is cut rather than squeezing all others.</remarks>
readonly record struct AgeLadderScale(double Lowest, double Highest, double From, double To)
{
    const double MostWidening = 0.25;

    public static AgeLadderScale? Of(AgeLadderRow row, bool whole)
    {
        double[] values = [.. row.Cells.SelectMany(x => x.Values), .. row.Cells.SelectMany(x => (double?[])[x.Value, x.Benchmark]).OfType<double>()];
        if (values.Length == 0)
        {
            return null;
        }

        var (lowest, highest) = (values.Min(), values.Max());
        var most = (highest - lowest) * MostWidening;
        var intervals = whole ? [] : row.Cells.Select(x => x.Interval).OfType<Statistics.Interval>().ToArray();
        return new AgeLadderScale(
            lowest, highest,
            intervals.Select(x => Math.Max(x.Lower, lowest - most)).Append(lowest).Min(), intervals.Select(x => Math.Min(x.Upper, highest + most)).Append(highest).Max());
    }

    /// <summary>Place of a value: 0 at the left edge, 1 at the right one; beyond an edge it stays there.</summary>
    public double Place(double value) => To > From ? Math.Clamp((value - From) / (To - From), 0, 1) : 0.5;
}
