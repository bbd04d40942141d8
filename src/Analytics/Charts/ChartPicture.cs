namespace Analytics.Charts;

/// <summary>A chart as a picture with the places a reader may want to know more about.</summary>
/// <param name="Svg">One self-contained <c>svg</c> element: no prolog, ids, styles or scripts, so that many can stand in one page.</param>
/// <param name="Width">Width of its view box, in pixels.</param>
/// <param name="Height">Height of its view box, in pixels.</param>
/// <param name="Points">What can be pointed at, in reading order.</param>
public sealed record ChartPicture(string Svg, int Width, int Height, IReadOnlyList<ChartPoint> Points);

/// <summary>A place in a chart, for a focusable element over it.</summary>
/// <param name="X">Pixels from the left of the view box.</param>
/// <param name="Y">Pixels from the top of the view box.</param>
/// <param name="Label">What stands there, in words: name, value and verdict.</param>
/// <param name="Area">Code of the area a link from the point leads to.</param>
/// <param name="Indicator">Id of the indicator it belongs to.</param>
public sealed record ChartPoint(double X, double Y, string Label, string Area, string Indicator)
{
    /// <summary>Width of the place, in pixels.</summary>
    public double Width { get; init; } = 24;

    /// <summary>Height of the place, in pixels.</summary>
    public double Height { get; init; } = 24;

    /// <summary>Id of the age band, where the chart has several.</summary>
    public string? AgeBand { get; init; }

    /// <summary>Calendar year, where the chart has several.</summary>
    public int? Year { get; init; }
}
