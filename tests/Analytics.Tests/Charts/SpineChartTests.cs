using System.Globalization;
using System.Xml.Linq;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Xunit;
using static Analytics.Tests.Charts.SpineExamples;

namespace Analytics.Tests.Charts;

public sealed class SpineChartTests
{
    static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, All.Count)];

    static IEnumerable<XElement> Elements(ChartPicture picture, string name) => XDocument.Parse(picture.Svg).Descendants().Where(x => x.Name.LocalName == name);

    [Theory]
    [MemberData(nameof(Rows))]
    public void DrawRow_AnyRow_IsOneElementThatCanStandBesideOthers(int row)
    {
        var picture = SpineChart.DrawRow(All[row], 200, 32, Swedish);
        var root = XDocument.Parse(picture.Svg).Root!;
        Assert.Equal("svg", root.Name.LocalName);
        Assert.StartsWith("<svg ", picture.Svg, StringComparison.Ordinal);
        Assert.Equal("0 0 200 32", root.Attribute("viewBox")!.Value);
        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), x => x.Name.LocalName is "id" or "style" or "class" or "clip-path");
        Assert.DoesNotContain(Elements(picture, "path"), x => x.Attribute("d")!.Value.Length == 0);
        Assert.DoesNotContain("NaN", picture.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", picture.Svg, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void DrawRow_AnyRow_HasItsPointsInside(int row)
    {
        var picture = SpineChart.DrawRow(All[row], 200, 32, Swedish);
        Assert.Equal("0604", picture.Points[0].Area);
        Assert.StartsWith("Aneby: ", picture.Points[0].Label, StringComparison.Ordinal);
        Assert.All(picture.Points, x => Assert.True(x.X is >= 0 and <= 200 && x.Y is >= 0 and <= 32));
    }

    [Fact]
    public void DrawRow_Twice_GivesTheSameBytesInAnyCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var first = All.Select(x => SpineChart.DrawRow(x, 200, 32, Swedish).Svg).ToArray();
        try
        {
            CultureInfo.CurrentCulture = before.Name == "sv-SE" ? CultureInfo.InvariantCulture : Swedish;
            Assert.Equal(first, All.Select(x => SpineChart.DrawRow(x, 200, 32, Swedish).Svg));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task DrawRow_ManyAtOnce_GivesTheSameBytes()
    {
        var expected = All.Select(x => SpineChart.DrawRow(x, 200, 32, Swedish).Svg).ToArray();
        var drawn = await Task.WhenAll(Enumerable.Range(0, 90).Select(i => Task.Run(() => SpineChart.DrawRow(All[i % All.Count], 200, 32, Swedish).Svg)));
        Assert.All(drawn, (svg, i) => Assert.Equal(expected[i % All.Count], svg));
    }

    [Fact]
    public void DrawRow_AllAlike_StaysInTheMiddle()
    {
        var row = Shown(Indicator(Polarity.HigherWorse), 0.1, 0.1, 0.1);
        var picture = SpineChart.DrawRow(row with { Areas = [.. row.Areas.Select(x => x with { Value = 0.1 })] }, 200, 32, Swedish);
        Assert.All(picture.Points, x => Assert.Equal(100, x.X));
    }

    [Fact]
    public void DrawRow_IntervalFarBeyondTheCounty_IsCutWithAnArrow()
    {
        var cut = SpineChart.DrawRow(Shown(Indicator(Polarity.HigherBetter), 0.11, 0.02, 0.9), 200, 32, Swedish);
        // The county reaches from 0.07 to 0.16: half its widened scale is 0.09, so 0.16 stands at two thirds of the right half.
        Assert.Equal(100 + (90 * 2 / 3.0), cut.Points.Max(x => x.X), 6);
        Assert.Contains(Elements(cut, "path"), x => x.Attribute("d")!.Value.Contains("L195 16", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(119, 32)]
    [InlineData(200, 23)]
    public void DrawRow_TooSmall_Refuses(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SpineChart.DrawRow(All[0], width, height, Swedish));

    [Fact]
    public void DrawRow_ValuesOfAll_DrawsTheTwelveOthersAsTicksInOnePath()
    {
        var picture = SpineChart.DrawRow(Shown(Indicator(Polarity.HigherWorse), 0.15, 0.12, 0.18), 200, 32, Swedish);
        var ticks = Assert.Single(Elements(picture, "path"), x => x.Attribute("stroke")?.Value == Theme.Similar);
        Assert.Equal(12, ticks.Attribute("d")!.Value.Count(x => x == 'M'));
        Assert.Equal(13, picture.Points.Count);
    }

    public static TheoryData<Verdict, Polarity, double, double, double, string, string> Judgements => new()
    {
        { Verdict.Worse, Polarity.HigherWorse, 0.15, 0.12, 0.18, Theme.Worse, "" },
        { Verdict.Better, Polarity.HigherWorse, 0.05, 0.03, 0.08, Theme.Better, "" },
        { Verdict.Similar, Polarity.HigherWorse, 0.12, 0.08, 0.18, Theme.Similar, "" },
        { Verdict.Higher, Polarity.None, 0.15, 0.12, 0.18, "white", Theme.Higher },
        { Verdict.Lower, Polarity.None, 0.05, 0.03, 0.08, "white", Theme.Lower },
    };

    [Theory]
    [MemberData(nameof(Judgements))]
    public void DrawRow_Verdict_HasItsColourAndShape(Verdict verdict, Polarity polarity, double value, double lower, double upper, string fill, string outline)
    {
        var picture = SpineChart.DrawRow(Shown(Indicator(polarity), value, lower, upper), 200, 32, Swedish);
        var (x, y) = (picture.Points[0].X, picture.Points[0].Y);
        var marker = Assert.Single(Elements(picture, "path").Concat(Elements(picture, "rect")), e => e.Attribute("fill")?.Value == fill);
        Assert.Contains(VerdictText.Of(verdict, Swedish), picture.Points[0].Label, StringComparison.Ordinal);
        if (outline.Length > 0)
        {
            Assert.Contains(Elements(picture, "path"), e => e.Attribute("stroke")?.Value == outline && e.Attribute("d")!.Value == marker.Attribute("d")!.Value);
        }

        if (verdict == Verdict.Similar)
        {
            Assert.Equal("rect", marker.Name.LocalName);
            return;
        }

        // A triangle that points up has one corner above its middle, one that points down has one below.
        var corners = marker.Attribute("d")!.Value.TrimStart('M').TrimEnd('Z').Split('L').Select(p => p.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray()).SkipLast(1).ToArray();
        Assert.Equal(3, corners.Length);
        Assert.Equal(verdict is Verdict.Better or Verdict.Higher ? 1 : 2, corners.Count(c => c[1] < y));
        Assert.Equal(x, corners.Average(c => c[0]), 1);
    }

    [Fact]
    public void DrawRow_BetterValue_StandsToTheRightWhateverThePolarity()
    {
        var low = SpineChart.DrawRow(Shown(Indicator(Polarity.HigherWorse), 0.05, 0.03, 0.08), 200, 32, Swedish);
        var high = SpineChart.DrawRow(Shown(Indicator(Polarity.HigherBetter), 0.15, 0.12, 0.18), 200, 32, Swedish);
        var unjudged = SpineChart.DrawRow(Shown(Indicator(Polarity.None), 0.05, 0.03, 0.08), 200, 32, Swedish);
        Assert.True(low.Points[0].X > 100);
        Assert.True(high.Points[0].X > 100);
        Assert.True(unjudged.Points[0].X < 100);
    }

    [Theory]
    [InlineData(Reason.Suppressed, "skyddat värde", "protected value")]
    [InlineData(Reason.NotMeasured, "mäts inte", "not measured")]
    [InlineData(Reason.NoResponse, "inga svar", "no answers")]
    [InlineData(Reason.TooFewYears, "för få år", "too few years")]
    [InlineData(Reason.NewDefinition, "ny definition", "new definition")]
    [InlineData(Reason.SourceMissing, "källan saknar värde", "source has none")]
    public void DrawRow_MissingValue_SaysTheReason(Reason reason, string swedish, string english)
    {
        var row = Missing(Indicator(Polarity.HigherWorse), reason);
        var picture = SpineChart.DrawRow(row, 200, 32, Swedish);
        Assert.Equal(swedish, Assert.Single(Elements(picture, "text")).Value);
        Assert.Equal(english, Assert.Single(Elements(SpineChart.DrawRow(row, 200, 32, English), "text")).Value);
        Assert.Contains(ReasonText.Of(reason, Swedish), picture.Points[0].Label, StringComparison.Ordinal);
        Assert.Equal(13, picture.Points.Count);
    }

    [Fact]
    public void DrawRow_TextAlternative_IsTheSentence()
    {
        var row = Shown(Indicator(Polarity.HigherWorse), 0.15, 0.12, 0.18);
        var root = XDocument.Parse(SpineChart.DrawRow(row, 200, 32, Swedish).Svg).Root!;
        var shown = (Release.Cell.Shown)row.Cell;
        Assert.Equal(VerdictSentence.Of(row.Indicator, "Aneby", 2025, shown.Estimate, row.Comparison, Swedish, named: true), root.Attribute("aria-label")!.Value);
    }

    [Theory]
    [InlineData("sv-SE", "Skyddsfaktorer", "bättre →", "liknande kommuner", "Linje: 99,8\u00A0% osäkerhetsintervall")]
    [InlineData("en-GB", "Protective factors", "better →", "similar municipalities", "Bar: 99.8% confidence interval")]
    public void Draw_WholeChart_HasBlocksTitleNoteAndEveryRow(string culture, string block, string side, string benchmark, string interval)
    {
        var frame = new ChartFrame(900, "Aneby 2025.") { Title = "Aneby 2025", Note = "Källa: påhittade data" };
        var picture = SpineChart.Draw(All, new Benchmark(BenchmarkKind.Similar), FlagLevel.Overview, CultureInfo.GetCultureInfo(culture), frame);
        var texts = Elements(picture, "text").Select(x => x.Value).ToArray();
        Assert.Contains("Aneby 2025", texts);
        Assert.Contains("Källa: påhittade data", texts);
        Assert.Contains(block, texts);
        Assert.Contains(side, texts);
        Assert.Contains(benchmark, texts);
        Assert.Contains(texts, x => x.Contains(interval, StringComparison.Ordinal));
        Assert.Equal(9, picture.Points.Count(x => x.Area == "0604"));
        Assert.All(picture.Points, x => Assert.True(x.X >= 0 && x.X <= picture.Width && x.Y >= 0 && x.Y <= picture.Height));
        Assert.Equal(picture.Svg, SpineChart.Draw(All, new Benchmark(BenchmarkKind.Similar), FlagLevel.Overview, CultureInfo.GetCultureInfo(culture), frame).Svg);
    }

    /// <summary>A projector's picture keeps the certain differences and says how many rows it leaves out.</summary>
    [Theory]
    [InlineData("sv-SE", 370, "Ytterligare faktorer")]
    [InlineData("en-GB", 250, "Further factors")]
    public void Draw_LimitedHeight_KeepsTheMostCertainRowsInside(string culture, int most, string words)
    {
        var frame = new ChartFrame(ChartFrame.ProjectorWidth, "Aneby 2025.") { MostHeight = most };
        var picture = SpineChart.Draw(All, new Benchmark(BenchmarkKind.RestOfCounty), FlagLevel.Overview, CultureInfo.GetCultureInfo(culture), frame);
        Assert.True(picture.Height <= most);
        var shown = picture.Points.Count(x => x.Area == "0604");
        Assert.InRange(shown, 1, All.Count - 1);
        var line = Assert.Single(Elements(picture, "text"), x => x.Value.Contains(words, StringComparison.Ordinal)).Value;
        Assert.Contains($" {All.Count - shown},", line, StringComparison.Ordinal);
        Assert.Contains(picture.Points, x => x.Area == "0604" && x.Label.Contains(VerdictText.Of(Verdict.Worse, CultureInfo.GetCultureInfo(culture)), StringComparison.Ordinal));
        Assert.All(Elements(picture, "text"), x => Assert.InRange(double.Parse(x.Attribute("y")!.Value, CultureInfo.InvariantCulture), 8, picture.Height - 8));
    }

    [Fact]
    public void Draw_HeightEnoughForAll_LeavesNothingOut()
    {
        var frame = new ChartFrame(ChartFrame.ProjectorWidth, "Aneby 2025.");
        var whole = SpineChart.Draw(All, new Benchmark(BenchmarkKind.RestOfCounty), FlagLevel.Overview, Swedish, frame);
        Assert.Equal(whole.Svg, SpineChart.Draw(All, new Benchmark(BenchmarkKind.RestOfCounty), FlagLevel.Overview, Swedish, frame with { MostHeight = whole.Height }).Svg);
    }
}
