using System.Globalization;
using System.Xml.Linq;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Tests.Charts;

/// <summary>A made-up county to compare: counts of every size, one value without counts, and a municipality of every reason.</summary>
static class ComparisonExamples
{
    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    public static readonly Benchmark Whole = new(BenchmarkKind.County);
    public const double Centre = 0.14;

    public static Indicator Factor { get; } = SpineExamples.Indicator(Polarity.HigherWorse);

    /// <summary>Frames of a telephone, a page, a file and a projector.</summary>
    public static IReadOnlyList<ChartFrame> Frames =>
    [
        new(340, "Länet."), new(360, "Länet."), new(960, "Länet."), new(1100, "Länet.") { Title = "Länet 2025", Subtitle = "%", Note = "Källa: påhittade data" },
        new(860, "Länet.") { MostHeight = 370 }, new(860, "Länet.") { MostHeight = 370, Title = "Länet 2025" },
    ];

    /// <summary>Thirteen municipalities with a value, highest first, and one for each reason.</summary>
    public static IReadOnlyList<DotRow> Rows { get; } = Of(13);

    public static IReadOnlyList<DotRow> Of(int shown) =>
    [
        .. Enumerable.Range(0, shown).Select(i => (Cases: 4 + (i * i % 31), Base: 40 + (i * 137 % 900))).OrderByDescending(x => (double)x.Cases / x.Base).Select((x, i) => Shown(i, x.Cases, x.Base)),
        .. Enum.GetValues<Reason>().Select((x, i) => new DotRow($"17{i:00}", $"Utan {i}", new Cell.Missing(x, null), null, null, null)),
    ];

    public static DotRow Shown(int number, long cases, long people)
    {
        var estimate = Estimate.Of(Totals.OfCounts(cases, people), Measure.Proportion);
        var comparison = Comparing.ByInterval(estimate.Interval!.Value, Factor, Whole, new BenchmarkValue(Centre, null, 0), FlagLevel.Single);
        return new DotRow($"16{number:00}", $"Kommun {number}", new Cell.Shown(estimate), Centre, new(0.13, 0.15), comparison);
    }

    public static DotRow AsPublished(double value) => new("1900", "Utan antal", new Cell.Shown(new Estimate(value, null, null, null, EstimateMethod.AsPublished)), Centre, null, null);

    public static IEnumerable<XElement> Texts(ChartPicture picture) => XDocument.Parse(picture.Svg).Descendants().Where(x => x.Name.LocalName == "text");

    /// <summary>Left, top, right and bottom of a text by its anchor, with letters of average width.</summary>
    public static (double Left, double Top, double Right, double Bottom) Box(XElement text)
    {
        var (x, y, size) = (Number(text, "x"), Number(text, "y"), Number(text, "font-size"));
        var width = text.Value.Length * 0.5 * size;
        var left = (string?)text.Attribute("text-anchor") switch { "middle" => x - (width / 2), "end" => x - width, _ => x };
        return (left, y - (size / 2), left + width, y + (size / 2));
    }

    public static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    /// <summary>The scale that two round values and their places tell, found from the picture alone.</summary>
    public static Func<double, double> ScaleOf(IReadOnlyList<(double Value, double Place)> ticks)
    {
        var (from, to) = (ticks[0], ticks[^1]);
        return value => from.Place + ((value - from.Value) / (to.Value - from.Value) * (to.Place - from.Place));
    }

    /// <summary>What every picture must keep: all inside, no empty marks, nothing but numbers.</summary>
    public static void AssertSound(ChartPicture picture, ChartFrame frame)
    {
        Xunit.Assert.All(picture.Points, x => Xunit.Assert.True(x.X - (x.Width / 2) >= -1 && x.X + (x.Width / 2) <= picture.Width + 1 && x.Y >= 0 && x.Y <= picture.Height, x.Label));
        Xunit.Assert.All(Texts(picture), x => Xunit.Assert.True(Box(x) is var box && box.Left >= 0 && box.Right <= picture.Width && box.Top >= 0 && box.Bottom <= picture.Height, x.Value));
        Xunit.Assert.All(Texts(picture), x => Xunit.Assert.True(Number(x, "font-size") >= Theme.TextSize));
        Xunit.Assert.DoesNotContain("NaN", picture.Svg, StringComparison.Ordinal);
        Xunit.Assert.DoesNotContain("d=\"\"", picture.Svg, StringComparison.Ordinal);
        Xunit.Assert.True(picture.Height <= (frame.MostHeight ?? int.MaxValue));
        Xunit.Assert.NotEmpty(PngImage.Of(picture, 1));
    }

    /// <summary>Whether no two texts cover each other.</summary>
    public static void AssertApart(ChartPicture picture)
    {
        var boxes = Texts(picture).Select(x => (x.Value, Box: Box(x))).ToArray();
        var over = from a in boxes.Select((x, i) => (x, i))
                   from b in boxes.Select((x, i) => (x, i))
                   where a.i < b.i && a.x.Box.Left < b.x.Box.Right - 1 && b.x.Box.Left < a.x.Box.Right - 1 && a.x.Box.Top < b.x.Box.Bottom - 2 && b.x.Box.Top < a.x.Box.Bottom - 2
                   select $"{a.x.Value} / {b.x.Value}";
        Xunit.Assert.Empty(over);
    }
}
