using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Every municipality's course over the years on one common scale, where it lies in the county: line with interval, benchmark in grey, tested trend in words.</summary>
public static class SmallMultiplesChart
{
    /// <summary>Draws the chart.</summary>
    /// <param name="indicator">What is measured.</param>
    /// <param name="panels">The municipalities by name. Those with a place on the grid of tiles stand there, the others in rows below.</param>
    /// <param name="benchmark">What they are compared with.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="frame">Where it is drawn for. Where not all have room, those with the most certain change stay.</param>
    /// <returns>The picture; per municipality first the whole series, then its years.</returns>
    public static ChartPicture Draw(Indicator indicator, IReadOnlyList<SmallMultiple> panels, Benchmark benchmark, CultureInfo culture, ChartFrame frame)
    {
        var layout = new SmallMultiplesLayout(indicator, panels, benchmark, culture, frame);
        return FramedSheet.Draw(frame, layout.Height, layout.Draw);
    }
}
