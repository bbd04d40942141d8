using System.Globalization;
using System.Xml.Linq;
using Analytics.Charts;
using Xunit;

namespace Analytics.Tests.Charts;

/// <summary>What a test can see of a drawn picture.</summary>
static class DrawnPicture
{
    public static IEnumerable<XElement> Elements(ChartPicture picture, string name) => XDocument.Parse(picture.Svg).Descendants().Where(x => x.Name.LocalName == name);

    public static IReadOnlyList<string> Texts(ChartPicture picture) => [.. Elements(picture, "text").Select(x => x.Value)];

    /// <summary>Bounds of each filled shape of a colour.</summary>
    public static IReadOnlyList<(double Left, double Top, double Right, double Bottom)> Shapes(ChartPicture picture, string fill) =>
    [
        .. from path in Elements(picture, "path")
           where path.Attribute("fill")?.Value == (fill == Theme.Paper ? "white" : fill)
           from shape in path.Attribute("d")!.Value.Split('M', StringSplitOptions.RemoveEmptyEntries)
           let corners = shape.TrimEnd('Z').Split('L').Select(x => x.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(y => double.Parse(y, CultureInfo.InvariantCulture)).ToArray()).ToArray()
           select (corners.Min(x => x[0]), corners.Min(x => x[1]), corners.Max(x => x[0]), corners.Max(x => x[1])),
    ];

    /// <summary>Nothing leaves the picture: no place, and no text as wide as it may be in the reader's font.</summary>
    public static void IsInside(ChartPicture picture)
    {
        Assert.All(picture.Points, x => Assert.True(x.X - (x.Width / 2) >= -0.5 && x.X + (x.Width / 2) <= picture.Width + 0.5 && x.Y - (x.Height / 2) >= -0.5 && x.Y + (x.Height / 2) <= picture.Height + 0.5, x.Label));
        Assert.All(Elements(picture, "text"), text =>
        {
            var (left, top, right, bottom) = Bounds(text);
            Assert.True(left >= 0 && right <= picture.Width && top >= 0 && bottom <= picture.Height, $"{text.Value}: {left:0} to {right:0} of {picture.Width}, {top:0} to {bottom:0} of {picture.Height}");
        });
    }

    /// <summary>No text stands on another.</summary>
    public static void HasTextsApart(ChartPicture picture)
    {
        var texts = Elements(picture, "text").Select(x => (Text: x.Value, Bounds: Bounds(x))).ToArray();
        for (var i = 0; i < texts.Length; i++)
        {
            for (var j = i + 1; j < texts.Length; j++)
            {
                var (a, b) = (texts[i].Bounds, texts[j].Bounds);
                Assert.False(a.Left < b.Right - 1 && b.Left < a.Right - 1 && a.Top < b.Bottom - 1 && b.Top < a.Bottom - 1, $"{texts[i].Text} | {texts[j].Text}");
            }
        }
    }

    /// <summary>Every text is at least as large as the theme's and dark enough on white.</summary>
    public static void IsLegible(ChartPicture picture) => Assert.All(Elements(picture, "text"), x =>
    {
        Assert.True(int.Parse(x.Attribute("font-size")!.Value, CultureInfo.InvariantCulture) >= Theme.TextSize);
        Assert.True(Contrast(x.Attribute("fill")!.Value) >= 4.5, x.Value);
    });

    /// <summary>Contrast of a colour with white.</summary>
    public static double Contrast(string colour)
    {
        double Part(int at) => Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0 is var part && part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        return 1.05 / ((0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5)) + 0.05);
    }

    static (double Left, double Top, double Right, double Bottom) Bounds(XElement text)
    {
        double Number(string name) => double.Parse(text.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        // A little less than the layout's own estimate, which is on the wide side; letters are seven tenths of their size high.
        var (x, y, size) = (Number("x"), Number("y"), Number("font-size"));
        var width = 0.5 * size * text.Value.Length;
        var before = text.Attribute("text-anchor")?.Value switch { "middle" => width / 2, "end" => width, _ => 0 };
        return text.Attribute("transform") is null
            ? (x - before, y - (0.35 * size), x - before + width, y + (0.35 * size))
            : (x - (0.35 * size), y - width + before, x + (0.35 * size), y + before);
    }
}
