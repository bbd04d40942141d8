using Dashboard.Meeting;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

public sealed class PageTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    static readonly AxeRunOptions Rules = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }, ResultTypes = [ResultType.Violations] };

    static string Meeting => SessionLink.Write(Site.Meeting)!;

    static readonly string[] Paths =
    [
        "/", "/?indicator=fam_concern_reports", "/?indicator=ind_drugs_y9&age=13-15", "/?indicator=nope&release=fedcba9876543210",
        "/kommun/0680?age=13-15", "/kommun/0642", "/kommun/0682?benchmark=similar&level=bh", "/kommun/0680?benchmark=similar&pool=3", "/om", "/nothing/here", "/kommun/9999", Site.EmptyPage,
        "/metoder", "/metoder?unit=municipality&likeness=properties&area=0680", "/samverkan", "/samverkan?area=0680", "/samverkan-natverk", "/aldersstege", "/aldersstege?area=0682&part=family", "/tillganglighet",
        "/lansmatris?age=13-15", "/lansmatris?part=risk&sort=similarity", "/profil?area=0680", "/profil?area=0642&form=sat&age=13-15",
        "/jamfor", "/jamfor?form=funnel&indicator=sch_afterschool_6_9&show=ranks", "/utveckling", "/utveckling?indicator=out_self_reported_offending&age=13-15&sex=F&pool=3",
        "/mote", $"/mote?meeting={Meeting}", "/mote?meeting=~1damaged", $"/mote/visa?meeting={Meeting}", $"/mote/talare?meeting={Meeting}", "/mote/talare?meeting=Forum", "/mote?meeting=Forum", "/kommun/0680?meeting=Forum",
        "/skydd", "/skydd?release=fedcba9876543210", "/utforska", "/utforska?area=0604&area=0617&area=0680&sex=F&b-sex=M", "/handelser", "/handelser?before=1", "/logga-in", Site.UsedLink, "/logga-in?fel=nekad",
        $"{Site.Away}/", $"{Site.Away}/lansmatris", $"{Site.Away}/mote?meeting={Meeting}", $"{Site.Away}/?release=0123456789abcdef",
    ];

    public static TheoryData<string> EveryPath => [.. Paths];

    [Theory]
    [MemberData(nameof(EveryPath))]
    public async Task Page_InBothLanguagesAndWidths_IsAccessibleFitsAndKeepsToItself(string path)
    {
        var findings = await Task.WhenAll(
            from language in (string[])["sv", "en"]
            from width in (int[])[1280, 390]
            select FindingsAsync(path, language, width));
        Assert.Empty(findings.SelectMany(x => x));
    }

    [Theory]
    [MemberData(nameof(EveryPath))]
    public async Task Page_WithoutJavaScript_ShowsItsHeading(string path)
    {
        await using var visit = await site.OpenAsync(chromium.Browser, path, 1280, script: false);
        await Site.GoAsync(visit, path, "sv");
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [MemberData(nameof(EveryPath))]
    public async Task Page_Links_AreLargeEnoughToHit(string path)
    {
        await using var visit = await site.OpenAsync(chromium.Browser, path, 390);
        await Site.GoAsync(visit, path, "sv");
        // Links inside a sentence are exempt (WCAG 2.5.8); those that stand alone are not.
        var small = await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('nav a, .tile, button, select, .btn, th a')]
              .map(x => [x, x.getBoundingClientRect()])
              .filter(([x, r]) => r.width > 0 && (r.width < 24 || r.height < 24))
              .map(([x, r]) => `${x.textContent.trim()} ${r.width} × ${r.height}`)
            """);
        Assert.Empty(small);
    }

    /// <summary>At 400 % of a window of 1280 px, a page has 320 px, and only regions that scroll by themselves may be wider.</summary>
    [Theory]
    [MemberData(nameof(EveryPath))]
    public async Task Page_AtFourTimesItsSize_FitsTheWindow(string path)
    {
        await using var visit = await site.OpenAsync(chromium.Browser, path, 320);
        await Site.GoAsync(visit, path, "sv");
        Assert.Equal(320, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    async Task<IReadOnlyList<string>> FindingsAsync(string path, string language, int width)
    {
        await using var visit = await site.OpenAsync(chromium.Browser, path, width);
        await Site.GoAsync(visit, path, language);
        var findings = new List<string>(visit.Complaints);
        if (await visit.Page.Locator("html").GetAttributeAsync("lang") is var said && said != language)
        {
            findings.Add($"The page says its language is {said}.");
        }

        // Regions that scroll by themselves may be wider than the window, the page may not.
        if (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide != width)
        {
            findings.Add($"The page is {wide} px wide.");
        }

        var result = await visit.Page.RunAxe(Rules);
        findings.AddRange(result.Violations.Select(x => $"{x.Id}: {x.Help} {string.Join(" | ", x.Nodes.Select(y => y.Html))}"));
        return [.. findings.Select(x => $"{language}, {width} px: {x}")];
    }

}
