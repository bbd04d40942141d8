using Analytics.Catalogue;
using Analytics.Charts;

namespace Dashboard.Views;

/// <summary>What a screen shows of a release: one picture with its sentence, its table and what its files must say.</summary>
public sealed record ScreenView
{
    /// <summary>What, of whom, when and where: <c>Mobbad i skolan, 13–15 år, alla, 2025, Jönköpings län</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What values are counted in, in words.</summary>
    public required string Unit { get; init; }

    /// <summary>What the picture says, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Who measured it.</summary>
    public required string Source { get; init; }

    /// <summary>Name of its files, without extension: <c>lagesbild-06-sch_bullied-13-15-T-2025</c>.</summary>
    public required string FileName { get; init; }

    /// <summary>The picture as a table.</summary>
    public required ViewTable Table { get; init; }

    /// <summary>Draws the picture into a frame; null where there is nothing to draw.</summary>
    public required Func<ChartFrame, ChartPicture>? Draw { get; init; }

    /// <summary>Whether the picture keeps its size where the window is narrow, and one scrolls in it: a matrix whose text would be too small.</summary>
    public bool Scrolls { get; init; }

    /// <summary>Where a point of the picture leads; null for nowhere.</summary>
    public required Func<ChartPoint, string?> Href { get; init; }

    /// <summary>Indicators whose definitions stand one click away; at most a few, none where rows lead to their own.</summary>
    public IReadOnlyList<Indicator> Defined { get; init; } = [];

    /// <summary>Parameters with values that the release does not know: the view is not quite the one asked for, so no file is made of it.</summary>
    public IReadOnlyList<(string Name, string Value)> Ignored { get; init; } = [];
}
