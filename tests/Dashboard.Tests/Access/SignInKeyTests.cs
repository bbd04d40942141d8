using System.Net;
using Dashboard.Access;
using Dashboard.Tests.Examples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Dashboard.Tests.Access;

/// <summary>The printed link: good once, for an hour, here.</summary>
public sealed class SignInKeyTests
{
    readonly MadeUpTime time = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    Task<RunningDashboard> StartAsync() => RunningDashboard.StartAsync(MemoryStore.Of(ProtectedRelease.Of()), adjust: x => x.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));

    [Fact]
    public void Key_IsUsedOnceAndIsNotGivenOutAgain()
    {
        var key = new SignInKey(time);
        var text = key.Text!;

        Assert.Matches("^[A-Za-z0-9_-]{43}$", text);
        Assert.NotEqual(text, new SignInKey(time).Text);
        Assert.All([null, "", text[..^1], text + "a", text.ToUpperInvariant()], x => Assert.False(key.TryUse(x)));
        Assert.True(key.TryUse(text));
        Assert.False(key.TryUse(text));
        Assert.Null(key.Text);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Key_LivesForAnHour(int minutes, bool good)
    {
        var key = new SignInKey(time);
        var text = key.Text!;
        time.Pass(TimeSpan.FromMinutes(minutes));

        Assert.Equal(good, key.Text is not null);
        Assert.Equal(good, key.TryUse(text));
    }

    [Fact]
    public async Task Key_UsedByManyAtOnce_IsGoodForOne()
    {
        var key = new SignInKey(time);
        var text = key.Text;
        var used = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => key.TryUse(text), Cancellation)));

        Assert.Single(used, x => x);
    }

    [Fact]
    public async Task Link_LookedAtManyTimes_IsStillGoodAndThenDead()
    {
        await using var dashboard = await StartAsync();
        var link = dashboard.Link!;
        Assert.StartsWith($"Analyst pages: {link}\n", dashboard.StartLine, StringComparison.Ordinal);
        for (var i = 0; i < 3; i++)
        {
            using var look = await dashboard.Client.GetAsync(link, Cancellation);
            Assert.True(look.Headers.CacheControl!.NoStore);
            Assert.Equal("no-referrer", look.Headers.GetValues("Referrer-Policy").Single());
        }

        using var browser = dashboard.NewBrowser(out _);
        using var first = await RunningDashboard.SendFormAsync(browser, link.PathAndQuery, KeySignIn.Path);
        Assert.Equal("/", first.Headers.Location?.OriginalString);
        Assert.Contains("Du är inloggad", await browser.GetStringAsync("/logga-in", Cancellation), StringComparison.Ordinal);
        Assert.Contains("protection-table", await browser.GetStringAsync("/skydd", Cancellation), StringComparison.Ordinal);

        using var other = dashboard.NewBrowser(out var jar);
        using var second = await RunningDashboard.SendFormAsync(other, link.PathAndQuery, KeySignIn.Path);
        Assert.Equal("/logga-in?fel=nekad", second.Headers.Location?.OriginalString);
        Assert.Null(jar.GetCookies(dashboard.Address)["lagesbild"]);
        Assert.Contains("Länken gäller inte längre", await other.GetStringAsync("/logga-in?fel=nekad", Cancellation), StringComparison.Ordinal);
        Assert.Equal([(TrailActions.SignIn, "administrator: this machine"), (TrailActions.SignInRefused, "anyone")], (await dashboard.TrailAsync(Cancellation)).Select(x => (x.Action, x.Actor)));
    }

    [Fact]
    public async Task Link_SentByAnotherSite_DoesNotSignIn()
    {
        await using var dashboard = await StartAsync();
        var key = dashboard.Link!.Query.Split('=')[1];
        using var answer = await dashboard.Client.PostAsync(KeySignIn.Path, new FormUrlEncodedContent([KeyValuePair.Create("nyckel", key)]), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(dashboard.Link);
    }

    [Fact]
    public async Task Link_UnderAnotherName_IsRefused()
    {
        await using var dashboard = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, dashboard.Link) { Headers = { Host = "evil.example" } };
        using var answer = await dashboard.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Cookie_OfTheOwner_IsStrictAndForTheBrowsersSessionOnly()
    {
        await using var dashboard = await StartAsync();
        using var browser = dashboard.NewBrowser(out _);
        using var answer = await RunningDashboard.SendFormAsync(browser, dashboard.Link!.PathAndQuery, KeySignIn.Path);

        Assert.Matches("^lagesbild=[^;]+; path=/; samesite=strict; httponly$", answer.Headers.GetValues("Set-Cookie").Single(x => x.StartsWith("lagesbild=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(7.9, 1, true)]
    [InlineData(8.1, 1, false)]
    [InlineData(5, 2, true)]
    [InlineData(5, 3, false)]
    public async Task Cookie_NotUsedForEightHoursOrOlderThanTwelve_IsGoodNoMore(double hours, int times, bool good)
    {
        await using var dashboard = await StartAsync();
        using var browser = dashboard.NewBrowser(out _);
        using var signedIn = await RunningDashboard.SendFormAsync(browser, dashboard.Link!.PathAndQuery, KeySignIn.Path);
        for (var i = 1; i < times; i++)
        {
            time.Pass(TimeSpan.FromHours(hours));
            await browser.GetStringAsync("/om", Cancellation);
        }

        time.Pass(TimeSpan.FromHours(hours));
        using var answer = await browser.GetAsync("/skydd", Cancellation);
        Assert.Equal(good ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Cookie_ThatIsMadeUp_IsAsNone()
    {
        await using var dashboard = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/skydd") { Headers = { { "Cookie", "lagesbild=CfDJ8made-up" } } };
        using var answer = await dashboard.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory]
    [InlineData("/skydd?sex=F&lang=en", null, "/skydd?sex=F&lang=en")]
    [InlineData(null, "//elsewhere.example/", "/")]
    [InlineData(null, "https://elsewhere.example/", "/")]
    public async Task Link_AfterAPageThatNeedsARole_LeadsBackToItAndNowhereElse(string? wanted, string? planted, string led)
    {
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()));
        using var browser = dashboard.NewBrowser(out var jar);
        if (planted is not null)
        {
            jar.Add(dashboard.Address, new System.Net.Cookie("till", planted));
        }

        using var refused = wanted is null ? null : await browser.GetAsync(wanted, TestContext.Current.CancellationToken);
        using var answer = await RunningDashboard.SendFormAsync(browser, dashboard.Link!.PathAndQuery, KeySignIn.Path);
        Assert.Equal(led, answer.Headers.Location?.OriginalString);
        Assert.Null(jar.GetCookies(dashboard.Address)["till"]);
    }
}
