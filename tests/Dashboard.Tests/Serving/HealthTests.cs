using System.Net;
using Dashboard.Access;
using Dashboard.Releases;
using Dashboard.Tests.Access;
using Dashboard.Tests.Examples;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.Serving;

public sealed class HealthTests
{
    readonly MadeUpTime time = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static SqliteException Away => new("unable to open /var/lib/secret.db", 14);

    Task<RunningDashboard> StartAsync(MemoryStore store, params string[] access) => RunningDashboard.StartAsync(store, access, adjust: x => x.Services.AddSingleton<TimeProvider>(time));

    static async Task<(HttpStatusCode Status, string Json)> GetAsync(RunningDashboard dashboard, string path)
    {
        using var answer = await dashboard.Client.GetAsync(path, Cancellation);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Null(answer.Headers.ETag);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Live_StoreThatNeverAnswers_IsHealthyAndAsksNothing()
    {
        await using var dashboard = await StartAsync(MemoryStore.Of(MadeUpRelease.Of()));
        dashboard.Store.IsSilent = true;
        dashboard.Store.Asked = () => Assert.Fail("The store was asked.");
        Assert.Equal((HttpStatusCode.OK, """{"status":"healthy","release":null,"store_answers":true,"store_away_since":null}"""), await GetAsync(dashboard, "/health/live?lang=en"));
        dashboard.Store.Asked = null;
        dashboard.Store.IsSilent = false;
    }

    [Fact]
    public async Task Ready_StoreGoesAwayAndComesBack_SaysSoAndStaysReady()
    {
        await using var dashboard = await StartAsync(MemoryStore.Of(MadeUpRelease.Of()));
        const string Healthy = $$"""{"status":"healthy","release":"{{MadeUpRelease.Id}}","store_answers":true,"store_away_since":null}""";
        Assert.Equal((HttpStatusCode.OK, Healthy), await GetAsync(dashboard, "/health/ready?lang=en"));
        dashboard.Store.Failure = Away;
        Assert.Equal((HttpStatusCode.OK, $$"""{"status":"degraded","release":"{{MadeUpRelease.Id}}","store_answers":false,"store_away_since":"2026-03-01T08:00:00Z"}"""), await GetAsync(dashboard, "/health/ready"));
        Assert.Contains("\"store_answers\":false", (await GetAsync(dashboard, "/health/live")).Json, StringComparison.Ordinal);
        dashboard.Store.Failure = null;
        time.Pass(StoreState.Pause);
        Assert.Equal((HttpStatusCode.OK, Healthy), await GetAsync(dashboard, "/health/ready"));
    }

    [Fact]
    public async Task Ready_NothingToServe_IsUnhealthy()
    {
        await using var empty = await StartAsync(new MemoryStore());
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"unhealthy","release":null,"store_answers":true,"store_away_since":null}"""), await GetAsync(empty, "/health/ready"));
        await using var away = await StartAsync(MemoryStore.Of(MadeUpRelease.Of()));
        away.Store.Failure = Away;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"unhealthy","release":null,"store_answers":false,"store_away_since":"2026-03-01T08:00:00Z"}"""), await GetAsync(away, "/health/ready"));
    }

    [Fact]
    public async Task Health_WhereSignInIsRequired_IsOpenAndInNoTrail()
    {
        await using var provider = await LocalProvider.StartAsync();
        await using var dashboard = await StartAsync(MemoryStore.Of(MadeUpRelease.Of()), [.. provider.Settings, "RequireSignIn=true"]);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(dashboard, "/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(dashboard, "/health/live")).Status);
        Assert.Empty(await dashboard.TrailAsync(Cancellation));
    }

    [Fact]
    public async Task Health_AskedForMoreOftenThanPagesMayBe_StillAnswers()
    {
        await using var dashboard = await StartAsync(MemoryStore.Of(MadeUpRelease.Of()), "TrustedProxies=127.0.0.1");
        async Task<HttpStatusCode> FromAfarAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };
            using var answer = await dashboard.Client.SendAsync(request, Cancellation);
            return answer.StatusCode;
        }

        for (var i = 0; i < 2 * RequestLimits.Burst; i += 20)
        {
            Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FromAfarAsync("/health/live"))), x => Assert.Equal(HttpStatusCode.OK, x));
        }
    }
}
