using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Xunit;
using static Analytics.Tests.Charts.DrawnPicture;

namespace Analytics.Tests.Charts;

public sealed class RugChartTests
{
    static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    static ChartPicture Draw(Rug rug, int width = ChartFrame.PageWidth, int? most = null, CultureInfo? culture = null) => RugChart.Draw(rug, culture ?? Swedish, new ChartFrame(width, "Länet.") { MostHeight = most });

    static ChartPoint[] Cells(ChartPicture picture) => [.. picture.Points.Where(x => x.Area.Length > 0 && x.Indicator.Length > 0)];

    [Fact]
    public void Draw_EveryCell_StandsInTheColumnOfItsMunicipalityAndTheRowOfItsFactor()
    {
        var rug = RugExamples.Of();
        var cells = Cells(Draw(rug));
        Assert.Equal(rug.Rows.Count() * 13, cells.Length);
        // 928 pixels between the edges, of which 36 % are names; the rest in thirteen whole-numbered columns.
        for (var i = 0; i < 13; i++)
        {
            Assert.All(cells.Where(x => x.Area == rug.Columns[i].Code), x => Assert.Equal(16 + (0.36 * 928) + (45 * (i + 0.5)), x.X, 6));
        }

        var rows = cells.GroupBy(x => x.Indicator).Select(x => x.Select(y => y.Y).Distinct().Single()).ToArray();
        Assert.Equal(rows.Order(), rows);
        Assert.Equal(rug.Rows.Select(x => x.Indicator.Id), cells.Select(x => x.Indicator).Distinct());
        Assert.All(rug.Rows, x => Assert.All(cells.Where(y => y.Indicator == x.Indicator.Id), y => Assert.Equal(x.Period.Last, y.Year)));
    }

    [Theory]
    [InlineData(Verdict.Better, Theme.Better)]
    [InlineData(Verdict.Worse, Theme.Worse)]
    [InlineData(Verdict.Higher, Theme.Higher)]
    [InlineData(Verdict.Lower, Theme.Lower)]
    public void Draw_CertainDifference_FillsItsCellAndNoOther(Verdict verdict, string colour)
    {
        var rug = RugExamples.Of();
        var picture = Draw(rug);
        var filled = Shapes(picture, colour).Where(x => x.Right - x.Left > 30).ToArray();
        var expected = Cells(picture).Zip(rug.Rows.SelectMany(x => x.Cells)).Where(x => x.Second.IsFlagged && x.Second.Comparison!.Verdict == verdict).Select(x => x.First).ToArray();
        Assert.True(expected.Length > 2);
        Assert.Equal(expected.Length, filled.Length);
        Assert.All(expected, x => Assert.Contains(filled, y => Math.Abs(((y.Left + y.Right) / 2) - x.X) < 0.01 && Math.Abs(((y.Top + y.Bottom) / 2) - x.Y) < 0.01));
        // The sign in the cell, since colour is not enough: a triangle, filled where the difference is judged.
        if (verdict is Verdict.Better or Verdict.Worse)
        {
            var signs = Shapes(picture, Theme.Paper);
            Assert.All(expected, x => Assert.Contains(signs, y => Math.Abs(((y.Left + y.Right) / 2) - x.X) < 0.01 && Math.Abs(y.Right - y.Left - 14) < 0.01 && Math.Sign(((y.Top + y.Bottom) / 2) - x.Y) == (verdict == Verdict.Better ? -1 : 1)));
        }
    }

    [Fact]
    public void Draw_DifferenceAt95PercentOnly_HasACornerOnTheSideOfItsDirection()
    {
        var rug = RugExamples.Of();
        var picture = Draw(rug);
        foreach (var (point, cell) in Cells(picture).Zip(rug.Rows.SelectMany(x => x.Cells)).Where(x => x.Second.Hint is Verdict.Better or Verdict.Worse))
        {
            var corner = Assert.Single(Shapes(picture, Theme.ColourOf(cell.Hint)), x => x.Left >= point.X && x.Right <= point.X + (point.Width / 2) && x.Top >= point.Y - (point.Height / 2) && x.Bottom <= point.Y + (point.Height / 2));
            Assert.Equal(cell.Hint == Verdict.Better, corner.Top < point.Y - 5);
        }
    }

    [Theory]
    [InlineData("sv-SE", "Gnosjö, Barn i familjer med långvarigt ekonomiskt bistånd eller som bott trångt under större delen av sin uppväxt, 0 2024: 5,0\u00A0% (2,0–8,0), bättre", "skyddat värde", "12,0\u00A0% (9,0–16,0), ingen säker skillnad, sämre på 95\u00A0%")]
    [InlineData("en-GB", "Gnosjö, Barn i familjer med långvarigt ekonomiskt bistånd eller som bott trångt under större delen av sin uppväxt, 0 2024: 5.0% (2.0–8.0), better", "protected value", "12.0% (9.0–16.0), no certain difference, worse at 95%")]
    public void Draw_EveryPlace_SaysNameValueIntervalAndVerdictOrReason(string culture, string flagged, string reason, string hint)
    {
        var picture = Draw(RugExamples.Of(), culture: CultureInfo.GetCultureInfo(culture));
        var cells = Cells(picture);
        Assert.Equal(flagged, cells[1].Label);
        Assert.EndsWith(hint, cells[2].Label, StringComparison.Ordinal);
        Assert.EndsWith(": " + reason, cells[5].Label, StringComparison.Ordinal);
        Assert.All(picture.Points.Where(x => x.Indicator.Length == 0), x => Assert.Matches("^.+: \\d+ (av|of) \\d+ ", x.Label));
        Assert.Equal(13, picture.Points.Count(x => x.Indicator.Length == 0));
        Assert.Equal(25, picture.Points.Count(x => x.Area.Length == 0));
    }

    [Theory]
    [InlineData(340, null)]
    [InlineData(360, null)]
    [InlineData(600, null)]
    [InlineData(960, null)]
    [InlineData(1100, null)]
    [InlineData(860, 370)]
    public void Draw_AnyWidth_KeepsAllInsideAndApart(int width, int? most)
    {
        foreach (var municipalities in (int[])[1, 2, 13, 49])
        {
            var picture = Draw(RugExamples.Of(municipalities), width, municipalities > 13 ? null : most);
            IsInside(picture);
            HasTextsApart(picture);
            IsLegible(picture);
            // A finger finds every cell.
            Assert.All(Cells(picture), x => Assert.True(x.Width >= 24 && x.Height >= 24, $"{x.Width} × {x.Height}"));
        }
    }

    [Fact]
    public void Draw_FortyNineMunicipalities_ShowsEveryCellOnce()
    {
        foreach (var width in (int[])[340, 960])
        {
            var cells = Cells(Draw(RugExamples.Of(49), width));
            Assert.Equal(49 * 25, cells.Select(x => (x.Area, x.Indicator)).Distinct().Count());
            Assert.Equal(49 * 25, cells.Length);
        }
    }

    [Fact]
    public void Draw_Projector_ShowsTheRowsWithMostFlagsAndSaysHowManyAreLeftOut()
    {
        var rug = RugExamples.Of();
        var picture = Draw(rug, ChartFrame.ProjectorWidth, ChartFrame.ProjectorHeight);
        var shown = Cells(picture).Select(x => x.Indicator).Distinct().ToArray();
        Assert.True(picture.Height <= ChartFrame.ProjectorHeight);
        Assert.InRange(shown.Length, 3, 24);
        Assert.Equal(rug.Rows.OrderByDescending(x => x.Flags).ThenByDescending(x => x.Cells.Count(y => y.Hint is not null)).Take(shown.Length).Select(x => x.Indicator.Id), shown);
        Assert.Contains($"De {shown.Length} faktorerna med flest säkra skillnader; {25 - shown.Length} till visas inte här.", Texts(picture));
        Assert.Contains("Slumpen ensam väntas ge 0,6.", Texts(picture));
    }

    [Fact]
    public void Draw_MissingValues_AreHatchedWithTheirSignAndNamedInTheLegend()
    {
        var picture = Draw(RugExamples.Of());
        var texts = Texts(picture);
        foreach (var reason in Enum.GetValues<Reason>())
        {
            Assert.Contains(ReasonText.Glyph(reason), texts);
            Assert.Contains(ReasonText.Of(reason, Swedish), texts);
        }

        Assert.Contains("– mäts inte", texts);
        Assert.Contains(Elements(picture, "path"), x => x.Attribute("stroke")?.Value == Theme.Rule && x.Attribute("d")!.Value.Count(y => y == 'M') > 100);
    }

    [Fact]
    public void Draw_Telephone_NamesMunicipalitiesShortWithAKey()
    {
        var texts = Texts(Draw(RugExamples.Of(), ChartFrame.PhoneWidth));
        Assert.Contains("Jö", texts);
        Assert.Contains("Jö\u00A0Jönköping", string.Join(' ', texts), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_Twice_GivesTheSameBytesInAnyCultureAndAPng()
    {
        var before = CultureInfo.CurrentCulture;
        var first = Draw(RugExamples.Of(), culture: English);
        try
        {
            CultureInfo.CurrentCulture = before.Name == "sv-SE" ? CultureInfo.InvariantCulture : Swedish;
            Assert.Equal(first.Svg, Draw(RugExamples.Of(), culture: English).Svg);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.NotEmpty(PngImage.Of(first));
    }

    [Fact]
    public void Draw_Colours_ReachTheContrastOfTextOnWhiteBothWays() =>
        Assert.All((string[])[Theme.Better, Theme.Worse, Theme.Higher, Theme.Lower, Theme.Similar, Theme.Muted], x => Assert.True(Contrast(x) >= 4.5));

    [Fact]
    public void ShortNames_OfNamesThatBeginAlike_Differ()
    {
        Assert.Equal(["An", "Va", "Ve", "Vä", "Vr"], ShortNames.Of(["Aneby", "Vaggeryd", "Vetlanda", "Värnamo", "Vara"]));
        Assert.Equal(["Ö", "Ös", "Ös"], ShortNames.Of(["Ö", "Ös", "Ös"]));
    }
}
