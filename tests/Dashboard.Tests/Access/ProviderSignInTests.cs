using System.Net;
using Dashboard.Access;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Access;

/// <summary>Sign-in through a real provider on this machine.</summary>
public sealed class ProviderSignInTests : IAsyncLifetime
{
    LocalProvider provider = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => provider = await LocalProvider.StartAsync();

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    Task<RunningDashboard> StartAsync(params string[] more) => RunningDashboard.StartAsync(MemoryStore.Of(ProtectedRelease.Of()), [.. provider.Settings, .. more]);

    void Has(params string[] roles) => provider.Next = provider.Next with { Roles = roles };

    [Theory]
    [InlineData("analytiker", "/skydd", HttpStatusCode.OK)]
    [InlineData("analytiker", "/skydd.csv", HttpStatusCode.OK)]
    [InlineData("analytiker", "/handelser", HttpStatusCode.Forbidden)]
    [InlineData("chef", "/handelser", HttpStatusCode.OK)]
    [InlineData("drift", "/skydd", HttpStatusCode.OK)]
    [InlineData("forum", "/skydd", HttpStatusCode.Forbidden)]
    [InlineData("Analytiker", "/skydd", HttpStatusCode.Forbidden)]
    [InlineData("", "/skydd", HttpStatusCode.Forbidden)]
    public async Task SignIn_OfAPersonWithARole_OpensWhatTheRoleMaySee(string role, string path, HttpStatusCode status)
    {
        Has(role, "something else");
        await using var dashboard = await StartAsync();
        using var browser = dashboard.NewBrowser(out _, redirects: true);
        using var answer = await browser.GetAsync(path, Cancellation);

        Assert.Equal((status, path), (answer.StatusCode, answer.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(status == HttpStatusCode.Forbidden, page.Contains("<h1>Du har inte behörighet till sidan</h1>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_WithoutRole_IsToldInEnglishToo()
    {
        await using var dashboard = await StartAsync();
        using var browser = dashboard.NewBrowser(out _, redirects: true);
        using var answer = await browser.GetAsync("/skydd?lang=en", Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("<h1>You may not open this page</h1>", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_OnTheForumPages_NeedsNoSignInAndMeetsNoCookie()
    {
        await using var dashboard = await StartAsync();
        foreach (var path in (string[])["/", "/om", "/kommun/0604", "/oversikt.csv?indicator=sch_bullied&age=13-15&year=2025"])
        {
            using var answer = await dashboard.Client.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.NotNull(answer.Headers.ETag);
        }

        Assert.Contains("href=\"/logga-in\"", await dashboard.Client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_OnAnAnalystPage_IsSentToTheProviderWithPkceAndWithoutAskingForAName()
    {
        await using var dashboard = await StartAsync();
        using var answer = await dashboard.Client.GetAsync("/skydd", Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.StartsWith(provider.Authority, answer.Headers.Location.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(("code", "S256", "openid roles", $"{dashboard.Address}logga-in/svar"), ($"{asked["response_type"]}", $"{asked["code_challenge_method"]}", $"{asked["scope"]}", $"{asked["redirect_uri"]}"));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), x => Assert.Contains("httponly", x, StringComparison.OrdinalIgnoreCase));
        using var post = await dashboard.Client.PostAsync("/skydd", null, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
    }

    [Fact]
    public async Task Cookie_OfASignedInPerson_IsSmallAndForThisHostOnly()
    {
        Has("analytiker");
        await using var dashboard = await StartAsync();
        using var browser = dashboard.NewBrowser(out var jar, redirects: true);
        await browser.GetStringAsync("/logga-in/start", Cancellation);

        var cookie = jar.GetCookies(dashboard.Address)["lagesbild"]!;
        Assert.True(cookie.HttpOnly);
        Assert.Equal(default, cookie.Expires);
        Assert.InRange(cookie.Value.Length, 50, 600);
        Assert.Equal("/", cookie.Path);
    }

    [Fact]
    public async Task SignOut_EndsTheSignIn()
    {
        Has("analytiker");
        await using var dashboard = await StartAsync();
        using var browser = dashboard.NewBrowser(out var jar, redirects: true);
        await browser.GetStringAsync("/skydd", Cancellation);
        using var answer = await RunningDashboard.SendFormAsync(browser, "/", SignOut.Path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(jar.GetCookies(dashboard.Address)["lagesbild"]);
        Assert.Equal([TrailActions.SignIn, TrailActions.SignOut], (await dashboard.TrailAsync(Cancellation)).Select(x => x.Action));
    }

    [Fact]
    public async Task SignOut_FromAnotherSite_IsRefused()
    {
        Has("analytiker");
        await using var dashboard = await StartAsync();
        using var browser = dashboard.NewBrowser(out var jar, redirects: true);
        await browser.GetStringAsync("/skydd", Cancellation);
        using var answer = await browser.PostAsync(SignOut.Path, new FormUrlEncodedContent([]), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<h1>Det gick inte</h1>", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.NotNull(jar.GetCookies(dashboard.Address)["lagesbild"]);
    }

    [Theory]
    [InlineData("/logga-in/svar")]
    [InlineData("/logga-in/svar?code=made-up&state=made-up")]
    [InlineData("/logga-in/svar?error=access_denied&error_description=Anna")]
    public async Task Answer_ThatNobodyAskedFor_SignsNobodyIn(string path)
    {
        await using var dashboard = await StartAsync();
        using var answer = await dashboard.Client.GetAsync(path, Cancellation);

        Assert.Equal((HttpStatusCode.Redirect, "/logga-in?fel=nekad"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.DoesNotContain("lagesbild=", string.Join(' ', answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []), StringComparison.Ordinal);
        Assert.Equal([(TrailActions.SignInRefused, "anyone", "127.0.0.1")], (await dashboard.TrailAsync(Cancellation)).Select(x => (x.Action, x.Actor, x.Subject)));
    }

    [Fact]
    public async Task Answer_OfAnotherBrowser_SignsNobodyIn()
    {
        Has("analytiker");
        await using var dashboard = await StartAsync();
        using var asked = await dashboard.Client.GetAsync("/logga-in/start", Cancellation);
        using var answered = await dashboard.Client.GetAsync(asked.Headers.Location, Cancellation);
        // The provider's answer, opened where the sign-in did not begin.
        using var answer = await dashboard.Client.GetAsync(answered.Headers.Location, Cancellation);

        Assert.StartsWith("/logga-in/svar?code=", answered.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal("/logga-in?fel=nekad", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Provider_ThatRefuses_LeadsToAPageThatSaysSo()
    {
        await using var dashboard = await StartAsync();
        provider.Refuses = true;
        using var browser = dashboard.NewBrowser(out _, redirects: true);
        var page = await browser.GetStringAsync("/logga-in/start", Cancellation);

        Assert.Contains("Inloggningen lyckades inte", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_ThatIsAway_LeavesForumPagesAndSaysSo()
    {
        await using var dashboard = await StartAsync();
        await provider.DisposeAsync();
        using var browser = dashboard.NewBrowser(out _, redirects: true);

        Assert.Contains("Inloggningstjänsten svarar inte", await browser.GetStringAsync("/skydd", Cancellation), StringComparison.Ordinal);
        Assert.Contains("<h1>", await browser.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
        provider = await LocalProvider.StartAsync();
    }

    [Theory]
    [InlineData("", HttpStatusCode.Forbidden)]
    [InlineData("forum", HttpStatusCode.OK)]
    [InlineData("analytiker", HttpStatusCode.OK)]
    public async Task RequireSignIn_ForumPages_AreForThoseWithARole(string role, HttpStatusCode status)
    {
        Has(role);
        await using var dashboard = await StartAsync("RequireSignIn=true");
        using var browser = dashboard.NewBrowser(out _, redirects: true);
        using var answer = await browser.GetAsync("/om", Cancellation);

        Assert.Equal((status, "/om"), (answer.StatusCode, answer.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(status == HttpStatusCode.OK, (await answer.Content.ReadAsStringAsync(Cancellation)).Contains(MadeUpRelease.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/kommun/0604", HttpStatusCode.Redirect)]
    [InlineData("/oversikt.csv", HttpStatusCode.Redirect)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/logga-in", HttpStatusCode.OK)]
    [InlineData("/site.css", HttpStatusCode.OK)]
    public async Task RequireSignIn_Stranger_LearnsNothingOfARelease(string path, HttpStatusCode status)
    {
        await using var dashboard = await StartAsync("RequireSignIn=true");
        using var answer = await dashboard.Client.GetAsync(path, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain(MadeUpRelease.Id, page, StringComparison.Ordinal);
        Assert.DoesNotContain("påhittade", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfEachRole_NeverReachAnother()
    {
        Has("analytiker");
        await using var dashboard = await StartAsync();
        using var analyst = dashboard.NewBrowser(out _, redirects: true);
        await analyst.GetStringAsync("/skydd", Cancellation);
        foreach (var path in (string[])["/", "/om", "/kommun/0604"])
        {
            var first = await dashboard.Client.GetStringAsync(path, Cancellation);
            using var signedIn = await analyst.GetAsync(path, Cancellation);
            var page = await signedIn.Content.ReadAsStringAsync(Cancellation);
            var second = await dashboard.Client.GetStringAsync(path, Cancellation);

            Assert.Equal(first, second);
            Assert.DoesNotMatch("href=\"/skydd|Logga ut|name=\"form\"", first);
            Assert.Contains("href=\"/skydd", page, StringComparison.Ordinal);
            Assert.Contains("Logga ut", page, StringComparison.Ordinal);
            Assert.True(signedIn.Headers.CacheControl!.NoStore);
            Assert.Null(signedIn.Headers.ETag);
        }
    }
}
