using System.Globalization;

namespace Analytics.Charts;

/// <summary>Draws factors by age band: in each cell the county's municipalities on one scale, the chosen one as a marker, and above how much is measured at all.</summary>
/// <remarks>
/// What is not measured is hatched and counted: that nothing is known of an age is a finding. Each factor has one scale for all its bands, so ages compare
/// within a row and factors never with each other.
/// </remarks>
public static class AgeLadderChart
{
    /// <summary>Draws the ladder.</summary>
    /// <param name="grid">What to draw; at least one band.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="frame">Where it is drawn for; with a most height it shows the factors with most flags, then those measured in most bands.</param>
    /// <returns>The picture; its points are the cells, row by row.</returns>
    public static ChartPicture Draw(AgeLadderGrid grid, CultureInfo culture, ChartFrame frame)
    {
        var layout = new AgeLadderLayout(grid, culture, frame);
        return FramedSheet.Draw(frame, layout.Height, layout.Draw);
    }
}
