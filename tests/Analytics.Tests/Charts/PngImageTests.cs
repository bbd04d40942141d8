using System.Globalization;
using Analytics.Charts;
using Analytics.Estimation;
using SkiaSharp;
using Xunit;

namespace Analytics.Tests.Charts;

public sealed class PngImageTests
{
    static ChartPicture Picture => SpineChart.Draw(
        SpineExamples.All, new Benchmark(BenchmarkKind.RestOfCounty), FlagLevel.Overview, CultureInfo.GetCultureInfo("sv"), new ChartFrame(900, "Aneby.") { Title = "Aneby 2025", Note = "Källa: påhittade data" });

    [Fact]
    public void Of_APicture_IsTwiceItsSizeWithTheSameBytesEachTime()
    {
        var bytes = PngImage.Of(Picture);
        using var image = SKBitmap.Decode(bytes);
        Assert.Equal((2 * Picture.Width, 2 * Picture.Height), (image.Width, image.Height));
        Assert.Equal(bytes, PngImage.Of(Picture));
    }

    [Fact]
    public void Of_APicture_HasItsTextsAndMarksWhereTheSvgHasThem()
    {
        using var image = SKBitmap.Decode(PngImage.Of(Picture));
        // The title's letters, and the marker of the first point.
        Assert.True(DarkPixels(image, 16, 8, 140, 36) > 300);
        var point = Picture.Points[0];
        Assert.True(DarkPixels(image, point.X - 6, point.Y - 6, point.X + 6, point.Y + 6) > 60);
        Assert.Equal(SKColors.White, image.GetPixel(image.Width - 4, 4));
    }

    [Fact]
    public void Of_AMarkThatChartsDoNotDraw_IsRefused() =>
        Assert.Throws<NotSupportedException>(() => PngImage.Of(new ChartPicture("<svg xmlns=\"http://www.w3.org/2000/svg\"><image/></svg>", 10, 10, [])));

    static int DarkPixels(SKBitmap image, double left, double top, double right, double bottom)
    {
        var dark = 0;
        for (var y = (int)(2 * top); y < 2 * bottom; y++)
        {
            for (var x = (int)(2 * left); x < 2 * right; x++)
            {
                var pixel = image.GetPixel(x, y);
                dark += pixel.Red + pixel.Green + pixel.Blue < 450 ? 1 : 0;
            }
        }

        return dark;
    }
}
