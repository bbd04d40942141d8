using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Municipalities by size and value with the limits within which chance alone would keep them: the smaller, the wider.</summary>
public static class FunnelChart
{
    /// <summary>Level of the inner limits.</summary>
    public const double Inner = 0.95;

    /// <summary>Level of the outer limits.</summary>
    public const double Outer = 0.998;

    /// <summary>Draws the chart.</summary>
    /// <param name="indicator">What is measured.</param>
    /// <param name="period">The year, or years taken together.</param>
    /// <param name="rows">The municipalities, in any order; those without value or counts stand below.</param>
    /// <param name="benchmark">The common benchmark: a county or the nation.</param>
    /// <param name="centre">Its value.</param>
    /// <param name="level">How certain a difference must be.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="frame">Where it is drawn for.</param>
    /// <returns>The picture; its points are the municipalities from small to large, then those without a place.</returns>
    /// <exception cref="ArgumentException">No funnel can be drawn; see <see cref="Funnel.ObstacleTo"/>.</exception>
    public static ChartPicture Draw(
        Indicator indicator, Period period, IReadOnlyList<DotRow> rows, Benchmark benchmark, double centre, FlagLevel level, CultureInfo culture, ChartFrame frame)
    {
        var layout = new FunnelLayout(indicator, period, rows, Funnel.Of(indicator, rows, centre), benchmark, level, culture, frame);
        return FramedSheet.Draw(frame, layout.Height, layout.Draw);
    }
}
