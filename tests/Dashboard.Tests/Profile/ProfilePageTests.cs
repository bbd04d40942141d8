using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Bunit;
using Dashboard.Navigation;
using Dashboard.Profile;
using Dashboard.Tests.Examples;
using Dashboard.Views;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.Profile;

public sealed class ProfilePageTests
{
    static ScreenView View(PageContext context, string query = "") =>
        context.Services.GetRequiredService<ProfileScreen>().View(context.Viewed.Release!, new ViewLink("/profil", ViewQuery.Read("?" + query)))!;

    static ChartPicture Draw(ScreenView view, int width = ChartFrame.PageWidth, int? most = null) => view.Draw!(new ChartFrame(width, view.Sentence) { MostHeight = most });

    static ViewField Field(ScreenView view, ViewRow row, string id) => row.Fields[view.Table.Columns.ToList().FindIndex(x => x.Id == id)];

    [Theory]
    [InlineData("sv", "Riskfaktorer", "Skyddsfaktorer")]
    [InlineData("en", "Risk factors", "Protective factors")]
    public void Page_OfAMunicipality_HasHeadSentencePictureAndTable(string language, string risk, string protection)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<ProfilePage>("/profil?area=0680&age=13-15");
        Assert.Equal("Jönköping", Reading.Of(page.Find("h1")));
        var texts = page.FindAll(".chart-wide svg text").Select(x => x.TextContent).ToArray();
        Assert.Contains(risk, texts);
        Assert.Contains(protection, texts);
        Assert.Equal(MadeUpCodebook.Indicators.Count(x => x.Role != Role.Outcome), page.FindAll(".table-twin tbody tr:not(.group-head)").Count);
        Assert.DoesNotContain("style=", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".notice"));
    }

    [Fact]
    public void Page_Municipalities_AreChosenByLinksAndForm()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        Assert.Equal("Aneby", Reading.Of(context.At<ProfilePage>("/profil").Find("h1")));
        var page = context.At<ProfilePage>("/profil?area=0642&form=sat&sex=F");
        Assert.Equal("Mullsjö", Reading.Of(page.Find("option[selected]")));
        Assert.Equal(13, page.FindAll("option").Count);
        Assert.Equal(["sex", "form"], page.FindAll("input[type=hidden]").Select(x => x.GetAttribute("name")!));
        Assert.Equal(["/profil?sex=F&area=0680&form=sat", "/profil?sex=F&area=0682&form=sat"], page.FindAll(".neighbours a").Select(x => x.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("area=0680&age=13-15")]
    [InlineData("area=0684&sex=F&form=sat")]
    [InlineData("area=0617&benchmark=county&level=bh")]
    [InlineData("area=0642&benchmark=earlier_1&form=sat")]
    public void Table_Rows_AreThePicturesPlaces(string query)
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var view = View(context, query);
        var points = Draw(view).Points;
        Assert.Equal(view.Table.Rows.Select(x => Field(view, x, "indicator").Raw), points.Select(x => (object)x.Indicator));
        Assert.All(view.Table.Rows.Zip(points), x => Assert.Contains(Field(view, x.First, "verdict").Shown, x.Second.Label, StringComparison.Ordinal));
        Assert.Empty(view.Ignored);
    }

    /// <summary>Worked out here from the release: difference to the rest of the county in standard deviations of the county's known values.</summary>
    [Fact]
    public void Table_Distance_IsTheDifferenceInTheCountysSpread()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var release = context.Viewed.Release!;
        var view = View(context, "area=0680&age=13-15");
        var row = view.Table.Rows.Single(x => Equals(Field(view, x, "indicator").Raw, "peer_delinquent"));
        CellAddress At(string area) => new("peer_delinquent", 2025, area, "13-15", Sex.T);
        var values = release.MunicipalitiesOf("06").Select(x => (release.Cell(At(x.Code)).Cell as Cell.Shown)?.Estimate.Value).OfType<double>().ToArray();
        var mean = values.Average();
        var spread = Math.Sqrt(values.Sum(x => Math.Pow(x - mean, 2)) / (values.Length - 1));
        var own = ((Cell.Shown)release.Cell(At("0680")).Cell).Estimate.Value;
        Assert.Equal((own - release.Comparisons.Value(At("0680"), new Benchmark(BenchmarkKind.RestOfCounty))!.Value) / spread, (double)Field(view, row, "distance").Raw!, 5);
    }

    [Theory]
    [InlineData("sv", "Exponering: kamrater", "Vuxna och regler i omgivningen")]
    [InlineData("en", "Exposure: peers", "Adults and rules around the young person")]
    public void Sat_GroupsTheSameFactorsByTheoryWithALineEachAndNoArrows(string language, string heading, string line)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var (domain, sat) = (View(context, "area=0680"), View(context, "area=0680&form=sat"));
        Assert.Equal(domain.Table.Rows.Select(x => Field(domain, x, "indicator").Raw!.ToString()).Order(), sat.Table.Rows.Select(x => Field(sat, x, "indicator").Raw!.ToString()).Order());
        var texts = System.Xml.Linq.XDocument.Parse(Draw(sat).Svg).Descendants().Where(x => x.Name.LocalName == "text").Select(x => x.Value).ToArray();
        Assert.Contains(heading, texts);
        Assert.Contains(texts, x => x.StartsWith(line, StringComparison.Ordinal));
        // A part of the theory that nothing measures is a finding.
        Assert.Contains(language == "sv" ? "Benägenhet: moral" : "Propensity: morality", texts);
        Assert.Matches(language == "sv" ? "inga orsakspilar" : "no arrows of causation", Reading.Of(context.At<ProfilePage>("/profil?area=0680&form=sat").Find(".reading-guide")));
    }

    [Theory]
    [InlineData("sv", "^I Jönköping skiljer sig \\d+ av \\d+ riskfaktorer och \\d+ av \\d+ skyddsfaktorer säkert från resten av länet: .*Slumpen ensam väntas ge \\d,\\d\\.$")]
    [InlineData("en", "^In Jönköping, \\d+ of \\d+ risk factors and \\d+ of \\d+ protective factors differ with certainty from the rest of the county: .*Chance alone is expected to give \\d\\.\\d\\.$")]
    public void Sentence_CountsRiskAndProtection(string language, string pattern)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        Assert.Matches(pattern, View(context, "area=0680").Sentence);
    }

    [Theory]
    [InlineData("form=nope")]
    [InlineData("area=9999")]
    public void Page_UnknownChoice_FallsBackWithANotice(string query)
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        Assert.Contains(query.Replace("=", " = ", StringComparison.Ordinal), Reading.Of(context.At<ProfilePage>("/profil?" + query).Find(".notice")), StringComparison.Ordinal);
    }

    [Fact]
    public void Places_LeadToTheComparisonOfTheirFactor()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var view = View(context, "area=0680&age=13-15&form=sat");
        Assert.Equal("/jamfor?county=06&indicator=peer_delinquent&age=13-15&year=2025&area=0680", view.Href(Draw(view).Points.Single(x => x.Indicator == "peer_delinquent")));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(49)]
    public void View_OfAnotherCounty_ComparesWithoutSpreadWhereMunicipalitiesAreFew(int count)
    {
        var municipalities = Enumerable.Range(0, count).Select(x => new Municipality($"01{x + 10}", $"Kommun {x}", null, 900 + x, null, [])).ToArray();
        using var context = new PageContext("en", MadeUpRelease.Of(codebook: MadeUpCodebook.Of(municipalities)));
        var view = View(context, "area=0111&age=13-15");
        Assert.Equal(count == 2, view.Table.Rows.All(x => Field(view, x, "distance").Raw is null));
        Assert.NotEmpty(Draw(view, ChartFrame.PhoneWidth).Svg);
        Assert.True(Draw(view, ChartFrame.ProjectorWidth, ChartFrame.ProjectorHeight).Height <= ChartFrame.ProjectorHeight);
    }

    [Fact]
    public void Page_WithoutRelease_SaysSo()
    {
        using var context = new PageContext("sv", null);
        Assert.NotEmpty(context.At<ProfilePage>("/profil").Markup);
    }
}
