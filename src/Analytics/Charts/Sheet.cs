using ScottPlot;
using ScottPlot.TickGenerators;

namespace Analytics.Charts;

/// <summary>A ScottPlot plot without frame whose coordinates are pixels from the top left corner.</summary>
sealed class Sheet : IDisposable
{
    readonly Plot plot = new();
    readonly List<SheetText> texts = [];

    public Sheet(int width, int height)
    {
        Width = width;
        Height = height;
        plot.HideGrid();
        plot.Axes.Frameless();
        foreach (var axis in plot.Axes.GetAxes())
        {
            // Ticks that nobody sees take two thirds of the time of a small picture.
            axis.TickGenerator = new EmptyTickGenerator();
        }

        plot.Axes.SetLimits(0, width, height, 0);
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Texts in drawing order.</summary>
    public IReadOnlyList<SheetText> Texts => texts;

    public void Line(double x1, double y1, double x2, double y2, string colour, float width)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        line.Color = Color.FromHex(colour);
        line.LineWidth = width;
    }

    public void Segments(IEnumerable<(double X1, double Y1, double X2, double Y2)> lines, string colour, float width) =>
        plot.PlottableList.Add(new Segments([.. lines.Select(l => new CoordinateLine(l.X1, l.Y1, l.X2, l.Y2))], Color.FromHex(colour), width));

    /// <summary>Shapes of one colour as one mark, so that a thousand cells take the time of one; nothing for none.</summary>
    /// <param name="outlines">The corners of each shape, at least three.</param>
    /// <param name="colour">The colour.</param>
    /// <param name="line">Width of their outlines; null where they are filled.</param>
    public void Shapes(IEnumerable<IReadOnlyList<(double X, double Y)>> outlines, string colour, float? line = null)
    {
        IReadOnlyList<IReadOnlyList<Coordinates>> shapes = [.. outlines.Select(outline => (IReadOnlyList<Coordinates>)[.. outline.Select(x => new Coordinates(x.X, x.Y))])];
        if (shapes.Count > 0)
        {
            plot.PlottableList.Add(new Shapes(shapes, Color.FromHex(colour), line));
        }
    }

    /// <summary>Squares of one colour.</summary>
    public void Squares(IEnumerable<(double X, double Y, double Side)> squares, string fill)
    {
        foreach (var (x, y, side) in squares)
        {
            Rectangle(x - (side / 2), y - (side / 2), x + (side / 2), y + (side / 2), fill);
        }
    }

    /// <summary>Diagonal lines that fill a rectangle.</summary>
    public void Hatch(double left, double top, double right, double bottom, string colour) => Hatch([(left, top, right, bottom)], colour);

    /// <summary>Diagonal lines that fill rectangles, as one mark.</summary>
    public void Hatch(IEnumerable<(double Left, double Top, double Right, double Bottom)> rectangles, string colour)
    {
        const double Gap = 6;
        var lines = new List<(double, double, double, double)>();
        foreach (var (left, top, right, bottom) in rectangles)
        {
            var height = bottom - top;
            for (var x = left - height + (Gap / 2); x < right; x += Gap)
            {
                var from = Math.Max(x, left);
                var to = Math.Min(x + height, right);
                lines.Add((from, bottom - (from - x), to, bottom - (to - x)));
            }
        }

        Segments(lines, colour, 1);
    }

    public void Rectangle(double left, double top, double right, double bottom, string fill, string? outline = null)
    {
        var rectangle = plot.Add.Rectangle(left, right, top, bottom);
        rectangle.FillColor = Color.FromHex(fill);
        rectangle.LineColor = Color.FromHex(outline ?? fill);
        rectangle.LineWidth = outline is null ? 0 : 1;
    }

    /// <summary>The outline of a rectangle.</summary>
    public void Frame(double left, double top, double right, double bottom, string colour, float width) =>
        Segments([(left, top, right, top), (right, top, right, bottom), (right, bottom, left, bottom), (left, bottom, left, top)], colour, width);

    /// <summary>A filled triangle.</summary>
    public void Triangle((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, string fill)
    {
        var triangle = plot.Add.Polygon([new(a.X, a.Y), new(b.X, b.Y), new(c.X, c.Y)]);
        triangle.FillColor = Color.FromHex(fill);
        triangle.LineWidth = 0;
    }

    public void Marker(double x, double y, MarkerShape shape, float size, string fill, string outline, float outlineWidth)
    {
        var marker = plot.Add.Marker(x, y, shape, size);
        marker.MarkerFillColor = Color.FromHex(fill);
        marker.MarkerStyle.OutlineColor = Color.FromHex(outline);
        marker.MarkerStyle.OutlineWidth = outlineWidth;
    }

    /// <summary>A line of text above all marks, centred vertically on y; turned, it runs upwards and is centred on x.</summary>
    public void Text(double x, double y, string content, string colour, int size = Theme.TextSize, TextAnchor anchor = TextAnchor.Start, bool bold = false, bool turned = false) =>
        texts.Add(new SheetText(x, y, content, colour, size, anchor, bold, turned));

    /// <summary>ScottPlot's own SVG document of the marks, without the texts.</summary>
    public string ToScottPlotSvg() => plot.GetSvgXml(Width, Height);

    public void Dispose() => plot.Dispose();
}

/// <summary>A text on a sheet.</summary>
readonly record struct SheetText(double X, double Y, string Content, string Colour, int Size, TextAnchor Anchor, bool Bold, bool Turned);

/// <summary>Which part of a text stands at its x.</summary>
enum TextAnchor
{
    /// <summary>Its beginning.</summary>
    Start,
    /// <summary>Its middle.</summary>
    Middle,
    /// <summary>Its end.</summary>
    End,
}
