namespace Analytics.Charts;

/// <summary>Rows and columns of small multiples: where the municipalities lie in the county, or by name.</summary>
/// <param name="Columns">Number of columns.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Places">Each panel and its place, in reading order.</param>
sealed record SmallMultiplesGrid(int Columns, int Rows, IReadOnlyList<(SmallMultiple Panel, int Row, int Column)> Places)
{
    const int MostColumns = 6;

    /// <summary>Panels where they lie; those without a place, or with one that is taken, in rows below by name. Null where the grid is too wide to draw.</summary>
    public static SmallMultiplesGrid? ByTile(IReadOnlyList<SmallMultiple> panels)
    {
        var placed = panels.Where(x => x.Tile is not null).GroupBy(x => x.Tile!.Value).Select(x => x.First()).ToArray();
        if (placed.Length * 2 < panels.Count || placed.Length == 0)
        {
            return null;
        }

        var (top, first) = (placed.Min(x => x.Tile!.Value.Row), placed.Min(x => x.Tile!.Value.Column));
        var columns = placed.Max(x => x.Tile!.Value.Column) - first + 1;
        var rows = placed.Max(x => x.Tile!.Value.Row) - top + 1;
        if (columns > MostColumns || rows > panels.Count)
        {
            return null;
        }

        var rest = panels.Except(placed).Select((x, i) => (x, rows + (i / columns), i % columns));
        return Of(columns, [.. placed.Select(x => (x, x.Tile!.Value.Row - top, x.Tile!.Value.Column - first)), .. rest]);
    }

    /// <summary>Panels in rows, in the order given.</summary>
    public static SmallMultiplesGrid ByName(IReadOnlyList<SmallMultiple> panels, int columns) => Of(columns, panels.Select((x, i) => (x, i / columns, i % columns)));

    static SmallMultiplesGrid Of(int columns, IEnumerable<(SmallMultiple Panel, int Row, int Column)> places)
    {
        (SmallMultiple, int Row, int)[] ordered = [.. places.OrderBy(x => x.Row).ThenBy(x => x.Column)];
        return new SmallMultiplesGrid(columns, ordered.Length == 0 ? 0 : ordered[^1].Row + 1, ordered);
    }
}
