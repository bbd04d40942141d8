using Analytics.Catalogue;
using Bunit;
using Dashboard.AgeLadder;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Tests.Examples;
using Dashboard.Views;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.AgeLadder;

public sealed class AgeLadderPageTests
{
    static ScreenView View(PageContext context, string address) =>
        context.Services.GetRequiredService<AgeLadderScreen>().View(context.Viewed.Release!, ViewLink.Read(address)!)!;

    /// <summary>Of the eleven factors two are measured at 0–5, one of them in its broader band; all but the one for 6–9 at 13–15.</summary>
    [Theory]
    [InlineData("sv", "För 0–5 år mäts 2 av 11 faktorer, för 13–15 år 10. Av de 2 för 0–5 år mäts 1 bara i källans bredare åldersgrupp.")]
    [InlineData("en", "At 0–5 years, 2 of 11 factors are measured; at 13–15 years, 10. Of the 2 at 0–5 years, 1 only in the source’s broader age band.")]
    public void Page_County_SaysAtWhichAgeLeastIsMeasured(string language, string sentence)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<AgeLadderPage>("/aldersstege");
        Assert.Equal(sentence, Reading.Of(page.Find(".chart-sentence")));
    }

    [Fact]
    public void Coverage_CountsWhatTheCatalogueMeasures()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var view = AgeLadderView.Of(context.Viewed.Release!, ViewQuery.Empty)!;
        for (var i = 0; i < view.Bands.Count; i++)
        {
            var expected = MadeUpCodebook.Indicators.Count(x => x.AgeBands.Contains(view.Bands[i].Id));
            Assert.Equal(expected, Analytics.Charts.AgeLadderGrid.Coverage(view.Grid.Rows, i).Measured);
        }
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Table_HasARowPerPointThatSaysTheSame(string language)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var view = View(context, "/aldersstege?area=0680&age=13-15");
        var points = view.Draw!(new Analytics.Charts.ChartFrame(960, "")).Points;
        Assert.Equal(view.Table.Rows.Count, points.Count);
        var places = view.Table.Columns.Select((x, i) => (x.Id, i)).ToDictionary(x => x.Id, x => x.i);
        Assert.All(view.Table.Rows.Zip(points), x =>
        {
            Assert.Equal((x.Second.Indicator, x.Second.AgeBand), (x.First.Fields[places["indicator"]].Written, x.First.Fields[places["age_band"]].Written));
            Assert.Contains(x.First.Fields[places["value"]].Shown, x.Second.Label, StringComparison.Ordinal);
            Assert.Contains(x.First.Fields[places["verdict"]].Shown, x.Second.Label, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("sv", "Nässjö", "I Nässjö skiljer sig ", "slumpen ensam väntas ge ")]
    [InlineData("en", "Nässjö", "In Nässjö, ", "chance alone is expected to give ")]
    public void Page_Municipality_IsMarkedComparedAndItsFalseFlagsSaid(string language, string name, params string[] words)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<AgeLadderPage>("/aldersstege?area=0682");
        Assert.All(words, x => Assert.Contains(x, Reading.Of(page.Find(".chart-sentence")), StringComparison.Ordinal));
        Assert.Contains(page.FindAll(".choice a[aria-current]"), x => Reading.Of(x) == name);
        Assert.NotEmpty(page.FindAll(".choices details a[href*='benchmark=']"));
    }

    /// <summary>One value for all ages is one comparison, in however many bands it stands.</summary>
    [Fact]
    public void Compared_ValueOfABroaderBand_IsCountedOnce()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var view = AgeLadderView.Of(context.Viewed.Release!, ViewQuery.Empty with { Area = "0680" })!;
        var broader = view.Rows.Single(x => x.Indicator.Id == "fam_low_economic_standard");
        Assert.Equal(5, broader.Cells.Count(x => x.Reading.Comparison is not null && x.SourceBand == "0-19"));
        Assert.Single(view.Compared, x => x.Indicator.Id == "fam_low_economic_standard");
        Assert.Equal(5, view.Compared.Count(x => x.Indicator.Id == "fam_concern_reports"));
    }

    [Fact]
    public void Page_Points_LeadToTheComparisonOfThatFactorAndAge()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var page = context.At<AgeLadderPage>("/aldersstege?area=0682&part=peers&sex=F");
        var links = page.FindAll(".chart-wide .chart-point").Select(x => x.GetAttribute("href")).ToArray();
        Assert.Equal(5, links.Length);
        Assert.Equal("/jamfor?indicator=peer_delinquent&age=0-5&sex=F&area=0682", links[0]);
    }

    [Theory]
    [InlineData("risk", 6)]
    [InlineData("protective", 4)]
    [InlineData("outcome", 1)]
    [InlineData("family", 3)]
    [InlineData("school", 2)]
    public void Page_Part_ShowsOnlyItsFactors(string part, int factors)
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        Assert.Equal(factors * 5, View(context, $"/aldersstege?part={part}").Table.Rows.Count);
    }

    [Theory]
    [InlineData("area=9999", "area = 9999")]
    [InlineData("part=nope", "part = nope")]
    [InlineData("sex=Q", "sex = Q")]
    public void Page_UnknownChoice_FallsBackWithANotice(string query, string named)
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        Assert.Contains(named, Reading.Of(context.At<AgeLadderPage>($"/aldersstege?{query}").Find(".notice")), StringComparison.Ordinal);
        Assert.NotEmpty(View(context, $"/aldersstege?{query}").Ignored);
    }

    [Fact]
    public void Page_ManyMunicipalitiesWithoutPlaces_IsDrawn()
    {
        Municipality[] many = [.. Enumerable.Range(0, 49).Select(x => new Municipality($"01{x:00}", $"Kommun {x}", null, null, null, []))];
        using var context = new PageContext("sv", MadeUpRelease.Of(codebook: MadeUpCodebook.Of(many)));
        var page = context.At<AgeLadderPage>("/aldersstege?county=01");
        Assert.Equal(110, page.FindAll(".chart-point").Count);
        Assert.Contains(page.FindAll(".chart-point"), x => x.GetAttribute("aria-label")!.Contains("; 49 kommuner ", StringComparison.Ordinal) || x.GetAttribute("aria-label")!.Contains("; 48 kommuner ", StringComparison.Ordinal));
    }

    [Fact]
    public void Page_NoRelease_SaysWhatToDo()
    {
        using var context = new PageContext("sv", null);
        Assert.Equal("Ingen utgåva ännu", Reading.Of(context.At<AgeLadderPage>("/aldersstege").Find("h1")));
    }

    [Fact]
    public void Layout_Menu_HasTheScreensInOrder()
    {
        using var context = new PageContext("sv", MadeUpCollaboration.Release(MadeUpPractice.Release()));
        var menu = context.At<MainLayout>("/aldersstege?form=funnel&sort=name&age=6-9").FindAll(".site-bar a");
        Assert.Equal(["Översikt", "Åldersstege", "Metoder", "Samverkan"], menu.Select(Reading.Of).Where(x => x is "Översikt" or "Åldersstege" or "Metoder" or "Samverkan"));
        Assert.Equal("/aldersstege?age=6-9", menu.Single(x => Reading.Of(x) == "Åldersstege").GetAttribute("href"));
        Assert.Equal("page", menu.Single(x => Reading.Of(x) == "Åldersstege").GetAttribute("aria-current"));
    }
}
