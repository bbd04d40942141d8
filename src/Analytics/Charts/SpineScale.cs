using Analytics.Catalogue;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>
/// The common axis of rows with different units: the benchmark in the middle, one linear scale to both sides, and the municipality farthest
/// from the benchmark at an edge. The better side is to the right; without judgement the higher one.
/// </summary>
/// <remarks>
/// One scale to both sides keeps equal differences equally long. The scale widens for the chosen municipality's interval, by half at most:
/// a very long interval is cut at the edge rather than squeezing the county into the middle.
/// </remarks>
readonly record struct SpineScale(double Centre, double Half, bool Mirrored)
{
    const double MostWidening = 1.5;

    public static SpineScale Of(SpineRow row)
    {
        var estimate = (row.Cell as Cell.Shown)?.Estimate;
        var values = row.Areas.Where(x => x.Code != row.Area).Select(x => x.Value).Append(estimate?.Value).OfType<double>().ToArray();
        if (values.Length == 0)
        {
            return new SpineScale(0, 1, false);
        }

        var centre = row.Benchmark ?? ((values.Min() + values.Max()) / 2);
        var half = values.Max(x => Math.Abs(x - centre));
        if (row.Interval is { } interval)
        {
            var reach = Math.Max(Math.Abs(interval.Lower - centre), Math.Abs(interval.Upper - centre));
            half = Math.Max(half, half > 0 ? Math.Min(reach, MostWidening * half) : reach);
        }

        return new SpineScale(centre, half > 0 ? half : 1, row.Indicator.Polarity == Polarity.HigherWorse);
    }

    /// <summary>Place of a value: −1 at the left edge, 0 in the middle, 1 at the right edge; beyond an edge it stays there.</summary>
    public double Place(double value) => Math.Clamp((Mirrored ? Centre - value : value - Centre) / Half, -1, 1);

    /// <summary>Whether a value lies beyond an edge.</summary>
    public bool IsCut(double value) => Math.Abs(value - Centre) > Half * (1 + 1e-9);
}
