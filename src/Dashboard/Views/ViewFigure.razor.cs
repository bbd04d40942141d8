using Analytics.Charts;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Views;

/// <summary>A view in a page: sentence, picture with places to point at, files, links, table.</summary>
public sealed partial class ViewFigure
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required ScreenView View { get; set; }

    /// <summary>Its address.</summary>
    [Parameter, EditorRequired]
    public required ViewLink Link { get; set; }

    /// <summary>Whether the table is open from the start.</summary>
    [Parameter]
    public bool TableOpen { get; set; }

    /// <summary>The table in a shape of its own; the view's where there is none.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    // Two drawings, of which a style sheet shows the one that fits: text keeps its size, and nothing moves while the page loads.
    (string Css, ChartPicture Picture)[] Pictures(Func<ChartFrame, ChartPicture> draw) => View.Scrolls
        ? [("chart-scrolls", draw(new ChartFrame(ChartFrame.PageWidth, View.Sentence)))]
        : [("chart-wide", draw(new ChartFrame(ChartFrame.PageWidth, View.Sentence))), ("chart-narrow", draw(new ChartFrame(ChartFrame.PhoneWidth, View.Sentence)))];
}
