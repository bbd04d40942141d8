namespace Analytics.Charts;

/// <summary>Places on a circle, or an ellipse where the room is low, with a label outside each, none over another: the first at the top, the others clockwise.</summary>
/// <param name="Radius">Half the height, in pixels; of a circle larger with more places.</param>
/// <param name="Places">The places, the centre at (0, 0).</param>
sealed record CirclePlaces(double Radius, IReadOnlyList<CirclePlace> Places)
{
    /// <summary>Widest label, in pixels.</summary>
    public const double LabelWidth = 200;

    /// <summary>From one line of a label to the next, in pixels.</summary>
    public const double Line = Theme.TextSize + 2;

    /// <summary>From the circle to a label, in pixels: beyond the largest node.</summary>
    const double Beyond = 34;

    /// <summary>Places these labels.</summary>
    public static CirclePlaces Of(IReadOnlyList<string> labels)
    {
        // Where labels stand above each other, two lines and some air fit between neighbours.
        var radius = Math.Max(200, labels.Count * 17.0);
        return Of(labels, radius, radius);
    }

    /// <summary>Places these labels on an ellipse.</summary>
    /// <param name="labels">The labels; about ten at most, or they stand over each other.</param>
    /// <param name="across">Half its width, in pixels.</param>
    /// <param name="radius">Half its height.</param>
    public static CirclePlaces Of(IReadOnlyList<string> labels, double across, double radius) =>
        new(radius, [.. labels.Select((x, i) => At(i * 2 * Math.PI / labels.Count, across, radius, x))]);

    static CirclePlace At(double turned, double across, double radius, string label)
    {
        var (x, y) = (Math.Sin(turned), -Math.Cos(turned));
        var anchor = Math.Abs(x) < 0.1 ? TextAnchor.Middle : x > 0 ? TextAnchor.Start : TextAnchor.End;
        var lines = TextWidth.Lines(label, Theme.TextSize, LabelWidth);
        // Above and below, the whole label stands outside the circle, not half of it.
        var beyond = Beyond + (anchor == TextAnchor.Middle ? (lines.Count - 1) * Line / 2 : 0);
        return new CirclePlace(across * x, radius * y, (across + beyond) * x, (radius + beyond) * y, anchor, lines);
    }
}

/// <summary>A place on a circle.</summary>
/// <param name="X">Pixels to the right of the centre.</param>
/// <param name="Y">Pixels below the centre.</param>
/// <param name="LabelX">Where its label is anchored.</param>
/// <param name="LabelY">Vertical middle of its label.</param>
/// <param name="Anchor">Which part of the label stands at <paramref name="LabelX"/>.</param>
/// <param name="Lines">Lines of its label.</param>
sealed record CirclePlace(double X, double Y, double LabelX, double LabelY, TextAnchor Anchor, IReadOnlyList<string> Lines)
{
    /// <summary>What the label covers.</summary>
    public (double Left, double Top, double Right, double Bottom) Box
    {
        get
        {
            var (width, height) = (Lines.Max(x => TextWidth.Of(x, Theme.TextSize)), Lines.Count * CirclePlaces.Line);
            var left = Anchor switch { TextAnchor.Start => LabelX, TextAnchor.End => LabelX - width, _ => LabelX - (width / 2) };
            return (left, LabelY - (height / 2), left + width, LabelY + (height / 2));
        }
    }
}
