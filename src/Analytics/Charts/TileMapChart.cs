using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using ScottPlot;

namespace Analytics.Charts;

/// <summary>Draws a county as a map of equal tiles: name, value and verdict of each municipality. A small place is seen as well as a large one.</summary>
/// <remarks>A certain difference is a filled tile, "no certain difference" a quiet one, a gap a hatched one; the verdict's shape and its word are there too.</remarks>
public static class TileMapChart
{
    const int Edge = 16, LegendRow = 26, Line = 20;
    const double Padding = 9, Mark = 7;
    const string Quiet = "#E6E9ED";

    /// <summary>Draws the map.</summary>
    /// <param name="indicator">What is measured.</param>
    /// <param name="places">The county's municipalities, by name.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="frame">Where it is drawn for.</param>
    /// <returns>The picture; its points are the tiles in reading order.</returns>
    public static ChartPicture Draw(Indicator indicator, IReadOnlyList<TileMapPlace> places, CultureInfo culture, ChartFrame frame)
    {
        var legend = new LegendFlow(Legend(indicator, places, culture), Edge, frame.Width - Edge, LegendRow);
        var around = (2 * Edge) + legend.Height;
        var layout = TileMapLayout.Of(places, frame.Width - (2 * Edge), frame.IsNarrow, frame.MostHeight - around - Line);
        var left = places.Count - layout.Tiles.Count;
        return FramedSheet.Draw(frame, (int)Math.Ceiling(around + layout.Bottom + (left > 0 ? Line : 0)), (sheet, top) =>
        {
            foreach (var (place, x, y) in layout.Tiles)
            {
                DrawTile(sheet, indicator, place, Edge + x, top + Edge + y, layout, culture);
            }

            var bottom = top + Edge + layout.Bottom;
            if (left > 0)
            {
                var count = left.ToString(CultureInfo.InvariantCulture);
                sheet.Text(Edge, bottom + (Line / 2.0), Language.Pick(culture, $"{count} kommuner till står i tabellen.", $"{count} more municipalities are in the table."), Theme.Muted);
                bottom += Line;
            }

            legend.On(sheet, bottom + (Edge / 2.0));
            return [.. layout.Tiles.Select(t => new ChartPoint(Edge + t.X + (layout.Width / 2), top + Edge + t.Y + (layout.Height / 2), t.Place.Label(indicator, culture), t.Place.Municipality.Code, indicator.Id)
            {
                Width = layout.Width,
                Height = layout.Height,
            })];
        });
    }

    static void DrawTile(Sheet sheet, Indicator indicator, TileMapPlace place, double x, double y, TileMapLayout layout, CultureInfo culture)
    {
        var (right, bottom, room) = (x + layout.Width, y + layout.Height, layout.Width - (2 * Padding));
        DrawGround(sheet, place, x, y, right, bottom);
        var ink = IsFilled(place) ? Theme.Paper : Theme.Ink;
        var tall = layout.Height >= 76;
        var size = layout.Width >= 140 && tall ? Theme.HeadingSize : Theme.TextSize;
        var names = tall ? TextWidth.Lines(place.Municipality.Name, size, room) : [Shortened(place.Municipality.Name, size, room)];
        var edge = tall ? Padding : 4;
        var line = y + edge + (size / 2.0);
        foreach (var name in names)
        {
            Write(sheet, place, x + Padding, line, name, ink, size, bold: true);
            line += size + 3;
        }

        var word = place.Reason is { } reason ? ReasonText.Short(reason, culture) : VerdictText.Of(place.Verdict, culture);
        var (last, mark) = (bottom - edge - (Theme.TextSize / 2.0), x + Padding + Mark);
        var value = place.Cell is Release.Cell.Shown shown ? Value(indicator, shown, room - (tall ? 0 : (2 * Mark) + 6), culture) : null;
        if (tall)
        {
            if (value is not null)
            {
                Write(sheet, place, x + Padding, last - 22, value, ink, layout.Width >= 140 ? Theme.TitleSize : Theme.HeadingSize, bold: true);
            }

            DrawSign(sheet, place, mark, last);
            if ((2 * Mark) + 6 + TextWidth.Of(word, Theme.TextSize) <= room)
            {
                Write(sheet, place, x + Padding + (2 * Mark) + 6, last, word, ink);
            }
            else if (place.Reason is not null)
            {
                var lines = TextWidth.Lines(word, Theme.TextSize, room);
                for (var i = 0; i < lines.Count; i++)
                {
                    Write(sheet, place, x + Padding, last - ((lines.Count - i) * (Theme.TextSize + 2)) - 2, lines[i], ink);
                }
            }
        }
        else
        {
            DrawSign(sheet, place, mark, last);
            var words = value ?? word;
            Write(sheet, place, x + Padding + (2 * Mark) + 6, last, Shortened(words, Theme.TextSize, room - (2 * Mark) - 6), ink, bold: value is not null);
        }
    }

    /// <summary>Value with its unit where there is room, otherwise the number alone: the unit stands above the picture.</summary>
    static string Value(Indicator indicator, Release.Cell.Shown shown, double room, CultureInfo culture) =>
        ValueFormat.Of(shown.Estimate.Value, indicator.Unit, culture) is var whole && TextWidth.Of(whole, Theme.TitleSize) <= room ? whole : ValueFormat.Number(shown.Estimate.Value, indicator.Unit, culture);

    static string Shortened(string text, int size, double room) => TextWidth.Of(text, size) <= room ? text : string.Concat(text.AsSpan(0, Math.Max(1, (int)(room / TextWidth.Of("x", size)) - 1)).TrimEnd(), "…");

    static bool IsFilled(TileMapPlace place) => place.Reason is null && place.Verdict is not (null or Verdict.Similar);

    static void DrawGround(Sheet sheet, TileMapPlace place, double x, double y, double right, double bottom)
    {
        if (IsFilled(place))
        {
            sheet.Rectangle(x, y, right, bottom, Theme.ColourOf(place.Verdict));
            return;
        }

        sheet.Rectangle(x, y, right, bottom, place.Reason is null && place.Verdict == Verdict.Similar ? Quiet : Theme.Paper, Theme.Rule);
        if (place.Reason is not null)
        {
            sheet.Hatch(x, y, right, bottom, Theme.Rule);
        }
    }

    /// <summary>Text on a tile; on a hatched one with paper behind it.</summary>
    static void Write(Sheet sheet, TileMapPlace place, double x, double y, string text, string ink, int size = Theme.TextSize, bool bold = false)
    {
        if (place.Reason is not null)
        {
            sheet.Rectangle(x - 3, y - (size / 2.0) - 2, x + TextWidth.Of(text, size) + 3, y + (size / 2.0) + 2, Theme.Paper);
        }

        sheet.Text(x, y, text, ink, size, bold: bold);
    }

    static void DrawSign(Sheet sheet, TileMapPlace place, double x, double y)
    {
        if (place.Reason is { } reason)
        {
            sheet.Rectangle(x - Mark - 3, y - 9, x + Mark + 3, y + 9, Theme.Paper);
            sheet.Text(x, y, ReasonText.Glyph(reason), Theme.Ink, anchor: TextAnchor.Middle);
        }
        else if (IsFilled(place))
        {
            var up = place.Verdict is Verdict.Better or Verdict.Higher;
            var hollow = place.Verdict is Verdict.Higher or Verdict.Lower;
            sheet.Marker(x, y, up ? MarkerShape.FilledTriangleUp : MarkerShape.FilledTriangleDown, hollow ? 12 : 14, hollow ? Theme.ColourOf(place.Verdict) : Theme.Paper, Theme.Paper, hollow ? 2 : 0);
        }
        else
        {
            SpineStrip.DrawMarker(sheet, x, y, place.Verdict);
        }
    }

    static IEnumerable<LegendEntry> Legend(Indicator indicator, IReadOnlyList<TileMapPlace> places, CultureInfo culture)
    {
        Verdict?[] judged = indicator.Polarity == Polarity.None ? [Verdict.Higher, Verdict.Similar, Verdict.Lower] : [Verdict.Better, Verdict.Similar, Verdict.Worse];
        foreach (var verdict in judged.Concat(places.Any(x => x.Reason is null && x.Verdict is null) ? (Verdict?[])[null] : []))
        {
            yield return new(VerdictText.Of(verdict, culture), 16, (sheet, x, middle) => SpineStrip.DrawMarker(sheet, x + 8, middle, verdict));
        }

        foreach (var reason in places.Select(x => x.Reason).OfType<Reason>().Distinct().Order())
        {
            yield return new(ReasonText.Of(reason, culture), 22, (sheet, x, middle) => AgeLadderStrips.DrawGap(sheet, x, middle - 8, x + 22, middle + 8, ReasonText.Glyph(reason)));
        }
    }
}
