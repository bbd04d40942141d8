using System.Globalization;
using System.Xml.Linq;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Xunit;
using static Analytics.Tests.Charts.AgeLadderExamples;

namespace Analytics.Tests.Charts;

public sealed class AgeLadderChartTests(ITestOutputHelper output)
{
    static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static TheoryData<int, bool> Frames => new() { { 340, false }, { 360, true }, { 960, false }, { 960, true }, { 1100, false } };

    static IReadOnlyList<XElement> Elements(ChartPicture picture, string name) => [.. XDocument.Parse(picture.Svg).Descendants().Where(x => x.Name.LocalName == name)];

    static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    [Theory]
    [MemberData(nameof(Frames))]
    public void Draw_AnyFrame_KeepsPointsAndTextsInside(int width, bool whole)
    {
        foreach (var culture in (CultureInfo[])[Swedish, English])
        {
            var picture = AgeLadderChart.Draw(Of(20, whole), culture, new ChartFrame(width, "Stegen.") { Title = "Åldersstege", Note = "Källa" });
            Assert.Equal(100, picture.Points.Count);
            Assert.All(picture.Points, x => Assert.True(x.X - (x.Width / 2) >= 0 && x.X + (x.Width / 2) <= width && x.Y - (x.Height / 2) >= 0 && x.Y + (x.Height / 2) <= picture.Height));
            Assert.All(Elements(picture, "text"), x =>
            {
                var (at, length) = (Number(x, "x"), TextWidth.Of(x.Value, (int)Number(x, "font-size")));
                var left = x.Attribute("text-anchor")?.Value switch { "middle" => at - (length / 2), "end" => at - length, _ => at };
                Assert.True(left >= 0 && left + length <= width, x.Value);
                Assert.InRange(Number(x, "y"), 0, picture.Height - 4);
                Assert.True(Number(x, "font-size") >= Theme.TextSize);
            });
            Assert.NotEmpty(PngImage.Of(picture));
        }
    }

    [Fact]
    public void Draw_OneScalePerRow_PutsTheSameValueAtTheSamePlaceOfEachBand()
    {
        // A value at the lowest, the highest and the middle, in different bands.
        var row = Of(1).Rows[0];
        AgeLadderCell At(int band, double value) => new(Bands[band], new Cell.Shown(new Estimate(value, null, null, null, EstimateMethod.AsPublished)), [value], null, null, AgeCover.Own);
        var grid = Of(1) with { Rows = [row with { Cells = [At(0, 0.1), At(1, 0.3), At(2, 0.2), At(3, 0.1), At(4, 0.25)] }] };
        var markers = Elements(AgeLadderChart.Draw(grid, Swedish, new ChartFrame(960, "")), "ellipse").Concat(Elements(AgeLadderChart.Draw(grid, Swedish, new ChartFrame(960, "")), "circle"))
            .Select(x => Number(x, "cx")).Distinct().Order().ToArray();
        var points = AgeLadderChart.Draw(grid, Swedish, new ChartFrame(960, "")).Points;
        var band = points[1].X - points[0].X;
        // Of a band of 106 pixels the strip leaves 22 at the left and 10 at the right.
        double Expected(int place, double part) => points[place].X - (band / 2) + 22 + (part * (band - 32));
        Assert.All([Expected(0, 0), Expected(1, 1), Expected(2, 0.5), Expected(3, 0), Expected(4, 0.75)], x => Assert.Contains(markers, y => Math.Abs(x - y) < 0.6));
        Assert.Contains(Elements(AgeLadderChart.Draw(grid, Swedish, new ChartFrame(960, "")), "text"), x => x.Value.Replace('\u00A0', ' ') == "10,0–30,0 %");
    }

    [Fact]
    public void Draw_Coverage_CountsWhatIsMeasuredPerBand()
    {
        var grid = Of(7);
        string[] texts = [.. Elements(AgeLadderChart.Draw(grid, Swedish, new ChartFrame(960, "")), "text").Select(x => x.Value)];
        Assert.Contains("0 av 7", texts);
        Assert.Equal(4, texts.Count(x => x == "7 av 7"));
        Assert.Equal((0, 0), AgeLadderGrid.Coverage(grid.Rows, 0));
        Assert.Equal((7, 0), AgeLadderGrid.Coverage(grid.Rows, 1));
        Assert.Equal((7, 7), AgeLadderGrid.Coverage(grid.Rows, 2));
    }

    [Fact]
    public void Draw_Points_SayFactorAgeAreaValueIntervalAndVerdict()
    {
        var labels = AgeLadderChart.Draw(Of(1), Swedish, new ChartFrame(960, "")).Points.Select(x => x.Label.Replace('\u00A0', ' ')).ToArray();
        const string Name = "Barn i familjer med långvarigt ekonomiskt bistånd nummer 0";
        Assert.Equal(
            [
                $"{Name}, 0–5 år: Aneby mäts inte för denna ålder eller detta kön",
                $"{Name}, 6–9 år: Aneby skyddat värde; 13 kommuner 5,5–17,5",
                $"{Name}, 10–12 år: Aneby 18,0 % (15,0–21,0), sämre; 13 kommuner 6,0–18,0 (källans åldrar 0–19)",
                $"{Name}, 13–15 år: Aneby 18,5 % (15,5–21,5), sämre; 13 kommuner 6,5–18,5",
                $"{Name}, 16–18 år: Aneby 19,0 % (16,0–22,0), jämförs inte; 13 kommuner 7,0–19,0",
            ], labels);
        var point = AgeLadderChart.Draw(Of(1), Swedish, new ChartFrame(960, "")).Points[3];
        Assert.Equal(("factor_0", "13-15", "0604"), (point.Indicator, point.AgeBand, point.Area));
    }

    [Theory]
    [InlineData(Reason.Suppressed, "⊘ skyddat värde")]
    [InlineData(Reason.NotMeasured, "– mäts inte")]
    [InlineData(Reason.NoResponse, "∅ inga svar")]
    [InlineData(Reason.TooFewYears, "… för få år")]
    [InlineData(Reason.NewDefinition, "≠ ny definition")]
    [InlineData(Reason.SourceMissing, "? källan saknar värde")]
    public void Draw_NeighboursThatLackTheSame_AreOneGapWithItsReason(Reason reason, string words)
    {
        var grid = Of(1);
        AgeLadderCell[] cells = [.. Bands.Select(x => new AgeLadderCell(x, new Cell.Missing(reason, null), [], null, null, AgeCover.None))];
        var picture = AgeLadderChart.Draw(grid with { Rows = [grid.Rows[0] with { Cells = cells }] }, Swedish, new ChartFrame(960, ""));
        Assert.Single(Elements(picture, "text"), x => x.Value == words);
        Assert.Contains(Elements(picture, "text"), x => x.Value == ReasonText.Of(reason, Swedish));
        Assert.Equal(5, picture.Points.Count(x => x.Label.EndsWith(ReasonText.Of(reason, Swedish), StringComparison.Ordinal)));
    }

    [Fact]
    public void Draw_ForAProjector_ShowsTheFactorsWithMostFlagsAndSaysHowManyAreLeftOut()
    {
        var frame = new ChartFrame(ChartFrame.ProjectorWidth, "") { MostHeight = ChartFrame.ProjectorHeight };
        var picture = AgeLadderChart.Draw(Of(78), Swedish, frame);
        var shown = picture.Points.Select(x => x.Indicator).Distinct().ToArray();
        Assert.True(picture.Height <= ChartFrame.ProjectorHeight, $"{picture.Height}");
        Assert.InRange(shown.Length, 3, 10);
        Assert.Contains(Elements(picture, "text"), x => x.Value == $"{78 - shown.Length} faktorer till står i tabellen.");
        Assert.All(Of(78).Rows.Where(x => shown.Contains(x.Indicator.Id)), x => Assert.Equal(Of(78).Rows.Max(y => y.Flags), x.Flags));
    }

    [Fact]
    public void Draw_Nothing_IsStillAPicture() => Assert.Empty(AgeLadderChart.Draw(Of(0), Swedish, new ChartFrame(960, "")).Points);

    [Fact]
    public void Draw_Twice_GivesTheSameBytesInAnyCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var first = AgeLadderChart.Draw(Of(10), Swedish, new ChartFrame(960, "")).Svg;
        try
        {
            CultureInfo.CurrentCulture = before.Name == "sv-SE" ? CultureInfo.InvariantCulture : Swedish;
            Assert.Equal(first, AgeLadderChart.Draw(Of(10), Swedish, new ChartFrame(960, "")).Svg);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The processor's time, which other programs do not lengthen.</summary>
    [Fact]
    public void Draw_AllFactorsOfACounty_TakesLittleTime()
    {
        var grid = Of(78);
        AgeLadderChart.Draw(grid, Swedish, new ChartFrame(960, ""));
        var times = Enumerable.Range(0, 5).Select(_ =>
        {
            var start = Environment.CpuUsage.TotalTime;
            AgeLadderChart.Draw(grid, Swedish, new ChartFrame(960, ""));
            return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        }).Order().ToArray();
        output.WriteLine($"{times[0]:0} to {times[^1]:0} ms");
        Assert.InRange(times[0], 0, 400);
    }
}
