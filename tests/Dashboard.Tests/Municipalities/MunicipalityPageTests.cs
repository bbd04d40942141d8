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
        using var context = new PageContext("sv", Alike(10));
        Assert.Contains("inte detsamma", Reading.Of(Page(context, "0680").Find(".key")), StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_NothingToCompareWith_SaysSo()
    {
        var document = MadeUpRelease.Of();
        using var context = new PageContext("sv", document with { Cells = [.. document.Cells.Where(x => x.Address.Area == "0680")] });
        var key = Reading.Of(Page(context, "0680").Find(".key"));
        Assert.Contains("Inga jämförelser kan göras", key, StringComparison.Ordinal);
        Assert.DoesNotContain("slump", key, StringComparison.Ordinal);
    }

    /// <summary>Every share of 0680 is 10 %, and of its county as given.</summary>
    static ReleaseDocument Alike(long countyCases)
    {
        var document = MadeUpRelease.Of();
        return document with
        {
            Cells = [.. from cell in document.Cells
                        where cell.Address.Area is "0680" or "06" && document.Codebook.FindIndicator(cell.Address.Indicator)!.Measure == Measure.Proportion && cell.Cell is Cell.Shown
                        let totals = cell.Address.Area == "06" ? Totals.OfCounts(10 * countyCases, 1000) : Totals.OfCounts(10, 100)
                        select cell with { Cell = new Cell.Shown(Estimate.Of(totals, Measure.Proportion)) }],
        };
    }

    [Theory]
    [InlineData("sv", "resten av länet", "hela länet", "liknande kommuner", "1 år tidigare")]
    [InlineData("en", "the rest of the county", "the whole county", "similar municipalities", "1 year earlier")]
    public void Profile_BenchmarkSwitch_OffersWhatTheReleaseHas(string language, params string[] benchmarks)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var choice = Page(context, "0682").FindAll("nav.choice")[3];
        Assert.Equal(benchmarks, choice.QuerySelectorAll("a").Select(Reading.Of));
        Assert.Equal(benchmarks[0], Reading.Of(choice.QuerySelector("a[aria-current]")!));
        Assert.EndsWith("benchmark=earlier_1", choice.QuerySelectorAll("a")[3].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("county", "Hela länet", "hela länet")]
    [InlineData("similar", "Liknande kommuner", "liknande kommuner")]
    [InlineData("earlier_1", "1 år tidigare", "1 år tidigare")]
    public void Profile_Benchmark_IsInHeadSentenceAndPicture(string code, string head, string name)
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var page = Page(context, "0682", $"?benchmark={code}&level=0.95");
        Assert.Equal(head, Reading.Of(page.FindAll("thead th")[3]));
        Assert.NotEmpty(page.FindAll(".key .sentences li"));
        Assert.All(page.FindAll(".key .sentences li"), x => Assert.Contains($"än {(code == "earlier_1" ? "" : "i ")}{name} (", Reading.Of(x), StringComparison.Ordinal));
        Assert.Contains(page.FindAll(".spine svg"), x => x.GetAttribute("aria-label")!.Contains(name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "0682", "Liknande kommuner är Eksjö, Gislaved, Tranås, Vetlanda och Värnamo: de har mellan hälften och dubbelt så många barn. Deras svar räknas samman.")]
    [InlineData("en", "0682", "Similar municipalities are Eksjö, Gislaved, Tranås, Vetlanda and Värnamo: they have from half to twice as many children. Their answers are taken together.")]
    [InlineData("sv", "0680", "För få kommuner här har mellan hälften och dubbelt så många barn som Jönköping: ingen jämförelse kan göras.")]
    [InlineData("en", "0680", "Too few municipalities here have from half to twice as many children as Jönköping: nothing to compare with.")]
    public void Profile_Similar_NamesThem(string language, string code, string sentence)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        Assert.Equal(sentence, Reading.Of(Page(context, code, "?benchmark=similar").Find(".choices .quiet")));
    }

    /// <summary>The interval in the table is the one that decides, so that picture, table and verdict agree.</summary>
    [Theory]
    [InlineData("", "99,8\u00A0% osäkerhetsintervall", "4,0–23,0")]
    [InlineData("?level=0.998", "99,8\u00A0% osäkerhetsintervall", "4,0–23,0")]
    [InlineData("?level=0.95", "95\u00A0% osäkerhetsintervall", "5,5–17,4")]
    [InlineData("?level=bh", "95\u00A0% osäkerhetsintervall", "5,5–17,4")]
    public void Profile_Level_DecidesIntervalAndHead(string query, string head, string interval)
    {
        using var context = new PageContext("sv", Alike(10));
        var page = Page(context, "0680", query);
        Assert.Equal(head, page.FindAll("thead th")[2].TextContent.Trim());
        Assert.Contains(page.FindAll(".spine-table td:nth-child(3)"), x => Reading.Of(x) == interval);
    }

    // 10 of 100 against 200 less 10 of 900: certain at 95 % (5.5–17.4 excludes 21.1), not at 99.8 % (4.0–23.0 does not).
    [Theory]
    [InlineData("?level=0.95", "bättre|sämre|lägre|högre")]
    [InlineData("?level=0.998", "ingen säker skillnad")]
    public void Profile_Level_DecidesTheVerdict(string query, string verdict)
    {
        using var context = new PageContext("sv", Alike(20));
        var words = Page(context, "0680", query).FindAll(".spine-table td:last-child .verdict:not(.is-missing)").Select(Reading.Of).ToArray();
        Assert.True(words.Length > 3);
        Assert.All(words, x => Assert.Matches($"{verdict}|jämförs inte", x));
        Assert.Contains(words, x => System.Text.RegularExpressions.Regex.IsMatch(x, verdict));
    }

    [Fact]
    public void Profile_ThreeYears_AreNamedInEveryRow()
    {
        using var context = new PageContext("sv", Rising());
        Assert.NotEmpty(Page(context, "0680").FindAll(".trend"));
        var page = Page(context, "0680", "?pool=3");
        Assert.All(page.FindAll(".row-note"), x => Assert.StartsWith("2023–2025", Reading.Of(x), StringComparison.Ordinal));
        Assert.Contains("senaste tre åren", Reading.Of(page.Find(".lead")), StringComparison.Ordinal);
        Assert.Equal(["senaste tre åren", "2021–2023", "2022–2024", "2023–2025"], page.FindAll("nav.choice")[2].QuerySelectorAll("a").Select(Reading.Of));
        Assert.Contains(page.FindAll(".spine svg"), x => x.GetAttribute("aria-label")!.Contains("åren 2023–2025", StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".trend"));
    }

    [Fact]
    public void Profile_ReleaseOfTwoYears_OffersNoThree()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var page = Page(context, "0680", "?pool=3");
        Assert.Contains("pool = 3", Reading.Of(page.Find(".notice")), StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll(".choice a"), x => x.GetAttribute("href")!.Contains("pool=3", StringComparison.Ordinal) && Reading.Of(x) == "tre");
    }

    [Theory]
    [InlineData("benchmark=nation")]
    [InlineData("benchmark=earlier_9")]
    [InlineData("level=0.9")]
    public void Profile_UnknownComparison_FallsBackWithANotice(string query)
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var page = Page(context, "0680", "?" + query);
        Assert.Contains(query.Replace("=", " = ", StringComparison.Ordinal), Reading.Of(page.Find(".notice")), StringComparison.Ordinal);
        Assert.Equal("Resten av länet", Reading.Of(page.FindAll("thead th")[3]));
    }

    [Fact]
    public void Profile_CertainTrend_IsNamedInItsRow()
    {
        using var context = new PageContext("sv", Rising());
        var row = Page(context, "0680").FindAll("tr").Single(x => x.TextContent.Contains("Kamrater som begår brott", StringComparison.Ordinal));
        Assert.Contains("säker ökning 2021–2025", Reading.Of(row.QuerySelector(".trend")!), StringComparison.Ordinal);
        Assert.Contains("I Jönköping har andelen säkert ökat 2021–2025", Reading.Of(row.QuerySelector(".trend .visually-hidden")!), StringComparison.Ordinal);
    }

    /// <summary>Friends who offend become more common in 0680 every year.</summary>
    static ReleaseDocument Rising()
    {
        var document = MadeUpRelease.Of(years: [2019, 2021, 2022, 2023, 2024, 2025]);
        return document with
        {
            Cells = [.. document.Cells.Select(x => x.Address is { Area: "0680", Indicator: "peer_delinquent" } && x.Cell is Cell.Shown
                ? x with { Cell = new Cell.Shown(Estimate.Of(Totals.OfCounts(100 + (100 * (x.Address.Year - 2019)), 1000), Measure.Proportion)) } : x)],
        };
    }

    /// <summary>The program's own links never lead to a choice it does not know.</summary>
    [Theory]
    [InlineData("?benchmark=earlier_1&year=2021", "tre")]
    [InlineData("?benchmark=earlier_3&pool=3&year=2023", "ett")]
    public void Profile_PoolLink_DropsWhatTheOtherLacks(string query, string link)
    {
        using var context = new PageContext("sv", Rising());
        var target = Page(context, "0680", query).FindAll(".choice a").Single(x => Reading.Of(x) == link).GetAttribute("href")!;
        Assert.Empty(Page(context, "0680", target[target.IndexOf('?', StringComparison.Ordinal)..]).FindAll(".notice"));
    }

    /// <summary>The map compares in one way only.</summary>
    [Fact]
    public void Profile_LinksToTheMap_LeaveTheComparisonBehind()
    {
        using var context = new PageContext("sv", Rising());
        var links = Page(context, "0680", "?benchmark=similar&level=bh&pool=3&sex=F").FindAll("a").Select(x => x.GetAttribute("href")!).Where(x => x.StartsWith("/?", StringComparison.Ordinal)).ToArray();
        Assert.True(links.Length > 5);
        Assert.All(links, x => Assert.DoesNotMatch("benchmark|level|pool|year", x));
        Assert.All(links, x => Assert.Contains("sex=F", x, StringComparison.Ordinal));
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
        Assert.Equal("2023", Reading.Of(page.FindAll(".choice a[aria-current]")[2]));
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
