using System.Net;
using Dashboard.Serving;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Protection;

/// <summary>The analyst's pages exist on the analyst's own computer and nowhere else.</summary>
public sealed class AnalystServingTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Task<RunningDashboard> StartAsync(bool analyst) => RunningDashboard.StartAsync(MemoryStore.Of(ProtectedRelease.Of()), analyst);

    [Theory]
    [InlineData("/skydd")]
    [InlineData("/skydd?lang=sv&indicator=sch_bullied")]
    [InlineData("/skydd/")]
    [InlineData("/SKYDD")]
    [InlineData("/skydd.csv")]
    public async Task Serve_WithoutAnalyst_AnswersAsForAPageThatDoesNotExist(string path)
    {
        await using var dashboard = await StartAsync(analyst: false);
        using var answer = await dashboard.Client.GetAsync(path, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>Sidan finns inte</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("protection-table", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Serve_PublicPages_TellNoRule(bool analyst)
    {
        await using var dashboard = await StartAsync(analyst);
        foreach (var path in (string[])["/", "/?indicator=sch_bullied&age=13-15&sex=F", "/kommun/0604?age=13-15&sex=F", "/om", "/oversikt.csv?indicator=sch_bullied&age=13-15&sex=F&year=2025"])
        {
            var page = await dashboard.Client.GetStringAsync(path, Cancellation);
            Assert.DoesNotMatch("(?i)small_?cases|secondary|protection-table|is-primary|● Få fall|skyddar Aneby", page);
            Assert.Equal(analyst && !path.StartsWith("/oversikt", StringComparison.Ordinal), page.Contains("href=\"/skydd", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Serve_AnalystPage_IsKeptNowhere()
    {
        await using var dashboard = await StartAsync(analyst: true);
        using var answer = await dashboard.Client.GetAsync("/skydd", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Null(answer.Headers.ETag);
        Assert.Contains("protection-table", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    /// <summary>A page elsewhere whose name is made to lead to this machine asks under its own name.</summary>
    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    public async Task Serve_AnalystPageUnderAnotherName_IsRefused(string host, HttpStatusCode status)
    {
        await using var dashboard = await StartAsync(analyst: true);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/skydd") { Headers = { Host = host } };
        using var answer = await dashboard.Client.SendAsync(request, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Serve_ChangeToAnalyst_GivesPublicPagesAnotherTag()
    {
        await using var analyst = await StartAsync(analyst: true);
        await using var plain = await StartAsync(analyst: false);
        using var first = await analyst.Client.GetAsync("/om?lang=en", Cancellation);
        using var second = await plain.Client.GetAsync("/om?lang=en", Cancellation);

        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task Download_OfTheSummary_NamesRulesAndNoCell()
    {
        await using var dashboard = await StartAsync(analyst: true);
        using var answer = await dashboard.Client.GetAsync("/skydd.csv?lang=en&indicator=sch_bullied&year=2025", Cancellation);
        var text = (await answer.Content.ReadAsStringAsync(Cancellation)).TrimStart('\uFEFF');

        Assert.Equal("lagesbild-skydd-sch_bullied-2025.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("# DEMONSTRATION: made-up figures\n", text, StringComparison.Ordinal);
        Assert.EndsWith("indicator,year,rule,cells,counts\nsch_bullied,2025,small_cases,2,\nsch_bullied,2025,secondary,6,36\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0604", text, StringComparison.Ordinal);
        using var unknown = await dashboard.Client.GetAsync("/skydd.csv?indicator=nope", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", null)]
    [InlineData("http://localhost:5080;https://[::1]:5443", null)]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:80", "http://0.0.0.0:80")]
    [InlineData("http://*:80", "http://*:80")]
    [InlineData("http://+:80", "http://+:80")]
    [InlineData("http://[::]:80", "http://[::]:80")]
    [InlineData("http://192.168.1.7:80", "http://192.168.1.7:80")]
    [InlineData("http://localhost.example:80", "http://localhost.example:80")]
    [InlineData("http://unix:/tmp/socket", "http://unix:/tmp/socket")]
    [InlineData("nonsense", "nonsense")]
    public void Offence_OfAddresses_IsTheFirstThatOthersCanReach(string urls, string? offence) => Assert.Equal(offence, LoopbackOnly.Offence(urls));

    [Theory]
    [InlineData("--http_ports", "8080")]
    [InlineData("--https_ports", "8443")]
    [InlineData("--urls", "http://*:80")]
    [InlineData("--Kestrel:Endpoints:Web:Url", "http://0.0.0.0:80")]
    public void Create_ForTheAnalystOnAnOpenAddress_IsRefused(string setting, string value)
    {
        var refused = Assert.Throws<OpenAddressException>(() => DashboardApplication.Create([setting, value], new MemoryStore(), analyst: true));
        Assert.Contains(value, refused.Message, StringComparison.Ordinal);
    }
}
