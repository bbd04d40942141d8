using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

/// <summary>Ways people take through the pages.</summary>
public sealed class JourneyTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Keyboard_FromSkipLinkOverTheMap_OpensAMunicipality()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280);
        await visit.Page.GotoAsync("/?lang=sv&indicator=out_self_reported_offending");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Hoppa till innehållet", await FocusedAsync(visit.Page));
        await Assertions.Expect(visit.Page.Locator(".skip-link")).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("innehall", await visit.Page.EvaluateAsync<string>("document.activeElement.id"));
        for (var i = 0; i < 40 && !(await FocusedAsync(visit.Page)).StartsWith("Vaggeryd", StringComparison.Ordinal); i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.NotEqual("none", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        }

        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Vaggeryd");
        Assert.Contains("indicator=out_self_reported_offending", visit.Page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Choices_WithoutJavaScript_LeadToTheChosenView()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280, script: false);
        await visit.Page.GotoAsync("/?lang=en&sex=F");
        await visit.Page.GetByLabel("Indicator").SelectOptionAsync("peer_delinquent");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Friends who offend");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "16–18" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".page-head .lead")).ToContainTextAsync("Girls, 16–18 years");
    }

    [Fact]
    public async Task Benchmark_CertaintyAndYears_WithoutJavaScript_LeadToTheChosenView()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280, script: false);
        await visit.Page.GotoAsync("/kommun/0682?lang=en");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "similar municipalities" }).ClickAsync();
        await visit.Page.Locator(".choices summary").PressAsync("Enter");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "flags with at most 5% false" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "three", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".page-head .lead")).ToContainTextAsync("Compared with similar municipalities; certainty flags with at most 5% false.");
        await Assertions.Expect(visit.Page.Locator(".row-note").First).ToContainTextAsync("2023–2025");
    }

    [Fact]
    public async Task Language_OnceChosen_IsKeptOnTheNextPage()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280);
        await visit.Page.GotoAsync("/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Svenska" }).ClickAsync();
        await visit.Page.GotoAsync("/kommun/0680");
        await Assertions.Expect(visit.Page.Locator(".eyebrow")).ToContainTextAsync("Kommunprofil");
    }

    [Fact]
    public async Task Table_OnAPhone_ScrollsInItsRegionByKeyboard()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 390);
        await visit.Page.GotoAsync("/?lang=sv");
        var region = visit.Page.GetByRole(AriaRole.Region, new() { NameRegex = new("2025$") });
        await region.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(region).Not.ToHaveJSPropertyAsync("scrollLeft", 0);
    }

    [Fact]
    public async Task Print_Profile_ShowsTheTableWithoutMenus()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280);
        await visit.Page.GotoAsync("/kommun/0680?lang=sv");
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(visit.Page.Locator(".choices")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator(".spine-table")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".demonstration")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Protection_FromTheMenuByKeyboard_ScrollsItsTableAndLeadsToAnotherYear()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Analyst, 390, script: false, site.Owner);
        await visit.Page.GotoAsync("/?lang=sv");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skyddet" }).PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Skyddet: Mobbad i skolan");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Skyddet: Mobbad i skolan");
        await Assertions.Expect(visit.Page.Locator(".protection-table .is-primary").First).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    /// <summary>On a page on its side, 277 mm wide between the margins.</summary>
    [Fact]
    public async Task Print_Protection_FitsThePageWithItsLabel()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Analyst, 1047, signedIn: site.Owner);
        await visit.Page.GotoAsync("/skydd?lang=sv");
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(visit.Page.Locator(".choices")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator(".demonstration")).ToBeVisibleAsync();
        Assert.True(await visit.Page.Locator(".protection-table").EvaluateAsync<bool>("x => x.getBoundingClientRect().right <= innerWidth"));
        Assert.Equal("wide", await visit.Page.Locator(".protection-region").EvaluateAsync<string>("x => getComputedStyle(x).page"));
    }

    [Theory]
    [InlineData("sv", true, "Permanent länk till den här vyn")]
    [InlineData("en", true, "Permanent link to this view")]
    [InlineData("sv", false, "Permanent länk till den här vyn")]
    [InlineData("en", false, "Permanent link to this view")]
    public async Task SharedLink_OnAPhone_ShowsTheSameReleaseAsPictureAndTable(string language, bool script, string permanent)
    {
        await using var desk = await Visit.OpenAsync(chromium.Browser, site.Full, 1280, script);
        await desk.Page.GotoAsync($"/jamfor?lang={language}&indicator=peer_delinquent");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = permanent }).ClickAsync();
        Assert.Contains("release=", desk.Page.Url, StringComparison.Ordinal);

        await using var phone = await Visit.OpenAsync(chromium.Browser, site.Full, 390, script);
        await phone.Page.GotoAsync(desk.Page.Url);
        await Assertions.Expect(phone.Page.Locator(".chart-sentence")).ToHaveTextAsync(await desk.Page.Locator(".chart-sentence").InnerTextAsync());
        await Assertions.Expect(phone.Page.Locator(".chart-narrow")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.Locator(".chart-wide")).ToBeHiddenAsync();
        await phone.Page.Locator(".table-twin summary").PressAsync("Enter");
        await Assertions.Expect(phone.Page.Locator(".table-twin table")).ToBeVisibleAsync();
        await phone.Page.Locator(".table-twin").GetByRole(AriaRole.Link, new() { Name = "Jönköping", Exact = true }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("h1")).ToHaveTextAsync("Jönköping");
        Assert.Equal(new Uri(desk.Page.Url).Query.Split('&').Single(x => x.Contains("release=", StringComparison.Ordinal)).TrimStart('?'), new Uri(phone.Page.Url).Query.Split('&').Single(x => x.Contains("release=", StringComparison.Ordinal)).TrimStart('?'));
        Assert.Empty(phone.Complaints);
    }

    [Fact]
    public async Task Picture_ByArrowKeys_TellsEachValueAndOpensItWithEnter()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280);
        await visit.Page.GotoAsync("/jamfor?lang=en&indicator=peer_delinquent");
        var points = visit.Page.Locator(".chart-wide .chart-point");
        await points.First.FocusAsync();
        await Assertions.Expect(visit.Page.Locator(".chart-tip")).ToHaveTextAsync((await points.First.GetAttributeAsync("aria-label"))!);
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(points.Nth(1)).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator(".chart-tip")).ToHaveTextAsync((await points.Nth(1).GetAttributeAsync("aria-label"))!);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Page.Locator(".chart-tip")).ToBeHiddenAsync();
        Assert.Equal(1, await visit.Page.Locator(".chart-wide .chart-point[tabindex='0']").CountAsync());
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("h1")).Not.ToHaveTextAsync("Friends who offend");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task ForcedColours_Map_KeepsBordersAndSigns()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280);
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await visit.Page.GotoAsync("/?lang=sv");
        Assert.Equal("2px", await visit.Page.Locator(".tile").First.EvaluateAsync<string>("x => getComputedStyle(x).borderTopWidth"));
        await Assertions.Expect(visit.Page.Locator(".tile .glyph").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task PrintedLink_WithoutJavaScript_SignsInOnceAndOutAgain()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280, script: false);
        await visit.Page.GotoAsync("/skydd?lang=en");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Sign in");
        await visit.Page.GotoAsync(site.Link.PathAndQuery);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in on this computer" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Protection" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("protect", new() { IgnoreCase = true });
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Audit trail" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("tbody")).ToContainTextAsync("administrator: this computer");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Sign in");
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Sign in");
        Assert.Empty(visit.Complaints);
    }

    static async Task<string> FocusedAsync(IPage page) => (await page.EvaluateAsync<string>("document.activeElement.textContent")).Trim();
}
