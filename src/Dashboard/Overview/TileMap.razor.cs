using System.Globalization;
using Analytics.Catalogue;
using Dashboard.Navigation;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Overview;

/// <summary>Municipalities as equal tiles where they lie in the county, or by name where no places are known. Each tile is a link.</summary>
public sealed partial class TileMap
{
    /// <summary>What the tiles show.</summary>
    [Parameter, EditorRequired]
    public required CountyView View { get; set; }

    /// <summary>State the links keep.</summary>
    [Parameter, EditorRequired]
    public required ViewQuery Query { get; set; }

    // From north to south and west to east, as one reads and tabs.
    IEnumerable<PlaceReading> InReadingOrder =>
        View.HasTiles ? View.Places.OrderBy(x => x.Municipality.Tile!.Value.Row).ThenBy(x => x.Municipality.Tile!.Value.Column) : View.Places;

    string? PlaceClass(Tile? tile) => View.HasTiles && tile is { Row: var row, Column: var column }
        ? string.Create(CultureInfo.InvariantCulture, $"tile-row-{row + 1} tile-column-{column + 1}")
        : null;
}
