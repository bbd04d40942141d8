namespace Analytics.Charts;

/// <summary>Where the tiles of a county stand: by their places on its grid, or by name where they have none or the frame has no room for the grid.</summary>
/// <param name="Tiles">The tiles in reading order; X and Y of the upper left corner from the upper left of the map, in pixels.</param>
/// <param name="Width">Width of a tile.</param>
/// <param name="Height">Height of a tile.</param>
/// <param name="Bottom">Height of all tiles.</param>
sealed record TileMapLayout(IReadOnlyList<(TileMapPlace Place, double X, double Y)> Tiles, double Width, double Height, double Bottom)
{
    /// <summary>Between tiles, in pixels.</summary>
    public const double Gap = 6;

    const double Tallest = 96, TallestNarrow = 84, Lowest = 36, Narrowest = 66, Usual = 150, UsualNarrow = 104, Densest = 112;

    /// <summary>Places tiles.</summary>
    /// <param name="places">The municipalities, by name.</param>
    /// <param name="width">Width of the map, in pixels.</param>
    /// <param name="narrow">Whether it is for a telephone.</param>
    /// <param name="most">Most height, in pixels; null for as high as it needs. Then those with certain differences come first and the rest may be left out.</param>
    public static TileMapLayout Of(IReadOnlyList<TileMapPlace> places, double width, bool narrow, double? most)
    {
        var tallest = narrow ? TallestNarrow : Tallest;
        if (Placed(places, width, tallest, most) is { } placed)
        {
            return placed;
        }

        var columns = Math.Max(1, (int)((width + Gap) / ((narrow ? UsualNarrow : Usual) + Gap)));
        double HeightOf(int count) => most is null ? tallest : Math.Min(tallest, ((most.Value + Gap) / Rows(places.Count, count)) - Gap);
        if (HeightOf(columns) < Lowest)
        {
            columns = Math.Max(columns, (int)((width + Gap) / (Densest + Gap)));
        }

        var height = Math.Max(Lowest, HeightOf(columns));
        var fitting = most is null ? places.Count : Math.Min(places.Count, columns * Math.Max(1, (int)((most.Value + Gap) / (height + Gap))));
        var kept = places.OrderBy(x => x.Verdict is not (null or Estimation.Verdict.Similar) ? 0 : x.Reason is null ? 1 : 2).Take(fitting).ToHashSet();
        var tile = ((width + Gap) / columns) - Gap;
        return Of([.. places.Where(kept.Contains).Select((x, i) => (x, i / columns, i % columns))], tile, height);
    }

    static TileMapLayout? Placed(IReadOnlyList<TileMapPlace> places, double width, double tallest, double? most)
    {
        var tiles = places.Select(x => x.Municipality.Tile).ToArray();
        if (tiles.Length == 0 || tiles.Any(x => x is null) || tiles.Distinct().Count() < tiles.Length)
        {
            return null;
        }

        var (top, left) = (tiles.Min(x => x!.Value.Row), tiles.Min(x => x!.Value.Column));
        var (rows, columns) = (tiles.Max(x => x!.Value.Row) - top + 1, tiles.Max(x => x!.Value.Column) - left + 1);
        var tile = ((width + Gap) / columns) - Gap;
        var height = most is null ? tallest : Math.Min(tallest, ((most.Value + Gap) / rows) - Gap);
        return tile < Narrowest || height < Lowest
            ? null
            : Of([.. places.Select(x => (x, x.Municipality.Tile!.Value.Row - top, x.Municipality.Tile.Value.Column - left)).OrderBy(x => x.Item2).ThenBy(x => x.Item3)], tile, height);
    }

    static int Rows(int places, int columns) => Math.Max(1, (places + columns - 1) / columns);

    static TileMapLayout Of(IReadOnlyList<(TileMapPlace Place, int Row, int Column)> cells, double width, double height) => new(
        [.. cells.Select(x => (x.Place, x.Column * (width + Gap), x.Row * (height + Gap)))], width, height,
        cells.Count == 0 ? 0 : ((cells.Max(x => x.Row) + 1) * (height + Gap)) - Gap);
}
