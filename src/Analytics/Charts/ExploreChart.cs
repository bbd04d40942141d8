using System.Globalization;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Chosen cells, one row each under their indicator: the value as the sign of its verdict on the indicator's own axis, with its interval. Of two selections the second is a diamond.</summary>
/// <remarks>Every indicator has its own axis, so lengths compare within an indicator, never between two. Rows are taken in the order given.</remarks>
public static class ExploreChart
{
    /// <summary>Rows drawn at most; the table has the others.</summary>
    public const int MostRows = 40;

    /// <summary>Draws the cells.</summary>
    /// <param name="rows">The cells, those of one indicator together.</param>
    /// <param name="pair">Names of the two selections, where cells stand in pairs; otherwise null.</param>
    /// <param name="level">How certain a difference must be.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="frame">Where it is drawn for.</param>
    /// <returns>The picture; one point per drawn row, in their order.</returns>
    public static ChartPicture Draw(IReadOnlyList<ExploreRow> rows, (string First, string Second)? pair, FlagLevel level, CultureInfo culture, ChartFrame frame)
    {
        var layout = new ExploreLayout(rows, pair, level, culture, frame);
        return FramedSheet.Draw(frame, layout.Height, layout.Draw);
    }
}
