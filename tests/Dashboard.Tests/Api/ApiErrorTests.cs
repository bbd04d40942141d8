using System.Net;
using System.Text.Json;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Api;

public sealed class ApiErrorTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Task<RunningDashboard> StartAsync() => RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()));

    static string[] Errors(JsonElement problem) => [.. problem.GetProperty("errors").EnumerateArray().Select(x => $"{x.GetProperty("name")}|{x.GetProperty("found")}|{x.GetProperty("expected")}")];

    [Fact]
    public async Task Parameters_AllWrong_AreAllListed()
    {
        await using var dashboard = await StartAsync();
        var problem = await dashboard.ProblemAsync(HttpStatusCode.BadRequest, $"{ApiAnswers.Release}/cells?indicater=x&sex=T&sex=girls&year=25&area=&age_band=13-15&status=hidden&limit=0&cursor=abc");
        Assert.Equal(
            [
                "area||one of 0604, 0617, 0642, 0643, 0662, 0665, 0680, 0682, 0683, 0684, 0685, 0686, 0687, 06",
                "indicater|x|no such parameter; known are indicator, year, area, age_band, sex, status, limit, cursor",
                "sex|girls|one of F, M, T",
                "status|hidden|one of shown, suppressed, not_measured, no_response, too_few_years, new_definition, source_missing",
                "year|25|one of 2024, 2025",
                "limit|0|once, a whole number from 1 to 10000",
                "cursor|abc|once, a cursor as an answer gave it; this one is spoilt: begin again without a cursor",
            ],
            Errors(problem));
        Assert.Equal(("about:blank", "Bad Request", "7 parameters are wrong."), (problem.GetProperty("type").GetString(), problem.GetProperty("title").GetString(), problem.GetProperty("detail").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/releases?current=true", "current")]
    [InlineData("/api/v1/openapi.json?format=yaml", "format")]
    [InlineData(ApiAnswers.Release + "?lang=sv", "lang")]
    [InlineData(ApiAnswers.Release + "/catalogue/actors?area=0680", "area")]
    [InlineData(ApiAnswers.Release + "/cells?Sex=T", "Sex")]
    [InlineData(ApiAnswers.Release + "/cells?limit=5&limit=6", "limit")]
    [InlineData(ApiAnswers.Release + "/cells?limit=10001", "limit")]
    [InlineData(ApiAnswers.Release + "/cells?limit=1e3", "limit")]
    [InlineData(ApiAnswers.Release + "/cells?limit=99999999999999999999", "limit")]
    [InlineData(ApiAnswers.Release + "/cells?year=%2B2025", "year")]
    [InlineData(ApiAnswers.Release + "/cells?sex=X", "sex")]
    [InlineData(ApiAnswers.Release + "/comparisons?benchmark=nation", "benchmark")]
    [InlineData(ApiAnswers.Release + "/comparisons?area=06", "area")]
    public async Task Parameter_ThatIsWrong_IsNamed(string address, string name)
    {
        await using var dashboard = await StartAsync();
        var errors = (await dashboard.ProblemAsync(HttpStatusCode.BadRequest, address)).GetProperty("errors");
        Assert.Equal([name], errors.EnumerateArray().Select(x => x.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Cursor_OfAnotherReleaseOrOtherFilters_IsRefusedAndSaysSo()
    {
        await using var dashboard = await StartAsync();
        var next = (await dashboard.JsonAsync($"{ApiAnswers.Release}/cells?limit=10&sex=T")).GetProperty("next").GetString()!;
        dashboard.Store.Publish(MadeUpRelease.Of("fedcba9876543210"));
        async Task<string> ExpectedAsync(string address) => Assert.Single(Errors(await dashboard.ProblemAsync(HttpStatusCode.BadRequest, address)));

        Assert.Contains("given out for another release", await ExpectedAsync(next.Replace(MadeUpRelease.Id, "fedcba9876543210", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("given out for another release", await ExpectedAsync(next.Replace(MadeUpRelease.Id, "current", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("given out for others", await ExpectedAsync(next.Replace("sex=T", "sex=F", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("given out for others", await ExpectedAsync(next.Replace("/cells", "/trends", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("spoilt", await ExpectedAsync(next[..^1]), StringComparison.Ordinal);
        // Another limit goes on from the same place.
        Assert.Equal(20, (await dashboard.JsonAsync(next.Replace("limit=10", "limit=20", StringComparison.Ordinal))).GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task Draft_Always_IsNowhere()
    {
        await using var dashboard = await StartAsync();
        dashboard.Store.Add(MadeUpRelease.Of("aaaaaaaaaaaaaaaa"));
        Assert.Equal([MadeUpRelease.Id], (await dashboard.JsonAsync("/api/v1/releases")).GetProperty("rows").EnumerateArray().Select(x => x.GetProperty("id").GetString()));
        foreach (var id in (string[])["aaaaaaaaaaaaaaaa", "nope", "CURRENT"])
        {
            Assert.Equal($"No published release has the id '{id}'; /api/v1/releases lists them.", (await dashboard.ProblemAsync(HttpStatusCode.NotFound, $"/api/v1/releases/{id}/cells")).GetProperty("detail").GetString());
            await dashboard.ProblemAsync(HttpStatusCode.NotFound, $"/api/v1/releases/{id}");
        }
    }

    [Fact]
    public async Task Releases_OfAnEmptyStore_AreNone()
    {
        await using var dashboard = await RunningDashboard.StartAsync(new MemoryStore());
        Assert.Equal(0, (await dashboard.JsonAsync("/api/v1/releases")).GetProperty("total").GetInt32());
        Assert.Equal("No release has been published yet.", (await dashboard.ProblemAsync(HttpStatusCode.NotFound, "/api/v1/releases/current/cells")).GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/api/v1")]
    [InlineData("/api/v2/releases")]
    [InlineData("/API/v1/nothing")]
    [InlineData(ApiAnswers.Release + "/nothing")]
    [InlineData(ApiAnswers.Release + "/cells/0680")]
    public async Task Address_ThatIsUnknown_IsAProblemAndNoPage(string address)
    {
        await using var dashboard = await StartAsync();
        Assert.Contains("/api/v1/openapi.json", (await dashboard.ProblemAsync(HttpStatusCode.NotFound, address)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Method_OtherThanGetAndHead_IsRefused(string method)
    {
        await using var dashboard = await StartAsync();
        foreach (var address in (string[])["/api/v1/releases", $"{ApiAnswers.Release}/cells", "/api/v1/openapi.json"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            using var answer = await dashboard.Client.SendAsync(request, Cancellation);
            Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow.Order());
            await dashboard.ProblemAsync(HttpStatusCode.MethodNotAllowed, address, new HttpMethod(method));
        }
    }

    [Fact]
    public async Task Failure_OfOurs_HasATraceAndNoDetails()
    {
        await using var dashboard = await StartAsync();
        dashboard.Store.Failure = new InvalidOperationException("secret detail");
        var problem = await dashboard.ProblemAsync(HttpStatusCode.InternalServerError, "/api/v1/releases/current/cells");
        Assert.NotEmpty(problem.GetProperty("trace").GetString()!);
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        dashboard.Store.Failure = null;
        await dashboard.JsonAsync("/api/v1/releases/current/cells?limit=1");
    }

    [Fact]
    public async Task Value_ThatIsLong_IsCut()
    {
        await using var dashboard = await StartAsync();
        var error = (await dashboard.ProblemAsync(HttpStatusCode.BadRequest, $"{ApiAnswers.Release}/cells?sex={new string('x', 99)}{Uri.EscapeDataString("😀😀😀")}")).GetProperty("errors")[0];
        Assert.Equal(new string('x', 99) + "…", error.GetProperty("found").GetString());
    }
}
