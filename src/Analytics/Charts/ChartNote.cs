namespace Analytics.Charts;

/// <summary>Source, release and what else must travel with a picture, in as many lines as it needs: nothing of it is cut.</summary>
sealed class ChartNote
{
    const int Line = Theme.TextSize + 5;

    readonly IReadOnlyList<string> lines;

    /// <summary>Breaks a text between words.</summary>
    /// <param name="text">The text; empty for none.</param>
    /// <param name="width">Width of a line, in pixels; a longer word stands alone.</param>
    public ChartNote(string text, double width) => lines = TextWidth.Broken(text, Theme.TextSize, width);

    /// <summary>Height with air above, in pixels; 0 without text.</summary>
    public int Height => lines.Count == 0 ? 0 : (lines.Count * Line) + 8;

    /// <summary>Draws the text.</summary>
    public void On(Sheet sheet, double left, double top)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            sheet.Text(left, top + 8 + ((i + 0.5) * Line), lines[i], Theme.Muted);
        }
    }
}
