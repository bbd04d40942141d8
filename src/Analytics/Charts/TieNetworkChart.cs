using System.Globalization;
using Analytics.Collaboration;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Draws actors on a circle with a line per pair in regular contact: its width the strength, an arrow where only one side sees it.</summary>
public static class TieNetworkChart
{
    const int Edge = 12, Title = 40, LegendRow = 34;
    const double Smallest = 11, Largest = 24, Dash = 6, ArrowLength = 16, ArrowWidth = 7;

    /// <summary>Draws the network.</summary>
    /// <param name="actors">The actors, clockwise from the top; at least two.</param>
    /// <param name="ties">Ties of one area: every ordered pair of the actors.</param>
    /// <param name="oneSided">Those of them that are one-sided.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="title">Title above the network.</param>
    /// <param name="alternative">What the picture shows, in a sentence.</param>
    /// <param name="note">Source, release and what else must travel with the picture; empty for none.</param>
    /// <returns>The picture; its points are the actors, then the lines.</returns>
    public static ChartPicture Draw(
        IReadOnlyList<TieActor> actors, IReadOnlyList<Tie> ties, IReadOnlyList<OneSidedTie> oneSided, CultureInfo culture, string title, string alternative, string note)
    {
        var circle = CirclePlaces.Of([.. actors.Select(x => x.Name)]);
        var boxes = circle.Places.Select(x => x.Box).ToArray();
        var half = Math.Max(circle.Radius + Largest, boxes.Max(x => Math.Max(-x.Left, x.Right)));
        var width = Math.Max((int)Math.Ceiling(2 * (half + Edge)), 760);
        var (centreX, centreY) = (width / 2.0, Title + Edge - Math.Min(-circle.Radius - Largest, boxes.Min(x => x.Top)));
        var bottom = (int)Math.Ceiling(centreY + Math.Max(circle.Radius + Largest, boxes.Max(x => x.Bottom))) + Edge;
        var legend = new LegendFlow(Legend(culture), Edge, width - Edge, LegendRow);
        var source = new ChartNote(note, width - (2 * Edge));
        var height = bottom + (int)legend.Height + source.Height + Edge;
        using var sheet = new Sheet(width, height);
        sheet.Rectangle(0, 0, width, height, Theme.Paper);
        sheet.Text(Edge, Title / 2.0, title, Theme.Ink, Theme.TitleSize, bold: true);
        var most = actors.Max(x => x.Degree);
        TieNode[] nodes = [.. actors.Zip(circle.Places, (actor, place) => new TieNode(actor, centreX + place.X, centreY + place.Y, most > 0 ? Math.Max(Smallest, Largest * Math.Sqrt(actor.Degree / most)) : Smallest))];
        var lines = TieLine.Of(nodes, ties, oneSided);
        foreach (var line in lines.OrderBy(x => x.Kind))
        {
            Draw(sheet, line);
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            Draw(sheet, nodes[i], circle.Places[i], centreX, centreY);
        }

        legend.On(sheet, bottom);
        source.On(sheet, Edge, bottom + legend.Height);
        return new ChartPicture(SvgElement.Of(sheet, alternative), width, height,
        [
            .. nodes.Select(x => new ChartPoint(x.X, x.Y, x.Actor.Name, "", "")),
            .. lines.Select(x => new ChartPoint((x.From.X + x.To.X) / 2, (x.From.Y + x.To.Y) / 2, $"{x.From.Actor.Name} {(x.Kind == TieLineKind.OneSided ? "→" : "–")} {x.To.Actor.Name}", "", "")),
        ]);
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
