using System.Globalization;
using Analytics.Collaboration;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Draws who says what of their contact with whom: a square per tie, its area the mean frequency, rows and columns in the same order.</summary>
/// <remarks>Agreements are told by shape, one-sided ties by a frame and a number that both their squares bear, communities by frames around their blocks: all without colour too.</remarks>
public static class TieMatrixChart
{
    const int Edge = 12, Title = 40, MostNames = 196, Group = 26, Gap = 14, LegendRow = 36;

    /// <summary>Draws the matrix.</summary>
    /// <param name="actors">Rows and columns, in order; at least two, each community in one piece.</param>
    /// <param name="ties">Ties of one area: every ordered pair of the actors.</param>
    /// <param name="oneSided">Those of them that are one-sided, in the order of their numbers.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="title">Title above the matrix.</param>
    /// <param name="alternative">What the picture shows, in a sentence.</param>
    /// <param name="note">Source, release and what else must travel with the picture; empty for none.</param>
    /// <returns>The picture; its points are the ties, row by row.</returns>
    public static ChartPicture Draw(
        IReadOnlyList<TieActor> actors, IReadOnlyList<Tie> ties, IReadOnlyList<OneSidedTie> oneSided, CultureInfo culture, string title, string alternative, string note)
    {
        const int Cell = TieSquare.Cell;
        var labels = (int)Math.Clamp(actors.Max(x => TextWidth.Of(x.Name, Theme.TextSize)) + 12, 120, 220);
        var left = Edge + Group + labels;
        var right = left + (actors.Count * Cell);
        var width = Math.Max(right + Edge, 760);
        var names = (int)Math.Clamp(actors.Max(x => TextWidth.Of(x.Short, Theme.TextSize)) + 16, 60, MostNames);
        var top = Title + names;
        var bottom = top + (actors.Count * Cell);
        var legend = new LegendFlow(TieMatrixLegend.Entries(culture), Edge, width - Edge, LegendRow);
        var source = new ChartNote(note, width - (2 * Edge));
        var height = bottom + Gap + (int)legend.Height + source.Height + Edge;
        using var sheet = new Sheet(width, height);
        sheet.Rectangle(0, 0, width, height, Theme.Paper);
        sheet.Text(Edge, Title / 2.0, title, Theme.Ink, Theme.TitleSize, bold: true);
        DrawNames(sheet, actors, left, top, labels, names, culture);
        var points = DrawTies(sheet, actors, ties, oneSided, left, top, culture);
        DrawGrid(sheet, actors, left, top);
        legend.On(sheet, bottom + Gap);
        source.On(sheet, Edge, bottom + Gap + legend.Height);
        return new ChartPicture(SvgElement.Of(sheet, alternative), width, height, points);
    }

    static void DrawNames(Sheet sheet, IReadOnlyList<TieActor> actors, double left, double top, double labels, double names, CultureInfo culture)
    {
        sheet.Text(left - 8, top - 30, Language.Pick(culture, "Rad: vem som svarar", "Row: who answers"), Theme.Muted, anchor: TextAnchor.End);
        sheet.Text(left - 8, top - 12, Language.Pick(culture, "Kolumn: om vem", "Column: about whom"), Theme.Muted, anchor: TextAnchor.End);
        for (var i = 0; i < actors.Count; i++)
        {
            var middle = (i + 0.5) * TieSquare.Cell;
            Stack(TextWidth.Lines(actors[i].Name, Theme.TextSize, labels - 8), (line, offset) => sheet.Text(left - 8, top + middle + offset, line, Theme.Ink, anchor: TextAnchor.End));
            Stack(TextWidth.Lines(actors[i].Short, Theme.TextSize, names - 16), (line, offset) => sheet.Text(left + middle + offset, top - 8, line, Theme.Ink, turned: true));
            if (actors[i].Community is { } community && (i == 0 || actors[i - 1].Community != community))
            {
                sheet.Text(Edge, top + middle, community.ToString(CultureInfo.InvariantCulture), Theme.Ink, Theme.HeadingSize, bold: true);
            }
        }
    }

    static void Stack(IReadOnlyList<string> lines, Action<string, double> draw)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            draw(lines[i], (i - ((lines.Count - 1) / 2.0)) * (Theme.TextSize + 2));
        }
    }

    static List<ChartPoint> DrawTies(
        Sheet sheet, IReadOnlyList<TieActor> actors, IReadOnlyList<Tie> ties, IReadOnlyList<OneSidedTie> oneSided, double left, double top, CultureInfo culture)
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
                var (x, y) = (left + (column * TieSquare.Cell), top + (row * TieSquare.Cell));
                if (row == column)
                {
                    sheet.Rectangle(x, y, x + TieSquare.Cell, y + TieSquare.Cell, Theme.Rule);
                    continue;
                }

                var tie = byPair[(actors[row].Actor, actors[column].Actor)];
                TieSquare.Draw(sheet, x, y, tie, numbers.TryGetValue((tie.From, tie.To), out var number) ? number : null);
                points.Add(new ChartPoint(x + (TieSquare.Cell / 2.0), y + (TieSquare.Cell / 2.0), $"{actors[row].Name} → {actors[column].Name}: {Reading(tie, culture)}", tie.Area, ""));
            }
        }

        return points;
    }

    static string Reading(Tie tie, CultureInfo culture) => tie.Status is { } reason
        ? ReasonText.Of(reason, culture)
        : $"{tie.Frequency!.Value.ToString("0.0", Language.Numbers(culture))}, {FrequencyWords.Of(tie.Frequency.Value, culture)}";

    /// <summary>Thin lines between cells, thick frames around communities.</summary>
    static void DrawGrid(Sheet sheet, IReadOnlyList<TieActor> actors, double left, double top)
    {
        var size = (double)actors.Count * TieSquare.Cell;
        sheet.Segments(Enumerable.Range(0, actors.Count + 1).Select(x => (double)x * TieSquare.Cell).SelectMany(x => ((double, double, double, double)[])[(left, top + x, left + size, top + x), (left + x, top, left + x, top + size)]), Theme.Rule, 0.5f);
        for (var first = 0; first < actors.Count;)
        {
            var end = first + 1;
            while (end < actors.Count && actors[end].Community == actors[first].Community)
            {
                end++;
            }

            if (actors[first].Community is not null)
            {
                var (from, to) = (first * TieSquare.Cell, end * TieSquare.Cell);
                sheet.Frame(left + from, top + from, left + to, top + to, Theme.Ink, 2);
            }

            first = end;
        }
    }
}
