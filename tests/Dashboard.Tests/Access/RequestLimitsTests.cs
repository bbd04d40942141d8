using System.Net;
using Dashboard.Access;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Access;

public sealed class RequestLimitsTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Task<RunningDashboard> StartAsync(params string[] access) => RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()), access);

    static async Task<HttpResponseMessage> GetAsync(RunningDashboard dashboard, string path, string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (from is not null)
        {
            request.Headers.Add("X-Forwarded-For", from);
        }

        return await dashboard.Client.SendAsync(request, Cancellation);
    }

    [Fact]
    public async Task SignIn_TriedMoreThanTenTimesAMinute_IsRefusedAlsoOnThisMachine()
    {
        await using var dashboard = await StartAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var answer = await dashboard.Client.PostAsync(i % 2 == 0 ? KeySignIn.Path : KeySignIn.Path.ToUpperInvariant() + "/", new FormUrlEncodedContent([]), Cancellation);
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
                Assert.Contains("Too many requests", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
                Assert.True(answer.Headers.Contains("Content-Security-Policy"));
            }
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.BadRequest, 10), HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], statuses);
        using var page = await dashboard.Client.GetAsync("/", Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Pages_AskedForFromOneAddress_AreManyButNotEndless()
    {
        await using var dashboard = await StartAsync("TrustedProxies=127.0.0.1");
        var refused = 0;
        // Faster than they are let in again, also on a slow machine.
        for (var i = 0; i < 8 * RequestLimits.Burst && refused == 0; i += 20)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GetAsync(dashboard, "/site.css", "203.0.113.7")));
            Assert.True(i >= RequestLimits.Burst - 20 || answers.All(x => x.StatusCode == HttpStatusCode.OK));
            refused += answers.Count(x => x.StatusCode == HttpStatusCode.TooManyRequests);
            Array.ForEach(answers, x => x.Dispose());
        }

        Assert.NotEqual(0, refused);
        using var other = await GetAsync(dashboard, "/site.css", "203.0.113.8");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Pages_OnThisMachine_AreNotLimitedWhateverAReaderClaims()
    {
        await using var dashboard = await StartAsync();
        for (var i = 0; i < 2 * RequestLimits.Burst; i += 50)
        {
            // Nobody trusts this machine as a proxy, so the claim is not believed.
            var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => GetAsync(dashboard, "/site.css", "203.0.113.7")));
            Assert.All(answers, x => Assert.Equal(HttpStatusCode.OK, x.StatusCode));
            Array.ForEach(answers, x => x.Dispose());
        }
    }
}
