using System.Globalization;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Draws who uses which method: a square per use, its area the extent, rows in their groups, and above each method its evidence and ages.</summary>
/// <remarks>What marks a group is dark, other use is grey, so that a group is seen as a dark block: without colour too.</remarks>
public static class MethodMatrixChart
{
    const int Cell = 16, Largest = 26;

    /// <summary>Draws the matrix.</summary>
    /// <param name="matrix">What to draw; at least one column and one row.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="frame">Where it is drawn for; the picture is wider where the columns need it. With a most height it shows groups, not their members.</param>
    /// <returns>The picture; its points are the rows.</returns>
    public static ChartPicture Draw(MethodMatrix matrix, CultureInfo culture, ChartFrame frame)
    {
        if (frame.MostHeight is not { } most)
        {
            var whole = new MethodMatrixLayout(matrix, culture, Cell, frame.Width, IsSummary: false, Left: 0, LeftGroups: 0);
            return FramedSheet.Draw(frame with { Width = whole.Width }, whole.Height, whole.Draw);
        }

        var all = Language.Pick(culture, "alla", "all");
        var rows = Math.Max(1, (most - MethodMatrixLayout.AroundSummary) / Cell);
        var left = MethodMatrixLayout.Labels(matrix.ByGroup(1, rows, all));
        var room = frame.Width - left - MethodMatrixLayout.Around;
        var groups = matrix.ByGroup(Math.Max(1, room / Cell), rows, all);
        var summary = new MethodMatrixLayout(groups, culture, Cell, frame.Width, IsSummary: true, matrix.Columns.Count - groups.Columns.Count, matrix.Groups.Count - groups.Groups.Count);
        var cell = (int)Math.Clamp(Math.Min(Cell + ((most - summary.Height) / (double)groups.Groups.Count), room / (double)groups.Columns.Count), Cell, Largest);
        summary = summary with { Cell = cell };
        return FramedSheet.Draw(frame, summary.Height, summary.Draw);
    }
}
