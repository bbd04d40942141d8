using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>The cells of a rug, gathered by colour and drawn with one mark per colour.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Culture">Language of the words.</param>
sealed record RugCells(Sheet Sheet, CultureInfo Culture)
{
    const double Gap = 1.5, Corner = 9;

    readonly Dictionary<string, List<IReadOnlyList<(double X, double Y)>>> fills = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<IReadOnlyList<(double X, double Y)>>> signs = new(StringComparer.Ordinal);
    readonly List<(double, double, double, double)> hatched = [];
    readonly Dictionary<string, List<IReadOnlyList<(double X, double Y)>>> lines = new(StringComparer.Ordinal);

    /// <summary>Adds a cell.</summary>
    public void Add(RugCell cell, double left, double top, double right, double bottom)
    {
        var (x, y) = ((left + right) / 2, (top + bottom) / 2);
        (left, top, right, bottom) = (left + Gap, top + Gap, right - Gap, bottom - Gap);
        switch (cell.Cell)
        {
            case Cell.Missing missing:
                hatched.Add((left, top, right, bottom));
                Add(signs, Theme.Paper, Box(x - 7, y - 8, x + 7, y + 8));
                Add(lines, Theme.Rule, Box(left, top, right, bottom));
                Sheet.Text(x, y, ReasonText.Glyph(missing.Reason), Theme.Muted, anchor: TextAnchor.Middle);
                return;
            case Cell.Shown when cell is { IsFlagged: true, Comparison.Verdict: var verdict }:
                Add(fills, Theme.ColourOf(verdict), Box(left, top, right, bottom));
                Triangle(x, y, verdict, Theme.Paper, 7);
                return;
        }

        Add(lines, Theme.Rule, Box(left, top, right, bottom));
        if (cell.Comparison is null)
        {
            Add(lines, Theme.Similar, Ring(x, y, 5));
        }
        else
        {
            Add(signs, Theme.Similar, Box(x - 3, y - 3, x + 3, y + 3));
        }

        if (cell.Hint is { } hint)
        {
            CornerOf(hint, top, right, bottom);
        }
    }

    /// <summary>A row that has no value anywhere, for one reason: one band with the reason in words, or its sign where the band is short.</summary>
    public void Band(double left, double top, double right, double bottom, Reason reason)
    {
        var whole = $"{ReasonText.Glyph(reason)} {ReasonText.Short(reason, Culture)}";
        var words = TextWidth.Of(whole, Theme.TextSize) < right - left ? whole : ReasonText.Glyph(reason);
        var (x, y, half) = ((left + right) / 2, (top + bottom) / 2, (TextWidth.Of(words, Theme.TextSize) / 2) + 6);
        (left, top, right, bottom) = (left + Gap, top + Gap, right - Gap, bottom - Gap);
        hatched.Add((left, top, right, bottom));
        Add(signs, Theme.Paper, Box(Math.Max(left, x - half), top, Math.Min(right, x + half), bottom));
        Add(lines, Theme.Rule, Box(left, top, right, bottom));
        Sheet.Text(x, y, words, Theme.Muted, anchor: TextAnchor.Middle);
    }

    /// <summary>Draws what was gathered: fills, then outlines and signs above them.</summary>
    public void Finish()
    {
        if (hatched.Count > 0)
        {
            Sheet.Hatch(hatched, Theme.Rule);
        }

        foreach (var (colour, shapes) in fills.Concat(signs))
        {
            Sheet.Shapes(shapes, colour);
        }

        foreach (var (colour, shapes) in lines)
        {
            Sheet.Shapes(shapes, colour, colour == Theme.Rule ? 1 : 1.8f);
        }
    }

    // Up and down tell the direction, filled and hollow whether it is judged: the corner says the same as the sign, only smaller.
    void CornerOf(Verdict verdict, double top, double right, double bottom)
    {
        var edge = verdict is Verdict.Better or Verdict.Higher ? top : bottom;
        var inward = verdict is Verdict.Better or Verdict.Higher ? Corner : -Corner;
        (double X, double Y)[] corner = [(right, edge), (right - Corner, edge), (right, edge + inward)];
        if (verdict is Verdict.Better or Verdict.Worse)
        {
            Add(signs, Theme.ColourOf(verdict), corner);
        }
        else
        {
            Add(lines, Theme.ColourOf(verdict), corner);
        }
    }

    void Triangle(double x, double y, Verdict verdict, string colour, double half)
    {
        var tip = verdict is Verdict.Better or Verdict.Higher ? -half : half;
        (double X, double Y)[] corners = [(x, y + (tip * 0.85)), (x - half, y - (tip * 0.75)), (x + half, y - (tip * 0.75))];
        if (verdict is Verdict.Better or Verdict.Worse)
        {
            Add(signs, colour, corners);
        }
        else
        {
            Add(lines, colour, corners);
        }
    }

    static void Add(Dictionary<string, List<IReadOnlyList<(double X, double Y)>>> into, string colour, IReadOnlyList<(double X, double Y)> shape)
    {
        into.TryAdd(colour, []);
        into[colour].Add(shape);
    }

    static IReadOnlyList<(double X, double Y)> Box(double left, double top, double right, double bottom) => [(left, top), (right, top), (right, bottom), (left, bottom)];

    static IReadOnlyList<(double X, double Y)> Ring(double x, double y, double radius)
    {
        const int Sides = 12;
        return [.. Enumerable.Range(0, Sides).Select(i => (x + (radius * Math.Cos(2 * Math.PI * i / Sides)), y + (radius * Math.Sin(2 * Math.PI * i / Sides))))];
    }
}
