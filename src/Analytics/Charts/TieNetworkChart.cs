using System.Globalization;
using Analytics.Collaboration;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Draws actors on a circle with a line per pair in regular contact: its width the strength, an arrow where only one side sees it.</summary>
public static class TieNetworkChart
{
    const int Edge = 12, LegendRow = 34, SmallLegendRow = 26, LeftOut = 20, MostOnEllipse = 10;
    const double Smallest = 11, Largest = 24, Dash = 6, ArrowLength = 16, ArrowWidth = 7, LargestOnEllipse = 18, Beyond = 46, WidestEllipse = 210, LowestEllipse = 60;

    /// <summary>Draws the network.</summary>
    /// <param name="actors">The actors, clockwise from the top; at least two.</param>
    /// <param name="ties">Ties of one area: every ordered pair of the actors.</param>
    /// <param name="oneSided">Those of them that are one-sided.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="frame">Where it is drawn for; the picture is wider where the names need it. With a most height it shows the ten actors with most contact.</param>
    /// <returns>The picture; its points are the actors, then the lines.</returns>
    public static ChartPicture Draw(IReadOnlyList<TieActor> actors, IReadOnlyList<Tie> ties, IReadOnlyList<OneSidedTie> oneSided, CultureInfo culture, ChartFrame frame)
    {
        var kept = frame.MostHeight is null ? [.. actors] : actors.OrderByDescending(x => x.Degree).Take(MostOnEllipse).ToHashSet();
        TieActor[] shown = [.. actors.Where(kept.Contains)];
        var legend = new LegendFlow(Legend(culture), Edge, frame.Width - Edge, frame.MostHeight is null ? LegendRow : SmallLegendRow);
        var omitted = actors.Count - shown.Length;
        string[] names = [.. shown.Select(x => x.Name)];
        var circle = frame.MostHeight is { } most
            ? CirclePlaces.Of(names, Math.Min(WidestEllipse, (frame.Width / 2.0) - CirclePlaces.LabelWidth - Beyond), Math.Max(LowestEllipse, ((most - legend.Height - (omitted > 0 ? LeftOut : 0) - (3 * Edge)) / 2) - 62))
            : CirclePlaces.Of(names);
        var boxes = circle.Places.Select(x => x.Box).ToArray();
        var largest = frame.MostHeight is null ? Largest : LargestOnEllipse;
        var half = Math.Max(circle.Places.Max(x => Math.Abs(x.X)) + largest, boxes.Max(x => Math.Max(-x.Left, x.Right)));
        var width = Math.Max((int)Math.Ceiling(2 * (half + Edge)), frame.Width);
        var above = Edge - Math.Min(-circle.Radius - largest, boxes.Min(x => x.Top));
        var bottom = (int)Math.Ceiling(above + Math.Max(circle.Radius + largest, boxes.Max(x => x.Bottom))) + Edge;
        return FramedSheet.Draw(frame with { Width = width }, bottom + (omitted > 0 ? LeftOut : 0) + (int)legend.Height + Edge, (sheet, top) =>
        {
            var points = Draw(sheet, shown, circle, largest, ties, oneSided, culture, width / 2.0, top + above);
            if (omitted > 0)
            {
                var count = omitted.ToString(CultureInfo.InvariantCulture);
                sheet.Text(Edge, top + bottom + (LeftOut / 2.0), Language.Pick(culture, $"De {shown.Length} med mest kontakt; {count} aktörer till står i tabellen.", $"The {shown.Length} with most contact; {count} more actors are in the table."), Theme.Muted);
            }

            legend.On(sheet, top + bottom + (omitted > 0 ? LeftOut : 0));
            return points;
        });
    }

    static IReadOnlyList<ChartPoint> Draw(
        Sheet sheet, IReadOnlyList<TieActor> actors, CirclePlaces circle, double largest, IReadOnlyList<Tie> ties, IReadOnlyList<OneSidedTie> oneSided, CultureInfo culture, double centreX, double centreY)
    {
        var most = actors.Max(x => x.Degree);
        TieNode[] nodes = [.. actors.Zip(circle.Places, (actor, place) => new TieNode(actor, centreX + place.X, centreY + place.Y, most > 0 ? Math.Max(Smallest, largest * Math.Sqrt(actor.Degree / most)) : Smallest))];
        var lines = TieLine.Of(nodes, ties, oneSided);
        foreach (var line in lines.OrderBy(x => x.Kind))
        {
            Draw(sheet, line);
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            Draw(sheet, nodes[i], circle.Places[i], centreX, centreY);
        }

        return
        [
            .. nodes.Select(x => new ChartPoint(x.X, x.Y, NameOf(x.Actor, culture), "", "") { Width = Math.Max(24, 2 * x.Radius), Height = Math.Max(24, 2 * x.Radius) }),
            .. lines.Select(x => new ChartPoint((x.From.X + x.To.X) / 2, (x.From.Y + x.To.Y) / 2, LabelOf(x, ties, culture), "", "") { Width = 16, Height = 16 }),
        ];
    }

    static string NameOf(TieActor actor, CultureInfo culture) => actor.Community is { } community
        ? $"{actor.Name}, {Language.Pick(culture, "grupp", "group")} {community.ToString(CultureInfo.InvariantCulture)}"
        : actor.Name;

    /// <summary>Both names, and what each says.</summary>
    static string LabelOf(TieLine line, IReadOnlyList<Tie> ties, CultureInfo culture)
    {
        var (from, to) = (line.From.Actor, line.To.Actor);
        string Says(TieActor one, TieActor other) => TieMatrixChart.Reading(ties.First(x => x.From == one.Actor && x.To == other.Actor), culture);
        return $"{from.Name} {(line.Kind == TieLineKind.OneSided ? "→" : "–")} {to.Name}: {Says(from, to)}; {Language.Pick(culture, "omvänt", "the other way")} {Says(to, from)}";
    }

    static void Draw(Sheet sheet, TieLine line)
    {
        var (from, to) = (line.From, line.To);
        var length = Math.Sqrt(((to.X - from.X) * (to.X - from.X)) + ((to.Y - from.Y) * (to.Y - from.Y)));
        var (x, y) = ((to.X - from.X) / length, (to.Y - from.Y) / length);
        (double X, double Y) At(double along) => (from.X + (along * x), from.Y + (along * y));
        if (line.Kind == TieLineKind.OneSided)
        {
            var (tip, foot) = (At(length - to.Radius - 2), At(length - to.Radius - 2 - ArrowLength));
            sheet.Line(from.X, from.Y, foot.X, foot.Y, Theme.Ink, (float)line.Width);
            sheet.Triangle(tip, (foot.X - (ArrowWidth * y), foot.Y + (ArrowWidth * x)), (foot.X + (ArrowWidth * y), foot.Y - (ArrowWidth * x)), Theme.Ink);
        }
        else if (line.Kind == TieLineKind.Unknown)
        {
            sheet.Segments(Enumerable.Range(0, (int)(length / (2 * Dash))).Select(i => (At(2 * i * Dash), At(((2 * i) + 1) * Dash))).Select(d => (d.Item1.X, d.Item1.Y, d.Item2.X, d.Item2.Y)), Theme.Similar, (float)line.Width);
        }
        else
        {
            sheet.Line(from.X, from.Y, to.X, to.Y, Theme.Lower, (float)line.Width);
        }
    }

    static void Draw(Sheet sheet, TieNode node, CirclePlace place, double centreX, double centreY)
    {
        sheet.Marker(node.X, node.Y, ScottPlot.MarkerShape.FilledCircle, (float)(2 * node.Radius), Theme.Ink, Theme.Paper, 2);
        if (node.Actor.Community is { } community)
        {
            sheet.Text(node.X, node.Y, community.ToString(CultureInfo.InvariantCulture), Theme.Paper, anchor: TextAnchor.Middle, bold: true);
        }

        for (var i = 0; i < place.Lines.Count; i++)
        {
            sheet.Text(centreX + place.LabelX, centreY + place.LabelY + ((i - ((place.Lines.Count - 1) / 2.0)) * CirclePlaces.Line), place.Lines[i], Theme.Ink, anchor: place.Anchor);
        }
    }

    static IEnumerable<LegendEntry> Legend(CultureInfo culture) =>
    [
        new(Language.Pick(culture, "regelbunden kontakt, tjockare är oftare", "regular contact, wider is more often"), 44, (sheet, x, middle) =>
        {
            sheet.Line(x, middle, x + 20, middle, Theme.Lower, TieLine.WidthOf(2));
            sheet.Line(x + 24, middle, x + 44, middle, Theme.Lower, TieLine.WidthOf(4));
        }),
        new(Language.Pick(culture, "pil: bara den ena säger regelbunden, den andra nästan aldrig", "arrow: only one says regular, the other hardly ever"), 44, (sheet, x, middle) =>
        {
            sheet.Line(x, middle, x + 30, middle, Theme.Ink, TieLine.WidthOf(3));
            sheet.Triangle((x + 44, middle), (x + 28, middle - ArrowWidth), (x + 28, middle + ArrowWidth), Theme.Ink);
        }),
        new(Language.Pick(culture, "streckad: bara ena hållet kan visas", "dashed: only one direction can be shown"), 44, (sheet, x, middle) =>
            sheet.Segments(Enumerable.Range(0, 4).Select(i => (x + (2 * i * Dash), middle, x + (((2 * i) + 1) * Dash), middle)), Theme.Similar, TieLine.WidthOf(3))),
        new(Language.Pick(culture, "större cirkel: mer kontakt sammanlagt", "larger circle: more contact in all"), 44, (sheet, x, middle) =>
        {
            sheet.Marker(x + 9, middle, ScottPlot.MarkerShape.FilledCircle, 14, Theme.Ink, Theme.Paper, 1);
            sheet.Marker(x + 31, middle, ScottPlot.MarkerShape.FilledCircle, 26, Theme.Ink, Theme.Paper, 1);
        }),
        new(Language.Pick(culture, "siffra: grupp, som i matrisen", "number: group, as in the matrix"), 24, (sheet, x, middle) =>
        {
            sheet.Marker(x + 12, middle, ScottPlot.MarkerShape.FilledCircle, 24, Theme.Ink, Theme.Paper, 1);
            sheet.Text(x + 12, middle, "1", Theme.Paper, anchor: TextAnchor.Middle, bold: true);
        }),
    ];
}
