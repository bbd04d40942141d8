using System.Globalization;
using System.Xml.Linq;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;
using Xunit;

namespace Analytics.Tests.Charts;

public sealed class ExploreChartTests
{
    static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    static ExploreRow Row(int number, double? value, Reason reason = Reason.Suppressed, Indicator? indicator = null, double? other = null)
    {
        indicator ??= SpineExamples.Indicator(Polarity.HigherWorse);
        Cell Of(double? known) => known is { } shown ? new Cell.Shown(new Estimate(shown, new Interval(shown - 0.02, shown + 0.03), null, null, EstimateMethod.AsPublished)) : new Cell.Missing(reason, null);
        Interval? Bounds(double? known) => known is { } shown ? new Interval(shown - 0.02, shown + 0.03) : null;
        return new ExploreRow(indicator, new CellAddress(indicator.Id, 2025, $"06{number:00}", "13-15", Sex.T), $"Kommun {number}", Of(value), Bounds(value), value is null ? null : Verdict.Worse)
        {
            Other = other is null ? null : Of(other),
            OtherInterval = Bounds(other),
        };
    }

    static ChartPicture Draw(IReadOnlyList<ExploreRow> rows, int width = ChartFrame.PageWidth, int? most = null, CultureInfo? culture = null, bool pair = false) =>
        ExploreChart.Draw(rows, pair ? ("flickor", "pojkar") : null, FlagLevel.Single, culture ?? Swedish, new ChartFrame(width, "Bilden i ord.") { MostHeight = most });

    static IEnumerable<XElement> Texts(ChartPicture picture) => XElement.Parse(picture.Svg).Elements().Where(x => x.Name.LocalName == "text");

    [Fact]
    public void Draw_Rows_HavePointsInTheirOrderThatSayNameValueIntervalAndVerdict()
    {
        var picture = Draw([Row(1, 0.1), Row(2, 0.12), Row(3, null)]);
        Assert.Equal(["0601", "0602", "0603"], picture.Points.Select(x => x.Area));
        Assert.Equal("Barn i hushåll med låg ekonomisk standard, Kommun 1: 10,0\u00A0% (8,0–13,0), sämre", picture.Points[0].Label);
        Assert.Equal("Barn i hushåll med låg ekonomisk standard, Kommun 3: skyddat värde", picture.Points[2].Label);
        Assert.Equal(picture.Points.Select(x => x.Y).Order(), picture.Points.Select(x => x.Y));
        Assert.Contains(Texts(picture), x => x.Value == "skyddat värde");
    }

    [Fact]
    public void Draw_Pair_SaysBoth()
    {
        var picture = Draw([Row(1, 0.1, other: 0.14), Row(2, null, other: 0.2)], culture: English, pair: true);
        Assert.Equal("Children in low-income households, Kommun 1: A flickor 10.0% (8.0–13.0); B pojkar 14.0% (12.0–17.0), worse", picture.Points[0].Label);
        Assert.Equal("Children in low-income households, Kommun 2: A flickor protected value; B pojkar 20.0% (18.0–23.0)", picture.Points[1].Label);
        Assert.Contains(Texts(picture), x => x.Value == "B: pojkar");
    }

    // The ticks are 5, 10, 15, 20 %: half way between them lies half way in the picture.
    [Fact]
    public void Scale_OfValues_IsLinearBetweenRoundNumbers()
    {
        var scale = ExploreScale.Of([Row(1, 0.1), Row(2, 0.17)]);
        Assert.Equal((0.05, 0.2, 0.05), (Math.Round(scale.From, 9), Math.Round(scale.To, 9), Math.Round(scale.Step, 9)));
        Assert.Equal(0.5, scale.Place(0.125), 9);
        Assert.Equal([0.05, 0.1, 0.15, 0.2], scale.Ticks.Select(x => Math.Round(x, 9)));
        Assert.False(scale.IsCut(0.2));
        Assert.True(scale.IsCut(0.21));
        Assert.Equal((0, 1), (ExploreScale.Of([Row(1, null)]).From, ExploreScale.Of([Row(1, null)]).To));
    }

    [Theory]
    [InlineData(ChartFrame.NarrowestWidth, null)]
    [InlineData(ChartFrame.PhoneWidth, null)]
    [InlineData(ChartFrame.PageWidth, null)]
    [InlineData(ChartFrame.FileWidth, null)]
    [InlineData(ChartFrame.ProjectorWidth, ChartFrame.ProjectorHeight)]
    public void Draw_EveryFrame_KeepsAllTextInsideAndSaysWhatIsLeftOut(int width, int? most)
    {
        foreach (var culture in (CultureInfo[])[Swedish, English])
        {
            var picture = Draw([.. Enumerable.Range(1, 60).Select(x => Row(x, x % 5 == 0 ? null : 0.1 + (x / 1000.0)))], width, most, culture);
            Assert.True(picture.Height <= (most ?? int.MaxValue));
            Assert.InRange(picture.Points.Count, 1, ExploreChart.MostRows);
            Assert.Contains(Texts(picture), x => x.Value.Contains((60 - picture.Points.Count).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            Assert.All(picture.Points, x => Assert.True(x.Y - (x.Height / 2) >= 0 && x.Y + (x.Height / 2) <= picture.Height && x.X - (x.Width / 2) >= 0 && x.X + (x.Width / 2) <= picture.Width));
            Assert.All(Texts(picture), x =>
            {
                var (at, size) = ((double)x.Attribute("x")!, (double)x.Attribute("font-size")!);
                var wide = x.Value.Length * 0.5 * size;
                var left = (string?)x.Attribute("text-anchor") switch { "middle" => at - (wide / 2), "end" => at - wide, _ => at };
                Assert.True(left >= 0 && left + wide <= picture.Width, x.Value);
                Assert.True(size >= Theme.TextSize);
            });
            Assert.NotEmpty(PngImage.Of(picture, 1));
        }
    }

    [Fact]
    public void Draw_SameRows_IsTheSamePicture()
    {
        ExploreRow[] rows = [Row(1, 0.1, other: 0.2), Row(2, null, Reason.NotMeasured), Row(3, 0.3)];
        Assert.Equal(Draw(rows).Svg, Draw(rows).Svg);
    }

    [Fact]
    public void Draw_SeveralIndicators_GivesEachItsHeadingAndAxis()
    {
        var second = SpineExamples.Indicator(Polarity.HigherBetter, Role.Protective, Domain.School, "Har förtroende för vuxna i skolan") with { Id = "sch_trust" };
        var picture = Draw([Row(1, 0.1), Row(2, 0.2), Row(1, 0.7, indicator: second)]);
        Assert.Contains(Texts(picture), x => x.Value == "Barn i hushåll med låg ekonomisk standard (%)");
        Assert.Contains(Texts(picture), x => x.Value == "Har förtroende för vuxna i skolan (%)");
        Assert.Equal(["fam_low_income", "fam_low_income", "sch_trust"], picture.Points.Select(x => x.Indicator));
    }
}
