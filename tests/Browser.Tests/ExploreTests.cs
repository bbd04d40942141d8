using Dashboard.Tests.Examples;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

/// <summary>The exploring page with its connection.</summary>
public sealed class ExploreTests(Chromium chromium)
{
    static readonly AxeRunOptions Rules = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }, ResultTypes = [ResultType.Violations] };

    /// <summary>Kept over a restart, as a server keeps them: who is signed in stays so.</summary>
    readonly EphemeralDataProtectionProvider keys = new();

    Task<RunningDashboard> StartAsync(Uri? address = null) => RunningDashboard.StartAsync(
        MemoryStore.Of(MadeUpRelease.Of(years: [2023, 2024, 2025])), url: address?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0", adjust: x => x.Services.AddSingleton<IDataProtectionProvider>(keys));

    static async Task GoAsync(Visit visit, string query)
    {
        await visit.Page.GotoAsync("/utforska" + query);
        await Assertions.Expect(visit.Page.Locator(".explore[data-live]")).ToBeVisibleAsync();
    }

    /// <summary>Ticks a box until the address tells so: on a slow machine the page may be drawn anew just as it is ticked.</summary>
    static async Task ChooseAsync(Visit visit, ILocator box, string chosen)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            await box.CheckAsync();
            for (var waits = 0; waits < 200; waits++)
            {
                if (visit.Page.Url.Contains(chosen, StringComparison.Ordinal))
                {
                    return;
                }

                await visit.Page.WaitForTimeoutAsync(50);
            }

            await box.UncheckAsync();
        }

        Assert.Fail($"The address never said {chosen}.");
    }

    static async Task AssertAccessibleAsync(IPage page) =>
        Assert.Empty((await page.RunAxe(Rules)).Violations.Select(x => $"{x.Id}: {x.Help} {string.Join(" | ", x.Nodes.Select(y => y.Html))}"));

    [Theory]
    [InlineData("sv", 1280, "Pojkar", "Regelbunden ledarledd fritid", "Ta bort")]
    [InlineData("en", 390, "Boys", "Regular organised leisure", "Remove")]
    public async Task Choosing_ByMouseAndKeyboard_UpdatesTableChipsAndAddress(string language, int width, string boys, string leisure, string remove)
    {
        await using var dashboard = await StartAsync();
        await using var visit = await Visit.OpenAsync(chromium.Browser, dashboard.Address, width, signedIn: await dashboard.OwnerCookieAsync());
        var page = visit.Page;
        await GoAsync(visit, $"?lang={language}&age=13-15");
        await ChooseAsync(visit, page.GetByLabel(boys, new() { Exact = true }).First, "sex=M");
        await page.Locator("#sok").FillAsync(leisure);
        // A key that is pressed while the list is drawn anew is lost.
        await Assertions.Expect(page.Locator("input[name=indicator]:visible")).ToHaveCountAsync(1);
        await page.GetByLabel(leisure).PressAsync("Space");
        await page.WaitForURLAsync("**indicator=com_leisure**");
        Assert.Equal("com_leisure", await page.EvaluateAsync<string>("document.activeElement.value"));
        await Assertions.Expect(page.Locator(".explore-title")).ToContainTextAsync(leisure);
        await Assertions.Expect(page.Locator(".group-head")).ToContainTextAsync(leisure);
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = $"{remove} {boys}" }).PressAsync("Enter");
        await visit.UntilAsync("() => !location.search.includes('sex=M')");
        await visit.UntilAsync("() => document.activeElement.matches('.chip') && document.activeElement.textContent.includes('13–15')");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".group-head")).ToContainTextAsync(leisure);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("sv", "skyddat värde", "Se vilken regel som skyddar värdet", "Skyddet")]
    [InlineData("en", "protected value", "See which rule protects the value", "The protection")]
    public async Task Analyst_FindsWhyAValueIsMissing_AndTakesTheTableHome(string language, string reason, string rule, string heading)
    {
        await using var dashboard = await StartAsync();
        await using var visit = await Visit.OpenAsync(chromium.Browser, dashboard.Address, 1280, signedIn: await dashboard.OwnerCookieAsync());
        var page = visit.Page;
        await GoAsync(visit, $"?lang={language}&indicator=com_leisure&age=13-15");
        await page.Locator(".why summary").First.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".why-text").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".why summary").First).ToContainTextAsync(reason);
        await AssertAccessibleAsync(page);
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).ClickAsync());
        var text = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("suppressed", text, StringComparison.Ordinal);
        Assert.Contains(MadeUpRelease.Id, text, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = rule }).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(heading);
        Assert.DoesNotContain(visit.Complaints, x => !x.Contains("utforska.csv", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "Förbindelsen med servern är bruten")]
    [InlineData("en", "The connection to the server is lost")]
    public async Task Connection_CutForAMoment_ComesBackWithEverythingKept(string language, string lost)
    {
        await using var dashboard = await StartAsync();
        await using var visit = await Visit.OpenAsync(chromium.Browser, dashboard.Address, 1280, signedIn: await dashboard.OwnerCookieAsync());
        var page = visit.Page;
        var reachable = true;
        IWebSocketRoute? socket = null;
        await page.RouteWebSocketAsync("**/_blazor**", x =>
        {
            socket = x;
            if (reachable)
            {
                x.ConnectToServer();
            }
        });
        await page.RouteAsync("**/utforska**", x => reachable ? x.ContinueAsync() : x.AbortAsync());
        await GoAsync(visit, $"?lang={language}&indicator=com_leisure");
        await ChooseAsync(visit, page.Locator("input[name=sex][value=F]"), "sex=F");
        await page.Locator("#sok").FillAsync("xyz");
        await Assertions.Expect(page.Locator("input[name=indicator]")).ToHaveCountAsync(0);
        reachable = false;
        await socket!.CloseAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToContainTextAsync(lost);
        await Assertions.Expect(page.Locator(".explore-choosing")).ToHaveAttributeAsync("inert", "");
        await AssertAccessibleAsync(page);
        reachable = true;
        await Assertions.Expect(page.Locator(".explore-choosing")).Not.ToHaveAttributeAsync("inert", "");
        // What was typed is in no address: this is the same page, not one opened anew.
        Assert.Equal("xyz", await page.Locator("#sok").InputValueAsync());
        Assert.Equal("sok", await page.EvaluateAsync<string>("document.activeElement.id"));
        await ChooseAsync(visit, page.Locator("input[name=sex][value=M]"), "sex=F&sex=M");
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Server_StartedAgain_OpensTheSameViewByItself()
    {
        var first = await StartAsync();
        await using var visit = await Visit.OpenAsync(chromium.Browser, first.Address, 1280, signedIn: await first.OwnerCookieAsync());
        var page = visit.Page;
        await GoAsync(visit, "?lang=en&indicator=com_leisure&sex=F");
        await ChooseAsync(visit, page.Locator("input[name=year][value='2024']"), "year=2024");
        await page.EvaluateAsync("window.isTheFirst = true");
        await first.DisposeAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToContainTextAsync("The connection to the server is lost");
        await using var second = await StartAsync(first.Address);
        await visit.UntilAsync("() => !window.isTheFirst && !!document.querySelector('.explore[data-live]')");
        Assert.EndsWith("/utforska?indicator=com_leisure&year=2024&sex=F&lang=en", page.Url, StringComparison.Ordinal);
        await ChooseAsync(visit, page.Locator("input[name=sex][value=M]"), "sex=F&sex=M");
        await Assertions.Expect(page.Locator(".explore-status")).ToContainTextAsync("values");
    }

    [Fact]
    public async Task Pair_AndSavedView_AreAccessibleAndComeBack()
    {
        await using var dashboard = await StartAsync();
        await using var visit = await Visit.OpenAsync(chromium.Browser, dashboard.Address, 1280, signedIn: await dashboard.OwnerCookieAsync());
        var page = visit.Page;
        await GoAsync(visit, "?lang=sv&indicator=com_leisure&age=13-15&sex=F");
        await page.Locator("summary", new() { HasText = "Jämför två urval" }).ClickAsync();
        await page.Locator("select[name=b-sex]").SelectOptionAsync("M");
        await page.WaitForURLAsync("**b-sex=M**");
        await Assertions.Expect(page.Locator(".explore-table thead")).ToContainTextAsync("Skillnad A − B");
        await AssertAccessibleAsync(page);
        await page.Locator("#vynamn").FillAsync("Flickor och pojkar");
        await page.Locator("#vynamn").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".saved")).ToContainTextAsync("Flickor och pojkar");
        await page.GotoAsync("/utforska");
        await Assertions.Expect(page.Locator(".explore[data-live]")).ToBeVisibleAsync();
        await page.Locator(".saved a").ClickAsync();
        await page.WaitForURLAsync("**b-sex=M**");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.Locator(".explore-table thead")).ToContainTextAsync("Difference A − B");
        Assert.Contains("b-sex=M", page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Choosing_WithoutJavaScript_IsAForm()
    {
        await using var dashboard = await StartAsync();
        await using var visit = await Visit.OpenAsync(chromium.Browser, dashboard.Address, 390, script: false, signedIn: await dashboard.OwnerCookieAsync());
        await visit.Page.GotoAsync("/utforska?lang=en&age=13-15");
        await visit.Page.Locator("input[name=indicator][value=com_leisure]").CheckAsync();
        await visit.Page.Locator(".explore-choosing").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".group-head")).ToContainTextAsync("Regular organised leisure");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Remove 13–15 years" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".chip")).ToHaveCountAsync(1);
        Assert.Empty(visit.Complaints);
    }
}
