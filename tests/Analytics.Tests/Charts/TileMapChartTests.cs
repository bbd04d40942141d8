using System.Globalization;
using System.Xml.Linq;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;
using Xunit;

namespace Analytics.Tests.Charts;

public sealed class TileMapChartTests(ITestOutputHelper output)
{
    static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    static readonly ChartFrame Page = new(ChartFrame.PageWidth, "Kartan.");
    static readonly ChartFrame Projector = new(ChartFrame.ProjectorWidth, "Kartan.") { MostHeight = ChartFrame.ProjectorHeight };

    static readonly (int Row, int Column)[] Grid = [(1, 2), (2, 0), (0, 0), (0, 1), (3, 0), (2, 1), (1, 1), (2, 2), (3, 1), (3, 2), (2, 3), (1, 3), (0, 2)];

    static readonly Indicator Judged = SpineExamples.Indicator(Polarity.HigherWorse);

    /// <summary>The thirteen of the county: each verdict, a value that is not compared, a protected one.</summary>
    static TileMapPlace[] County(bool placed = true, Indicator? indicator = null) =>
        [.. SpineExamples.County.Select((x, i) => Place(new Municipality(x.Code, x.Name, null, null, placed ? new Tile(Grid[i].Row, Grid[i].Column) : null, []), i, indicator ?? Judged))];

    /// <summary>A county of so many without places, with long names.</summary>
    static TileMapPlace[] Many(int count) => [.. Enumerable.Range(0, count).Select(i => Place(new Municipality($"14{i:00}", $"Upplands Väsbykommunen {i}", null, null, null, []), i, Judged))];

    static TileMapPlace Place(Municipality municipality, int i, Indicator indicator)
    {
        if (i % 13 == 2)
        {
            return new TileMapPlace(municipality, new Cell.Missing(Reason.Suppressed, null), null);
        }

        var value = i % 5 == 0 ? 0.15 : i % 5 == 1 ? 0.05 : 0.1;
        var estimate = new Estimate(value, new Interval(value - 0.02, value + 0.02), 12, 100, EstimateMethod.Wilson);
        return new TileMapPlace(municipality, new Cell.Shown(estimate), i % 13 == 3 ? null : new Comparison(
            new Benchmark(BenchmarkKind.RestOfCounty), new BenchmarkValue(0.1, null, 0), FlagLevel.Single, estimate.Interval!.Value, Verdicts.Of(estimate.Interval.Value, 0.1, indicator.Polarity), 0.95));
    }

    static IReadOnlyList<XElement> Elements(ChartPicture picture, string name) => [.. XDocument.Parse(picture.Svg).Descendants().Where(x => x.Name.LocalName == name)];

    static IReadOnlyList<string> Texts(ChartPicture picture) => [.. Elements(picture, "text").Select(x => x.Value.Replace('\u00A0', ' '))];

    [Fact]
    public void Draw_PlacesOnAGrid_StandWhereTheyLie()
    {
        var points = TileMapChart.Draw(Judged, County(), Swedish, Page).Points;
        Assert.Equal(["0642", "0643", "0687", "0680", "0604", "0686", "0617", "0665", "0682", "0685", "0662", "0683", "0684"], points.Select(x => x.Area));
        var byCode = points.ToDictionary(x => x.Area);
        var (width, height) = (byCode["0643"].X - byCode["0642"].X, byCode["0680"].Y - byCode["0643"].Y);
        Assert.All(SpineExamples.County.Select((x, i) => (x.Code, Grid[i])), x =>
        {
            Assert.Equal(byCode["0642"].X + (x.Item2.Column * width), byCode[x.Code].X, 6);
            Assert.Equal(byCode["0642"].Y + (x.Item2.Row * height), byCode[x.Code].Y, 6);
        });
    }

    [Fact]
    public void Draw_Points_SayNameValueIntervalAndVerdictOrTheReason()
    {
        var labels = TileMapChart.Draw(Judged, County(), Swedish, Page).Points.Select(x => x.Label.Replace('\u00A0', ' ')).ToArray();
        Assert.Superset(
            new HashSet<string> { "Aneby: 15,0 % (13,0–17,0), sämre", "Gnosjö: 5,0 % (3,0–7,0), bättre", "Mullsjö: skyddat värde", "Habo: 10,0 % (8,0–12,0), jämförs inte", "Gislaved: 10,0 % (8,0–12,0), ingen säker skillnad" },
            labels.ToHashSet());
    }

    [Fact]
    public void Draw_Tiles_HaveNameValueAndWordAndTheLegendTheWholeReason()
    {
        var texts = Texts(TileMapChart.Draw(Judged, County(), Swedish, Page));
        Assert.Superset(new HashSet<string> { "Aneby", "15,0 %", "sämre", "bättre", "ingen säker skillnad", "jämförs inte", "skyddat värde", "⊘" }, texts.ToHashSet());
    }

    [Fact]
    public void Draw_IndicatorWithoutJudgement_IsNeverBetterOrWorse()
    {
        var none = SpineExamples.Indicator(Polarity.None);
        var texts = Texts(TileMapChart.Draw(none, County(indicator: none), Swedish, Page));
        Assert.Contains("högre", texts);
        Assert.DoesNotContain(texts, x => x is "bättre" or "sämre");
    }

    public static TheoryData<int, int, bool> Counties => new() { { 13, 340, false }, { 13, 360, true }, { 13, 960, true }, { 13, 1100, false }, { 49, 340, false }, { 49, 960, false }, { 1, 960, false } };

    [Theory]
    [MemberData(nameof(Counties))]
    public void Draw_AnyCountyAndWidth_KeepsAllInsideWithoutOverlap(int count, int width, bool placed) =>
        AssertInside(TileMapChart.Draw(Judged, count == 13 ? County(placed) : Many(count), Swedish, new ChartFrame(width, "Kartan.") { Title = "Titel", Note = "Källa" }), count);

    [Theory]
    [InlineData(13)]
    [InlineData(49)]
    [InlineData(120)]
    public void Draw_ForAProjector_FitsAndSaysHowManyAreLeftOut(int count)
    {
        var picture = TileMapChart.Draw(Judged, count == 13 ? County() : Many(count), Swedish, Projector);
        Assert.True(picture.Height <= ChartFrame.ProjectorHeight, $"{picture.Height}");
        AssertInside(picture, picture.Points.Count);
        Assert.Equal(picture.Points.Count < count, Texts(picture).Contains($"{count - picture.Points.Count} kommuner till står i tabellen."));
        Assert.Equal(count < 120, picture.Points.Count == count);
        Assert.Contains(picture.Points, x => x.Label.EndsWith("sämre", StringComparison.Ordinal));
    }

    [Fact]
    public void Draw_Twice_GivesTheSameBytes() => Assert.Equal(TileMapChart.Draw(Judged, County(), Swedish, Page).Svg, TileMapChart.Draw(Judged, County(), Swedish, Page).Svg);

    [Fact]
    public void Draw_ACounty_TakesLittleTime()
    {
        TileMapChart.Draw(Judged, County(), Swedish, Page);
        var start = Environment.CpuUsage.TotalTime;
        TileMapChart.Draw(Judged, County(), Swedish, Page);
        var time = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        output.WriteLine($"{time:0} ms");
        Assert.InRange(time, 0, 300);
    }

    static void AssertInside(ChartPicture picture, int count)
    {
        Assert.Equal(count, picture.Points.Count);
        var boxes = picture.Points.Select(x => (Left: x.X - (x.Width / 2), Top: x.Y - (x.Height / 2), Right: x.X + (x.Width / 2), Bottom: x.Y + (x.Height / 2))).ToArray();
        Assert.All(boxes, x => Assert.True(x.Left >= 0 && x.Top >= 0 && x.Right <= picture.Width && x.Bottom <= picture.Height));
        for (var i = 0; i < boxes.Length; i++)
        {
            Assert.All(boxes.Skip(i + 1), x => Assert.True(x.Right <= boxes[i].Left + 0.01 || boxes[i].Right <= x.Left + 0.01 || x.Bottom <= boxes[i].Top + 0.01 || boxes[i].Bottom <= x.Top + 0.01));
        }

        Assert.All(Elements(picture, "text").Where(x => x.Attribute("text-anchor") is null), x =>
            Assert.True(double.Parse(x.Attribute("x")!.Value, CultureInfo.InvariantCulture) + TextWidth.Of(x.Value, (int)double.Parse(x.Attribute("font-size")!.Value, CultureInfo.InvariantCulture)) <= picture.Width + 1, x.Value));
        Assert.NotEmpty(PngImage.Of(picture));
    }
}
