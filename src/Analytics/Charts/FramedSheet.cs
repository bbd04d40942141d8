namespace Analytics.Charts;

/// <summary>Draws a chart into its frame: paper, title, the chart itself, note.</summary>
static class FramedSheet
{
    const int Edge = 16;
    const int TitleLine = 24;
    const int SubtitleLine = 18;

    /// <summary>Draws a chart.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="height">Height of the chart itself, in pixels.</param>
    /// <param name="draw">Draws it, given the sheet and the top of the chart; gives its points in reading order.</param>
    public static ChartPicture Draw(ChartFrame frame, int height, Func<Sheet, double, IReadOnlyList<ChartPoint>> draw)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frame.Width, ChartFrame.NarrowestWidth);
        var (title, subtitle, note) = Texts(frame);
        var top = Above(title, subtitle);
        var bottom = Below(note);
        using var sheet = new Sheet(frame.Width, top + height + bottom);
        sheet.Rectangle(0, 0, sheet.Width, sheet.Height, Theme.Paper);
        var y = 10 + (TitleLine / 2.0);
        foreach (var line in title)
        {
            sheet.Text(Edge, y, line, Theme.Ink, Theme.TitleSize, bold: true);
            y += TitleLine;
        }

        foreach (var line in subtitle)
        {
            sheet.Text(Edge, y - 2, line, Theme.Muted);
            y += SubtitleLine;
        }

        var points = draw(sheet, top);
        note.On(sheet, Edge, top + height);
        return new ChartPicture(SvgElement.Of(sheet, frame.Alternative), sheet.Width, sheet.Height, points);
    }

    /// <summary>Most height that a chart itself may have in a frame; null for as high as it needs.</summary>
    public static int? MostHeight(ChartFrame frame)
    {
        var (title, subtitle, note) = Texts(frame);
        return frame.MostHeight - Above(title, subtitle) - Below(note);
    }

    static (IReadOnlyList<string> Title, IReadOnlyList<string> Subtitle, ChartNote Note) Texts(ChartFrame frame)
    {
        var width = frame.Width - (2 * Edge);
        return (TextWidth.Broken(frame.Title, Theme.TitleSize, width), TextWidth.Broken(frame.Subtitle, Theme.TextSize, width), new ChartNote(frame.Note, width));
    }

    static int Above(IReadOnlyList<string> title, IReadOnlyList<string> subtitle) => (title.Count * TitleLine) + (subtitle.Count * SubtitleLine) + (title.Count + subtitle.Count > 0 ? 20 : 0);

    static int Below(ChartNote note) => note.Height + (note.Height > 0 ? 10 : 0);
}
