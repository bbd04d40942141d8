using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Many shapes with straight sides of one colour, drawn as one path.</summary>
/// <param name="outlines">The corners of each shape.</param>
/// <param name="colour">The colour.</param>
/// <param name="line">Width of their outlines; null where they are filled.</param>
sealed class Shapes(IReadOnlyList<IReadOnlyList<Coordinates>> outlines, Color colour, float? line = null) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var path = new SKPath();
        foreach (var outline in outlines)
        {
            path.AddPoly([.. outline.Select(x => Axes.GetPixel(x).ToSKPoint())]);
        }

        using var paint = new SKPaint { Color = colour.ToSKColor(), Style = line is null ? SKPaintStyle.Fill : SKPaintStyle.Stroke, StrokeWidth = line ?? 0, IsAntialias = true };
        rp.Canvas.DrawPath(path, paint);
    }
}
