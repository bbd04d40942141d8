namespace Analytics.Charts;

/// <summary>A sign of a picture and what it means.</summary>
/// <param name="Words">What it means.</param>
/// <param name="SignWidth">Width of the sign, in pixels.</param>
/// <param name="Draw">Draws the sign, given its left edge and its middle.</param>
sealed record LegendEntry(string Words, double SignWidth, Action<Sheet, double, double> Draw)
{
    const double Between = 8;

    /// <summary>Width of the whole entry, in pixels.</summary>
    public double Width => SignWidth + Between + TextWidth.Of(Words, Theme.TextSize);

    /// <summary>Draws sign and words.</summary>
    /// <param name="sheet">Where.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="middle">Middle of the row.</param>
    public void On(Sheet sheet, double x, double middle)
    {
        Draw(sheet, x, middle);
        sheet.Text(x + SignWidth + Between, middle, Words, Theme.Ink);
    }
}
