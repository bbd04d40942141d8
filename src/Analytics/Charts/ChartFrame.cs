namespace Analytics.Charts;

/// <summary>What surrounds a chart: how wide it is, what it says to who cannot see it, what stands above and below. The same drawing serves page, file, report, notebook and projector.</summary>
/// <param name="Width">Width of the view box, in pixels; at least 340. Text keeps its size, so a picture for a projector is narrow and shown large.</param>
/// <param name="Alternative">The picture in one sentence.</param>
public sealed record ChartFrame(int Width, string Alternative)
{
    /// <summary>Narrowest picture.</summary>
    public const int NarrowestWidth = 340;

    /// <summary>Width of a picture in a page of ordinary width.</summary>
    public const int PageWidth = 960;

    /// <summary>Width of a picture on a telephone.</summary>
    public const int PhoneWidth = 360;

    /// <summary>Width of a picture in a file.</summary>
    public const int FileWidth = 1100;

    /// <summary>Width of a picture that fills 1920 pixels: text of 13 pixels is shown with 28.</summary>
    public const int ProjectorWidth = 860;

    /// <summary>Most height of a picture that shares a screen of 1920 × 1080 with its sentence.</summary>
    public const int ProjectorHeight = 370;

    /// <summary>Title above the chart; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Unit and what else explains the title, below it; empty for none.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Source, release and what else must travel with the picture, below the chart; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Most height, in pixels: a chart with more rows shows those that matter most and says how many it leaves out. Null for as high as it needs.</summary>
    public int? MostHeight { get; init; }

    /// <summary>Whether it is drawn for a telephone.</summary>
    public bool IsNarrow => Width < 600;
}
