using Analytics.Charts;
using Dashboard.Views;

namespace Dashboard.Meeting;

/// <summary>How a slide of 1920 × 1080 pixels is shared between title, sentence, picture and source. All numbers are pixels of that size; <c>meeting.css</c> has the same.</summary>
/// <param name="IsLong">Whether the sentence is set smaller, so that the picture keeps its room.</param>
/// <param name="MostHeight">Most height of the picture before it is shown large.</param>
public sealed record SlideFit(bool IsLong, int MostHeight)
{
    // Text of 13 pixels in a picture 860 wide becomes 28.06.
    const double PictureWidth = 1856;
    const double Scale = PictureWidth / ChartFrame.ProjectorWidth;

    // Letters are on average half as wide as high; a little more, to be safe.
    const double Advance = 0.53;

    const int Edges = 68;
    const int TitleLine = 42;
    const int FactsLine = 36;
    const double FactsWidth = 1250;
    const double TitleWidth = 1480;

    /// <summary>Shares a slide.</summary>
    /// <param name="view">What it shows.</param>
    /// <param name="facts">Unit, source and release, as they stand at its foot.</param>
    public static SlideFit Of(ScreenView view, string facts)
    {
        var isLong = Lines(view.Sentence, 44, PictureWidth) > 2;
        var sentence = isLong ? Lines(view.Sentence, 36, PictureWidth) * 45 : Lines(view.Sentence, 44, PictureWidth) * 55;
        var free = 1080 - Edges - (Lines(view.Title, 32, TitleWidth) * TitleLine) - sentence - (Math.Max(2, Lines(facts, 28, FactsWidth)) * FactsLine);
        return new SlideFit(isLong, Math.Clamp((int)(free / Scale), 200, ChartFrame.ProjectorHeight));
    }

    static int Lines(string text, int size, double width) => Math.Max(1, (int)Math.Ceiling(text.Length * Advance * size / width));
}
