using System.Globalization;

namespace Analytics.Charts;

/// <summary>
/// A county at a glance, as a rug: one row per factor, one column per municipality. A certain difference fills its cell with the verdict's colour and sign, so that the eye finds it first;
/// one that is certain at 95 % only has a coloured corner; a missing value is hatched and has its reason's sign.
/// </summary>
/// <remarks>Colour is never alone: triangles up and down, filled for a judgement and hollow without. Many municipalities stand in several panels below each other rather than in columns too narrow to read.</remarks>
public static class RugChart
{
    /// <summary>Draws the rug.</summary>
    /// <param name="rug">What to draw; at least one column and one row.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="frame">Where it is drawn for; with a most height only the rows with most certain differences are drawn.</param>
    /// <returns>The picture; its points are the municipalities' names (without indicator), and for each factor its name (without area) and its cells.</returns>
    public static ChartPicture Draw(Rug rug, CultureInfo culture, ChartFrame frame)
    {
        ArgumentOutOfRangeException.ThrowIfZero(rug.Columns.Count, nameof(rug));
        var layout = new RugLayout(rug, culture, frame);
        return FramedSheet.Draw(frame, layout.Height, layout.Draw);
    }
}
