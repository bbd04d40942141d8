namespace Analytics.Charts;

/// <summary>Where the age bands of a ladder stand.</summary>
/// <param name="Left">Left edge of the first band, in pixels.</param>
/// <param name="Width">Width of a band, in pixels.</param>
/// <param name="Right">Right edge of the whole, the scale's ends included.</param>
/// <param name="NamesAbove">Whether names stand above their strips, on a telephone, and not beside them.</param>
sealed record AgeLadderColumns(double Left, double Width, double Right, bool NamesAbove)
{
    const double Scale = 92, WidestName = 310;

    /// <summary>Divides a width.</summary>
    public static AgeLadderColumns Of(ChartFrame frame, int bands, double edge)
    {
        var right = frame.Width - edge;
        var left = frame.IsNarrow ? edge : edge + Math.Min(WidestName, (right - edge) * 0.31);
        return new AgeLadderColumns(left, ((frame.IsNarrow ? right : right - Scale) - left) / bands, right, frame.IsNarrow);
    }

    /// <summary>Middle of a band.</summary>
    public double Middle(int band) => Left + ((band + 0.5) * Width);
}
