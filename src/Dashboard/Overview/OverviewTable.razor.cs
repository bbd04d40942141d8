using Dashboard.Layout;
using Dashboard.Navigation;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Overview;

/// <summary>The map as a table.</summary>
public sealed partial class OverviewTable
{
    /// <summary>What the table shows.</summary>
    [Parameter, EditorRequired]
    public required CountyView View { get; set; }

    /// <summary>State the links keep.</summary>
    [Parameter, EditorRequired]
    public required ViewQuery Query { get; set; }

    IReadOnlyList<string> SourceBands =>
        [.. View.Places.Select(x => x.Reading.Released.SourceBand).OfType<string>().Distinct(StringComparer.Ordinal).Select(Words.AgeSpan)];
}
