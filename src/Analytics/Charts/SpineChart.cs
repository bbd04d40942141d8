using System.Globalization;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>A municipality in its county, one row per indicator: all municipalities as ticks, the chosen one as a marker with its interval.</summary>
/// <remarks>
/// Rows have different units, so each has its own scale: the benchmark in the middle, the municipality farthest from it at an edge, the better side
/// to the right (the higher side where no judgement is made). Lengths compare within a row, never between rows.
/// </remarks>
public static class SpineChart
{
    /// <summary>One row, for a table cell beside the indicator's name and value.</summary>
    /// <param name="row">The row.</param>
    /// <param name="width">Width of the view box, in pixels; at least 120.</param>
    /// <param name="height">Height of the view box, in pixels; at least 24.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <returns>The picture; its first point is the chosen municipality's.</returns>
    public static ChartPicture DrawRow(SpineRow row, int width, int height, CultureInfo culture)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 120);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 24);
        using var sheet = new Sheet(width, height);
        var points = new SpineStrip(sheet, 0, 0, width, height, culture).Draw(row);
        return new ChartPicture(SvgElement.Of(sheet, SentenceOf(row, culture)), width, height, points);
    }

    /// <summary>The whole chart with names, values and legend, for download: risk factors, protective factors and outcomes, each by domain.</summary>
    /// <param name="rows">The rows, all of one municipality; their order within a domain is kept.</param>
    /// <param name="benchmark">What stands in the middle of every row.</param>
    /// <param name="level">How certain a difference must be.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="frame">Where it is drawn for.</param>
    /// <returns>The picture; as high as its rows need, or with the most certain differences only where the frame limits its height.</returns>
    public static ChartPicture Draw(IReadOnlyList<SpineRow> rows, Benchmark benchmark, FlagLevel level, CultureInfo culture, ChartFrame frame)
    {
        var layout = new SpineLayout(rows, benchmark, level, culture, frame.MostHeight);
        return FramedSheet.Draw(frame, layout.Height, layout.Draw);
    }

    static string SentenceOf(SpineRow row, CultureInfo culture) => row.Cell switch
    {
        Cell.Shown shown => VerdictSentence.Of(row.Indicator, row.AreaName, row.Period, shown.Estimate, row.Comparison, culture, named: true),
        Cell.Missing missing => VerdictSentence.Of(row.Indicator, row.AreaName, row.Period, missing.Reason, culture, named: true),
        _ => throw new InvalidOperationException("A cell is shown or missing."),
    };
}
