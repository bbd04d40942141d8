using System.Globalization;

namespace Analytics.Charts;

/// <summary>
/// Risk to the left and protection to the right, one lollipop per factor: its stick goes from the benchmark to the municipality's value, in units of the county's spread. In both halves the worse side is to the left and
/// the better to the right. On a telephone the halves stand below each other.
/// </summary>
/// <remarks>All factors share one scale, see docs/methods/spread-distance.md. No arrows lead between factors: areas' numbers do not say what causes what.</remarks>
public static class LollipopChart
{
    /// <summary>Draws the profile.</summary>
    /// <param name="profile">What to draw.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="frame">Where it is drawn for; with a most height only the factors farthest from the benchmark are drawn, certain differences first.</param>
    /// <returns>The picture; one point per factor, in reading order.</returns>
    public static ChartPicture Draw(LollipopProfile profile, CultureInfo culture, ChartFrame frame)
    {
        var layout = new LollipopLayout(profile, culture, frame);
        return FramedSheet.Draw(frame, layout.Height, layout.Draw);
    }
}
