using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Many straight lines of one look, drawn as one path: ticks and hatching. (Hatch fills of ScottPlot are shaders, which SVG output drops.)</summary>
sealed class Segments(IReadOnlyList<CoordinateLine> lines, Color colour, float width) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var path = new SKPath();
        foreach (var line in lines)
        {
            path.MoveTo(Axes.GetPixel(line.Start).ToSKPoint());
            path.LineTo(Axes.GetPixel(line.End).ToSKPoint());
        }

        using var paint = new SKPaint { Color = colour.ToSKColor(), StrokeWidth = width, Style = SKPaintStyle.Stroke, IsAntialias = true };
        rp.Canvas.DrawPath(path, paint);
    }
}
