using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;
using Xunit;
using static Analytics.Tests.Charts.DrawnPicture;

namespace Analytics.Tests.Charts;

public sealed class LollipopChartTests
{
    static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    static readonly Benchmark Rest = new(BenchmarkKind.RestOfCounty);
    static readonly double[] County = [0.06, 0.08, 0.1, 0.12, 0.14];
    static readonly double Spread = Math.Sqrt(0.001);

    static LollipopRow Row(string id, Polarity polarity, Role role, double value, double half, string name = "Har kompisar som begått brott")
    {
        var interval = new Interval(value - half, value + half);
        return new LollipopRow(
            SpineExamples.Indicator(polarity, role, name: name) with { Id = id, NameEn = name }, 2025, "0604", "Aneby", new Cell.Shown(new Estimate(value, interval, 12, 100, EstimateMethod.Wilson)),
            new Comparison(Rest, new BenchmarkValue(0.1, null, 0), FlagLevel.Overview, interval, Verdicts.Of(interval, 0.1, polarity), 0.998), SpreadDistance.Of(value, interval, 0.1, County));
    }

    static LollipopRow Missing(string id, Role role, Reason reason) => new(
        SpineExamples.Indicator(Polarity.HigherWorse, role) with { Id = id }, 2025, "0604", "Aneby", new Cell.Missing(reason, null), null, null);

    static LollipopRow NotCompared(string id, Role role) => Row(id, Polarity.HigherWorse, role, 0.1, 0.02) with { Comparison = null, Distance = null };

    static LollipopProfile Profile(int extra = 0) => new(
        [
            new LollipopGroup("Familj", "Vad familjen gör möjligt eller svårt, i en mening som är så lång att den måste brytas på en telefon.",
            [
                Row("worse", Polarity.HigherWorse, Role.Risk, 0.14, 0.01), Row("better", Polarity.HigherWorse, Role.Risk, 0.08, 0.01, "Barn i familjer med långvarigt ekonomiskt bistånd, åk 9"), Row("similar", Polarity.HigherWorse, Role.Risk, 0.11, 0.03),
                Row("higher", Polarity.None, Role.Risk, 0.13, 0.01), Missing("gone", Role.Risk, Reason.Suppressed),
                .. Enumerable.Range(0, extra).Select(x => Row($"e{x}", Polarity.HigherWorse, Role.Risk, 0.1 + (x / 1000.0), 0.05)),
            ],
            [Row("good", Polarity.HigherBetter, Role.Protective, 0.12, 0.01), Row("more", Polarity.None, Role.Protective, 0.13, 0.01), NotCompared("alone", Role.Protective)]),
            new LollipopGroup("Kamrater", "", [Row("far", Polarity.HigherWorse, Role.Risk, 0.5, 0.02)], []),
            new LollipopGroup("Skola", "", [], [Missing("none", Role.Protective, Reason.NotMeasured)]),
            new LollipopGroup("Individ", "", [], []),
        ],
        Rest, FlagLevel.Overview);

    static ChartPicture Draw(LollipopProfile profile, int width = ChartFrame.PageWidth, int? most = null, CultureInfo? culture = null) => LollipopChart.Draw(profile, culture ?? Swedish, new ChartFrame(width, "Aneby.") { MostHeight = most });

    /// <summary>Strips are 46 % of a half, the halves 28 pixels apart; the farthest factor lies 12 spreads away, so the axis ends at four.</summary>
    [Theory]
    [InlineData("worse", false, -0.04)]
    [InlineData("better", false, 0.02)]
    [InlineData("similar", false, -0.01)]
    [InlineData("higher", false, -0.03)]
    [InlineData("good", true, 0.02)]
    [InlineData("more", true, 0.03)]
    public void Draw_Marker_StandsAtItsDistanceWithWorseToTheLeft(string id, bool protection, double distance)
    {
        var half = (960 - 32 - 28) / 2.0;
        var strip = 0.46 * half;
        var middle = protection ? 16 + half + 28 + (strip / 2) : 16 + half - (strip / 2);
        Assert.Equal(middle + (distance / Spread / 4 * ((strip / 2) - 12)), Draw(Profile()).Points.Single(x => x.Indicator == id).X, 6);
    }

    [Fact]
    public void Draw_FactorBeyondTheAxis_StaysAtTheEdgeWithAnArrowHeadAndItsDistanceInWords()
    {
        var picture = Draw(Profile());
        var point = picture.Points.Single(x => x.Indicator == "far");
        Assert.Equal(picture.Points.Where(x => x.Y < point.Y || x.Indicator == "far").Min(x => x.X), point.X);
        Assert.EndsWith("sämre; 12,6 spridningar över jämförelsen", point.Label, StringComparison.Ordinal);
        Assert.Contains(Elements(picture, "path"), x => x.Attribute("stroke-width")?.Value == "2.5" && x.Attribute("stroke")?.Value == Theme.Worse);
    }

    [Theory]
    [InlineData("sv-SE", "Har kompisar som begått brott 2025: 14,0\u00A0% (13,0–15,0), sämre; 1,3 spridningar över jämförelsen", "skyddat värde", "jämförs inte")]
    [InlineData("en-GB", "Har kompisar som begått brott 2025: 14.0% (13.0–15.0), worse; 1.3 spreads above the benchmark", "protected value", "not compared")]
    public void Draw_EveryPlace_SaysNameValueIntervalVerdictAndDistanceOrReason(string culture, string label, string reason, string alone)
    {
        var picture = Draw(Profile(), culture: CultureInfo.GetCultureInfo(culture));
        Assert.Equal(["worse", "better", "similar", "higher", "gone", "good", "more", "alone", "far", "none"], picture.Points.Select(x => x.Indicator));
        Assert.Equal(label, picture.Points[0].Label);
        Assert.EndsWith(": " + reason, picture.Points[4].Label, StringComparison.Ordinal);
        Assert.EndsWith(", " + alone, picture.Points[7].Label, StringComparison.Ordinal);
        Assert.Contains(Texts(picture), x => x.EndsWith(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Draw_GroupWithoutFactors_SaysSo() =>
        Assert.Equal(["– ingen riskfaktor", "– ingen riskfaktor", "– ingen skyddsfaktor", "– ingen skyddsfaktor"], Texts(Draw(Profile())).Where(x => x.StartsWith("– ingen", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(340, null)]
    [InlineData(360, null)]
    [InlineData(960, null)]
    [InlineData(1100, null)]
    [InlineData(860, 370)]
    public void Draw_AnyWidth_KeepsAllInsideAndApart(int width, int? most)
    {
        var picture = Draw(Profile(extra: 12), width, most);
        IsInside(picture);
        HasTextsApart(picture);
        IsLegible(picture);
        Assert.All(picture.Points, x => Assert.True(x.Width >= 24 && x.Height >= 24));
        Assert.NotEmpty(PngImage.Of(picture));
    }

    [Fact]
    public void Draw_Projector_ShowsCertainDifferencesFirstAndSaysHowManyAreLeftOut()
    {
        var picture = Draw(Profile(extra: 30), ChartFrame.ProjectorWidth, ChartFrame.ProjectorHeight);
        Assert.True(picture.Height <= ChartFrame.ProjectorHeight);
        Assert.Equal(["better", "far", "good", "higher", "more", "worse"], picture.Points.Select(x => x.Indicator).Intersect(["worse", "better", "higher", "good", "more", "far"]).Order(StringComparer.Ordinal));
        Assert.Contains(Texts(picture), x => x.Contains($"{40 - picture.Points.Count} till visas inte här", StringComparison.Ordinal));
        Assert.DoesNotContain("Familj", Texts(picture));
    }

    [Fact]
    public void Draw_NoValueAtAll_IsStillAPicture()
    {
        var picture = Draw(new LollipopProfile([new LollipopGroup("Skola", "", [Missing("a", Role.Risk, Reason.NoResponse)], [])], Rest, FlagLevel.Single));
        Assert.Single(picture.Points);
        IsInside(picture);
    }

    [Fact]
    public void Draw_Twice_GivesTheSameBytesInAnyCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var first = Draw(Profile()).Svg;
        try
        {
            CultureInfo.CurrentCulture = before.Name == "sv-SE" ? CultureInfo.InvariantCulture : Swedish;
            Assert.Equal(first, Draw(Profile()).Svg);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
