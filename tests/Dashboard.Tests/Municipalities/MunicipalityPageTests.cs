using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Bunit;
using Dashboard.Municipalities;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Municipalities;

public sealed class MunicipalityPageTests
{
    static IRenderedComponent<MunicipalityPage> Page(PageContext context, string code, string query = "") =>
        context.At<MunicipalityPage>($"/kommun/{code}{query}", x => x.Add(y => y.Code, code));

    [Theory]
    [InlineData("sv", "Riskfaktorer", "Skyddsfaktorer", "Utfall")]
    [InlineData("en", "Risk factors", "Protective factors", "Outcomes")]
    public void Profile_EveryIndicator_HasARowInItsBlock(string language, params string[] blocks)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = Page(context, "0680");
        Assert.Equal("Jönköping", Reading.Of(page.Find("h1")));
        Assert.Equal(blocks, page.FindAll(".block-head").Select(Reading.Of));
        Assert.Equal(
            [.. MadeUpCodebook.Indicators.Select(x => language == "sv" ? x.NameSv : x.NameEn).Order(StringComparer.Ordinal)],
            page.FindAll("th[scope=row] > a").Select(Reading.Of).Order(StringComparer.Ordinal));
    }

    /// <summary>From a row to the map and table of all municipalities, and to the definition.</summary>
    [Fact]
    public void Profile_EveryRow_LeadsToAllMunicipalitiesAndToTheDefinition()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var rows = Page(context, "0680", "?age=13-15").FindAll("th[scope=row]");
        Assert.All(rows, row =>
        {
            var links = row.QuerySelectorAll("a").Select(x => x.GetAttribute("href")!).ToArray();
            Assert.StartsWith("/?county=06&indicator=", links[0], StringComparison.Ordinal);
            Assert.Contains("age=13-15", links[0], StringComparison.Ordinal);
            Assert.Matches("^/om.*#\\w+$", links[1]);
        });
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Profile_MissingValue_ReadsAsItsReason(string language)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var rows = Page(context, "0642").FindAll(".spine-table tr:has(th[scope=row])");
        var words = ReasonText.Of(Reason.Suppressed, CultureInfo.GetCultureInfo(language));
        var suppressed = rows.Where(x => x.TextContent.Contains('⊘')).ToArray();
        Assert.True(suppressed.Length > 3);
        Assert.All(suppressed, row => Assert.Equal([$"⊘{words}", "–", "–"], row.Children.Skip(1).Take(3).Select(Reading.Of)));
        Assert.All(suppressed, row => Assert.Equal($"⊘ {words}", Reading.Of(row.Children[^1])));
        Assert.All(rows, row => Assert.All(row.Children.Where(x => !x.ClassList.Contains("spine")), x => Assert.NotEmpty(Reading.Of(x))));
    }

    [Fact]
    public void Profile_IndicatorNoMunicipalityHas_SaysWhyInOneCell()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var row = Page(context, "0680", "?age=13-15").FindAll("tr").Single(x => x.TextContent.Contains("Använt narkotika", StringComparison.Ordinal));
        Assert.Equal("? källan saknar värde", Reading.Of(row.Children[1]));
    }

    [Fact]
    public void Profile_Strip_ShowsTheMunicipalityAmongTheOthersAndSaysItInWords()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var strip = Page(context, "0680", "?age=13-15").FindAll("tr").Single(x => x.TextContent.Contains("Självrapporterad", StringComparison.Ordinal)).QuerySelector("svg")!;
        Assert.StartsWith("Självrapporterad brottslighet: i Jönköping var andelen ", strip.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.DoesNotContain("style", strip.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_BroaderSourceBand_IsFlagged()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var flag = Assert.Single(Page(context, "0680", "?age=6-9").FindAll(".flag"));
        Assert.Equal("◫ källan: 0–19 år", Reading.Of(flag));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Profile_KeySentences_AreAtMostThreeCertainDifferences(string language)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var sentences = Page(context, "0680").FindAll(".key .sentences li");
        Assert.Equal(3, sentences.Count);
        Assert.All(sentences, x => Assert.DoesNotMatch("ingen säker|no certain", x.TextContent));
    }

    [Fact]
    public void Profile_NoCertainDifference_SaysThatItIsNotTheSame()
    {
        var document = MadeUpRelease.Of();
        document = document with
        {
            Cells = [.. document.Cells.Select(x => x.Cell is Cell.Shown { Comparison: { } comparison } shown
                ? x with { Cell = shown with { Comparison = comparison with { Verdict = Verdict.Similar } } } : x)],
        };
        using var context = new PageContext("sv", document);
        Assert.Contains("inte detsamma", Reading.Of(Page(context, "0680").Find(".key")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0604", "← Värnamo", "Eksjö →")]
    [InlineData("0683", "← Vetlanda", "Aneby →")]
    public void Profile_Neighbours_GoRoundTheAlphabetAndKeepTheChoices(string code, string previous, string next)
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var links = Page(context, code, "?sex=F&lang=sv").FindAll(".neighbours a");
        Assert.Equal([previous, "Till kartan", next], links.Select(Reading.Of));
        Assert.All(links, x => Assert.EndsWith("?sex=F&lang=sv", x.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "9999", "Sidan finns inte")]
    [InlineData("en", "06", "There is no such page")]
    [InlineData("en", "<b>", "There is no such page")]
    public void Profile_UnknownMunicipality_IsNotFound(string language, string code, string heading)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        Assert.Equal(heading, Reading.Of(context.At<MunicipalityPage>("/kommun/x", x => x.Add(y => y.Code, code)).Find("h1")));
    }

    [Fact]
    public void Profile_YearWithoutValues_IsAskedForAndShown()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of(years: [2023, 2025]));
        var page = Page(context, "0680", "?year=2023");
        Assert.Equal("2023", Reading.Of(page.FindAll(".choice a[aria-current]")[^1]));
        Assert.All(page.FindAll(".row-note"), x => Assert.StartsWith("2023", Reading.Of(x), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Profile_Page_HasNoRank(string language)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        Assert.All(Page(context, "0680").Nodes, x => Assert.DoesNotMatch(@"(?i)\brank|\brang|\bplace \d|\bplats \d|\b\d+(st|nd|rd|th|:a|:e)\b", x.TextContent));
    }

    [Fact]
    public void Profile_HostileTexts_AreEncodedInPictureAndTable()
    {
        const string Hostile = "</title><script>alert(1)</script>";
        var codebook = MadeUpCodebook.Of(
            [.. MadeUpCodebook.Jonkoping.Select(x => x with { Name = x.Name + Hostile })], [.. MadeUpCodebook.Indicators.Select(x => x with { NameSv = Hostile })]);
        using var context = new PageContext("sv", MadeUpRelease.Of(codebook: codebook));
        Assert.Empty(Page(context, "0680").FindAll("script"));
    }
}
