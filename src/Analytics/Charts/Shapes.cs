using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Many filled shapes with straight sides of one colour, drawn as one path: a thousand cells take the time of one.</summary>
sealed class Shapes(IReadOnlyList<IReadOnlyList<Coordinates>> outlines, Color colour) : IPlottable
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

        using var paint = new SKPaint { Color = colour.ToSKColor(), Style = SKPaintStyle.Fill, IsAntialias = true };
        rp.Canvas.DrawPath(path, paint);
    }
}
