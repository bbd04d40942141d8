using System.Globalization;
using Analytics.Collaboration;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Draws who says what of their contact with whom: a square per tie, its area the mean frequency, rows and columns in the same order.</summary>
/// <remarks>Agreements are told by shape, one-sided ties by a frame and a number that both their squares bear, communities by frames around their blocks: all without colour too.</remarks>
public static class TieMatrixChart
{
    const int Edge = 12, MostNames = 196, Group = 26, Gap = 14, LegendRow = 36, SmallLegendRow = 24, SmallCell = 25, LeftOut = 20, LegendWidth = 352;

    /// <summary>Draws the matrix.</summary>
    /// <param name="actors">Rows and columns, in order; at least two, each community in one piece.</param>
    /// <param name="ties">Ties of one area: every ordered pair of the actors.</param>
    /// <param name="oneSided">Those of them that are one-sided, in the order of their numbers.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="frame">Where it is drawn for; the picture is wider where the columns need it. With a most height it shows the actors with most contact.</param>
    /// <returns>The picture; its points are the ties, row by row.</returns>
    public static ChartPicture Draw(IReadOnlyList<TieActor> actors, IReadOnlyList<Tie> ties, IReadOnlyList<OneSidedTie> oneSided, CultureInfo culture, ChartFrame frame)
    {
        var names = (int)Math.Clamp(actors.Max(x => TextWidth.Of(x.Short, Theme.TextSize)) + 16, 60, frame.MostHeight is null ? MostNames : 110);
        var small = frame.MostHeight is not null;
        var cell = small ? SmallCell : TieSquare.Cell;
        var labels = (int)Math.Clamp(actors.Max(x => TextWidth.Of(x.Name, Theme.TextSize)) + 12, 140, 220);
        var left = Edge + Group + labels;
        var shown = actors;
        if (frame.MostHeight is { } most)
        {
            var fitting = Math.Max(2, (most - names - Edge - LeftOut) / cell);
            var kept = actors.OrderByDescending(x => x.Degree).Take(Math.Min(fitting, Math.Max(2, (frame.Width - left - Gap - LegendWidth - Edge) / cell))).ToHashSet();
            shown = [.. actors.Where(kept.Contains)];
        }

        var right = left + (shown.Count * cell);
        var width = Math.Max(right + Edge, frame.Width);
        var rows = names + (shown.Count * cell);
        var legend = new LegendFlow(TieMatrixLegend.Entries(culture), small ? right + Gap : Edge, width - Edge, small ? SmallLegendRow : LegendRow);
        var omitted = actors.Count - shown.Count;
        var height = small ? Math.Max(rows + (omitted > 0 ? LeftOut : 0), (int)legend.Height) + Edge : rows + Gap + (int)legend.Height + Edge;
        return FramedSheet.Draw(frame with { Width = width }, height, (sheet, top) =>
        {
            DrawNames(sheet, shown, cell, left, top + names, labels, names, culture);
            var points = DrawTies(sheet, shown, ties, oneSided, cell, left, top + names, culture);
            DrawGrid(sheet, shown, cell, left, top + names);
            if (omitted > 0)
            {
                var count = omitted.ToString(CultureInfo.InvariantCulture);
                sheet.Text(Edge, top + rows + (LeftOut / 2.0), Language.Pick(culture, $"De {shown.Count} med mest kontakt; {count} aktörer till står i tabellen.", $"The {shown.Count} with most contact; {count} more actors are in the table."), Theme.Muted);
            }

            legend.On(sheet, small ? top : top + rows + Gap);
            return points;
        });
    }

    static void DrawNames(Sheet sheet, IReadOnlyList<TieActor> actors, double cell, double left, double top, double labels, double names, CultureInfo culture)
    {
        sheet.Text(left - 8, top - 30, Language.Pick(culture, "Rad: vem som svarar", "Row: who answers"), Theme.Muted, anchor: TextAnchor.End);
        sheet.Text(left - 8, top - 12, Language.Pick(culture, "Kolumn: om vem", "Column: about whom"), Theme.Muted, anchor: TextAnchor.End);
        for (var i = 0; i < actors.Count; i++)
        {
            var middle = (i + 0.5) * cell;
            Stack(Fitting(actors[i].Name, actors[i].Short, labels - 8, cell), (line, offset) => sheet.Text(left - 8, top + middle + offset, line, Theme.Ink, anchor: TextAnchor.End));
            Stack(Fitting(actors[i].Short, actors[i].Short, names - 16, cell), (line, offset) => sheet.Text(left + middle + offset, top - 8, line, Theme.Ink, turned: true));
            if (actors[i].Community is { } community && (i == 0 || actors[i - 1].Community != community))
            {
                sheet.Text(Edge, top + middle, community.ToString(CultureInfo.InvariantCulture), Theme.Ink, Theme.HeadingSize, bold: true);
            }
        }
    }

    /// <summary>A name in two lines, or in one where rows are low.</summary>
    static IReadOnlyList<string> Fitting(string name, string brief, double width, double cell)
    {
        if (cell >= 2 * (Theme.TextSize + 2))
        {
            return TextWidth.Lines(name, Theme.TextSize, width);
        }

        var one = TextWidth.Of(name, Theme.TextSize) <= width ? name : brief;
        return [TextWidth.Of(one, Theme.TextSize) <= width ? one : string.Concat(one.AsSpan(0, (int)(width / TextWidth.Of("x", Theme.TextSize)) - 1).TrimEnd(), "…")];
    }

    static void Stack(IReadOnlyList<string> lines, Action<string, double> draw)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            draw(lines[i], (i - ((lines.Count - 1) / 2.0)) * (Theme.TextSize + 2));
        }
    }

    static List<ChartPoint> DrawTies(
        Sheet sheet, IReadOnlyList<TieActor> actors, IReadOnlyList<Tie> ties, IReadOnlyList<OneSidedTie> oneSided, double cell, double left, double top, CultureInfo culture)
    {
        var byPair = ties.ToDictionary(x => (x.From, x.To));
        var numbers = new Dictionary<(string, string), int>();
        for (var i = 0; i < oneSided.Count; i++)
        {
            numbers[(oneSided[i].From, oneSided[i].To)] = numbers[(oneSided[i].To, oneSided[i].From)] = i + 1;
        }

        var points = new List<ChartPoint>();
        for (var row = 0; row < actors.Count; row++)
        {
            for (var column = 0; column < actors.Count; column++)
            {
                var (x, y) = (left + (column * cell), top + (row * cell));
                if (row == column)
                {
                    sheet.Rectangle(x, y, x + cell, y + cell, Theme.Rule);
                    continue;
                }

                var tie = byPair[(actors[row].Actor, actors[column].Actor)];
                TieSquare.Draw(sheet, x, y, cell, tie, numbers.TryGetValue((tie.From, tie.To), out var number) ? number : null);
                var words = $"{actors[row].Name} → {actors[column].Name}: {Reading(tie, culture)}";
                points.Add(new ChartPoint(x + (cell / 2), y + (cell / 2), words, tie.Area, "") { Width = cell - 2, Height = cell - 2 });
            }
        }

        return points;
    }

    /// <summary>Mean frequency in a number and words, or why there is none.</summary>
    internal static string Reading(Tie tie, CultureInfo culture) => tie.Status is { } reason
        ? ReasonText.Of(reason, culture)
        : $"{tie.Frequency!.Value.ToString("0.0", Language.Numbers(culture))}, {FrequencyWords.Of(tie.Frequency.Value, culture)}";

    /// <summary>Thin lines between cells, thick frames around communities.</summary>
    static void DrawGrid(Sheet sheet, IReadOnlyList<TieActor> actors, double cell, double left, double top)
    {
        var size = actors.Count * cell;
        sheet.Segments(Enumerable.Range(0, actors.Count + 1).Select(x => x * cell).SelectMany(x => ((double, double, double, double)[])[(left, top + x, left + size, top + x), (left + x, top, left + x, top + size)]), Theme.Rule, 0.5f);
        for (var first = 0; first < actors.Count;)
        {
            var end = first + 1;
            while (end < actors.Count && actors[end].Community == actors[first].Community)
            {
                end++;
            }

            if (actors[first].Community is not null)
            {
                var (from, to) = (first * cell, end * cell);
                sheet.Frame(left + from, top + from, left + to, top + to, Theme.Ink, 2);
            }

            first = end;
        }
    }
}
