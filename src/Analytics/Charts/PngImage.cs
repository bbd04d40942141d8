using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>A picture as PNG, made from its SVG so that the two cannot differ, with the program's own letters so that it comes out alike everywhere.</summary>
public static class PngImage
{
    static readonly Lazy<SKTypeface> Letters = new(() => Load("Chart.ttf"));

    static readonly Lazy<SKTypeface> BoldLetters = new(() => Load("ChartBold.ttf"));

    /// <summary>Draws a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="scale">Pixels of the image per pixel of the view box: 2 for print and sharp screens.</param>
    /// <returns>The bytes of a PNG file.</returns>
    /// <exception cref="NotSupportedException">The SVG holds a mark that charts do not draw.</exception>
    public static byte[] Of(ChartPicture picture, float scale = 2)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)(picture.Width * scale), (int)(picture.Height * scale)));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        foreach (var mark in XElement.Parse(picture.Svg).Elements())
        {
            Draw(surface.Canvas, mark);
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    static void Draw(SKCanvas canvas, XElement mark)
    {
        switch (mark.Name.LocalName)
        {
            case "title":
                return;
            case "text":
                DrawText(canvas, mark);
                return;
        }

        using var path = new SKPath();
        switch (mark.Name.LocalName)
        {
            case "path":
                using (var parsed = SKPath.ParseSvgPathData((string)mark.Attribute("d")!))
                {
                    path.AddPath(parsed);
                }

                break;
            case "rect":
                path.AddRect(SKRect.Create(Number(mark, "x"), Number(mark, "y"), Number(mark, "width"), Number(mark, "height")));
                break;
            case "ellipse" or "circle":
                var (rx, ry) = mark.Attribute("r") is null ? (Number(mark, "rx"), Number(mark, "ry")) : (Number(mark, "r"), Number(mark, "r"));
                path.AddOval(SKRect.Create(Number(mark, "cx") - rx, Number(mark, "cy") - ry, 2 * rx, 2 * ry));
                break;
            case "line":
                path.MoveTo(Number(mark, "x1"), Number(mark, "y1"));
                path.LineTo(Number(mark, "x2"), Number(mark, "y2"));
                break;
            default:
                throw new NotSupportedException($"A chart draws no '{mark.Name.LocalName}'.");
        }

        if ((string?)mark.Attribute("transform") is { } transform)
        {
            throw new NotSupportedException($"A chart moves no mark: '{transform}'.");
        }

        if ((string?)mark.Attribute("fill") is not "none")
        {
            using var fill = new SKPaint { Color = Colour(mark, "fill", "black"), Style = SKPaintStyle.Fill, IsAntialias = true };
            canvas.DrawPath(path, fill);
        }

        if (mark.Attribute("stroke") is not null and not { Value: "none" })
        {
            using var stroke = new SKPaint { Color = Colour(mark, "stroke", "none"), Style = SKPaintStyle.Stroke, StrokeWidth = Number(mark, "stroke-width", 1), IsAntialias = true };
            canvas.DrawPath(path, stroke);
        }
    }

    static void DrawText(SKCanvas canvas, XElement text)
    {
        var (x, y, size) = (Number(text, "x"), Number(text, "y"), Number(text, "font-size"));
        using var font = new SKFont(text.Attribute("font-weight") is null ? Letters.Value : BoldLetters.Value, size) { Edging = SKFontEdging.Antialias, Subpixel = true };
        using var paint = new SKPaint { Color = Colour(text, "fill", "black"), IsAntialias = true };
        var anchor = (string?)text.Attribute("text-anchor") switch { "middle" => SKTextAlign.Center, "end" => SKTextAlign.Right, _ => SKTextAlign.Left };
        canvas.Save();
        if (text.Attribute("transform") is not null)
        {
            canvas.RotateDegrees(-90, x, y);
        }

        canvas.DrawText(text.Value, x, y + (0.35f * size), anchor, font, paint);
        canvas.Restore();
    }

    static SKColor Colour(XElement mark, string attribute, string fallback)
    {
        var colour = (string?)mark.Attribute(attribute) ?? fallback;
        var known = colour switch { "white" => SKColors.White, "black" => SKColors.Black, _ => SKColor.Parse(colour) };
        return mark.Attribute($"{attribute}-opacity") is null ? known : known.WithAlpha((byte)Math.Round(255 * Number(mark, $"{attribute}-opacity")));
    }

    static float Number(XElement mark, string attribute, float fallback = 0) => float.Parse((string?)mark.Attribute(attribute) ?? fallback.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    static SKTypeface Load(string name)
    {
        using var stream = typeof(PngImage).Assembly.GetManifestResourceStream(name)!;
        return SKTypeface.FromStream(stream);
    }
}
