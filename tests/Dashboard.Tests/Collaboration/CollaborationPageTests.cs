using Bunit;
using Dashboard.Collaboration;
using Dashboard.Layout;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Collaboration;

public sealed class CollaborationPageTests
{
    static string[] Cells(AngleSharp.Dom.IElement row) => [.. row.Children.Select(Reading.Of)];

    [Theory]
    [InlineData("sv", "Samverkan", "Mellan 5 och 6 år lämnar ingen över")]
    [InlineData("en", "Collaboration", "Between ages 5 and 6 nobody hands over")]
    public void Page_County_SaysInASentenceWhatItShows(string language, string title, string words)
    {
        using var context = new PageContext(language, MadeUpCollaboration.Release());
        var page = context.At<CollaborationPage>("/samverkan");
        Assert.Equal(title, Reading.Of(page.Find("h1")));
        Assert.Contains(words, Reading.Of(page.Find(".chart-sentence")), StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("svg[role=img]").Count);
    }

    [Theory]
    [InlineData("sv", "inga svar om samverkan")]
    [InlineData("en", "no answers about collaboration")]
    public void Page_ReleaseWithoutAnswers_SaysSo(string language, string words)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        Assert.Contains(words, Reading.Of(context.At<CollaborationPage>("/samverkan").Find(".lead")), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_NoRelease_SaysSo()
    {
        using var context = new PageContext("sv", null);
        Assert.Empty(context.At<CollaborationPage>("/samverkan").FindAll("svg"));
    }

    [Theory]
    [InlineData("sv", "Fritidsverksamhet|Polis|12|4,0 ungefär varje vecka|75 %|3,3|ensidig", "Barnavårdscentral (BVC)|Skola|⊘ skyddat värde", "Skola|Socialtjänst|1 234|2,5 ungefär varje månad|25 %|2,5|regelbunden utan avtal")]
    [InlineData("en", "Leisure centres|Police|12|4.0 about weekly|75%|3.3|one-sided", "Child health centre|School|⊘ protected value", "School|Social services|1,234|2.5 about monthly|25%|2.5|regular without agreement")]
    public void Page_TieTable_IsTheMatrixInWords(string language, params string[] expected)
    {
        using var context = new PageContext(language, MadeUpCollaboration.Release());
        var rows = context.At<CollaborationPage>("/samverkan").FindAll(".tie-table tbody tr").Select(x => string.Join('|', Cells(x)).Replace('\u00A0', ' ')).ToArray();
        Assert.Equal(20, rows.Length);
        Assert.All(expected, x => Assert.Contains(x, rows));
    }

    [Fact]
    public void Page_EveryBorder_LinksToItsDetails()
    {
        using var context = new PageContext("sv", MadeUpCollaboration.Release());
        var page = context.At<CollaborationPage>("/samverkan?area=0680");
        var links = page.FindAll(".ladder-border a");
        Assert.Equal(["gap-0-5-6-9", "gap-6-9-10-12", "gap-10-12-13-15", "gap-13-15-16-18"], links.Select(x => x.GetAttribute("href")!.Split('#')[1]));
        Assert.All(links, x => Assert.NotNull(page.Find($"[id='{x.GetAttribute("href")!.Split('#')[1]}']")));
        Assert.Equal("? Mellan 5 och 6 år: går inte att veta", Reading.Of(links[0]));
    }

    [Fact]
    public void Page_Gap_ListsWhoLeavesWhoReceivesAndEveryPair()
    {
        using var context = new PageContext("sv", MadeUpCollaboration.Release());
        var details = context.At<CollaborationPage>("/samverkan").Find("[id='gap-0-5-6-9']");
        Assert.Equal(["Barnavårdscentral (BVC)", "Skola, Polis och Fritidsverksamhet", "Socialtjänst", "inga"], details.QuerySelectorAll("dd").Select(Reading.Of));
        Assert.Equal(
            [
                "Barnavårdscentral (BVC)|Skola|⊘ skyddat värde|0,0 aldrig|nej",
                "Barnavårdscentral (BVC)|Polis|∅ inga svar|3,0 ungefär varje månad|går inte att veta",
                "Barnavårdscentral (BVC)|Fritidsverksamhet|1,0 ungefär varje år|2,0 ungefär varje kvartal|ja, enligt båda",
            ],
            details.QuerySelectorAll("tbody tr").Select(x => string.Join('|', Cells(x))));
        Assert.True(details.QuerySelector("details.twin")!.HasAttribute("open"));
    }

    [Fact]
    public void Page_Ladder_ShowsWhoHoldsEachBand()
    {
        using var context = new PageContext("sv", MadeUpCollaboration.Release());
        var bands = context.At<CollaborationPage>("/samverkan").FindAll(".ladder-band").Select(x => string.Join('|', x.QuerySelectorAll("h3, li").Select(Reading.Of))).ToArray();
        Assert.Equal(5, bands.Length);
        Assert.Equal("0–5 år|Socialtjänst|BVC", bands[0]);
        Assert.Equal("16–18 år|Socialtjänst|Skola|Polis|Fritidsverksamhet", bands[4]);
    }

    [Fact]
    public void Page_County_ComparesItsMunicipalitiesAndLinksToThem()
    {
        using var context = new PageContext("sv", MadeUpCollaboration.Release());
        var page = context.At<CollaborationPage>("/samverkan?age=6-9");
        Assert.Equal(
            ["Aneby|ingen lämnar över", "Jönköping|går inte att veta"],
            page.FindAll(".handover-municipalities tbody tr").Select(x => $"{Reading.Of(x.Children[0])}|{Reading.Of(x.Children[1]).Split(',')[0][2..]}"));
        Assert.Equal("/samverkan?age=6-9&area=0604#gap-0-5-6-9", page.Find(".border-cell a").GetAttribute("href"));
        Assert.Empty(context.At<CollaborationPage>("/samverkan?area=0604").FindAll(".handover-municipalities"));
    }

    [Fact]
    public void Page_Themes_AreWithheldPerMunicipalityAndDividedInTheCountyOnly()
    {
        using var context = new PageContext("sv", MadeUpCollaboration.Release());
        var municipality = context.At<CollaborationPage>("/samverkan?area=0604").Find("[aria-labelledby='teman']");
        Assert.Equal("samverkan|sekretess|⊘ skyddat värde", string.Join('|', Cells(municipality.QuerySelector("tbody tr")!)));
        Assert.Null(municipality.QuerySelector("details"));
        var county = context.At<CollaborationPage>("/samverkan").Find("[aria-labelledby='teman']");
        Assert.Equal(["samverkan|sekretess|7|5", "Skola|3|sekretess 4", "Polis|⊘ skyddat värde"], county.QuerySelectorAll("tbody tr").Select(x => string.Join('|', Cells(x))));
    }

    [Theory]
    [InlineData("/samverkan?area=9999", "9999")]
    [InlineData("/samverkan?area=0604&county=01", "01")]
    [InlineData("/samverkan?area=00", "00")]
    public void Page_UnknownPlace_IsPassedOverAloud(string address, string value)
    {
        using var context = new PageContext("sv", MadeUpCollaboration.Release());
        Assert.Contains(value, Reading.Of(context.At<CollaborationPage>(address).Find(".notice")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/samverkan?area=00", "Hela landet", "Stockholms län")]
    [InlineData("/samverkan", "Stockholms län", "Stockholms län")]
    [InlineData("/samverkan?county=06", "Jönköpings län", "Jönköpings län")]
    [InlineData("/samverkan?area=0604", "Aneby", "Jönköpings län")]
    public void Page_SeveralCounties_CanBeChosenAndTheNationToo(string address, string place, string county)
    {
        using var context = new PageContext("sv", MadeUpCollaboration.Release(null, "0604", "01", "06", "00"));
        var page = context.At<CollaborationPage>(address);
        Assert.StartsWith(place, Reading.Of(page.Find(".eyebrow")), StringComparison.Ordinal);
        Assert.Equal(["/samverkan?county=01", "/samverkan?county=06"], page.FindAll(".counties a").Select(x => x.GetAttribute("href")));
        Assert.Equal(county, Reading.Of(page.Find(".counties a[aria-current]")));
        Assert.Equal(place, Reading.Of(page.Find(".choices > .choice a[aria-current]")));
        Assert.Empty(page.FindAll(".notice"));
    }

    [Fact]
    public void Layout_LinkToThePage_StandsOnlyWhereThereAreTies()
    {
        using var with = new PageContext("sv", MadeUpCollaboration.Release());
        Assert.NotNull(with.At<MainLayout>("/").Find(".site-nav a[href='/samverkan']"));
        using var without = new PageContext("sv", MadeUpRelease.Of());
        Assert.Empty(without.At<MainLayout>("/").FindAll(".site-nav a[href='/samverkan']"));
    }

    [Fact]
    public void Page_Points_AreTheTiesInTheOrderOfTheTable()
    {
        using var context = new PageContext("sv", MadeUpCollaboration.Release());
        var page = context.At<CollaborationPage>("/samverkan");
        var points = page.FindAll("section:has(#matris) .chart-point").Select(x => x.GetAttribute("aria-label")!).ToArray();
        var rows = page.FindAll(".tie-table tbody tr");
        Assert.Equal(rows.Select(x => $"{Reading.Of(x.Children[0])} → {Reading.Of(x.Children[1])}"), points.Select(x => x.Split(": ")[0]));
        Assert.Equal(["0"], page.FindAll("section:has(#matris) .chart-point[tabindex='0']").Select(x => x.GetAttribute("tabindex")));
    }

    [Theory]
    [InlineData("/samverkan", "matris|natverk")]
    [InlineData("/samverkan-natverk", "natverk|matris")]
    public void Page_Network_HasAnAddressOfItsOwnWhereItStandsFirst(string path, string order)
    {
        using var context = new PageContext("sv", MadeUpCollaboration.Release());
        var page = context.At<CollaborationPage>($"{path}?area=0680");
        Assert.Equal(order.Split('|'), page.FindAll("section:has(.chart) h2").Select(x => x.Id));
        Assert.Contains(page.FindAll("section:has(#natverk) .downloads a"), x => x.GetAttribute("href") == "/samverkan-natverk.png?area=0680");
        Assert.Contains(page.FindAll("section:has(#matris) .downloads a"), x => x.GetAttribute("href") == "/samverkan.csv?area=0680");
    }
}
