using System.Net;
using Dashboard.Access;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Protection;

/// <summary>The analyst's pages are for analysts: on their own computer for whoever opened the printed link, and for nobody where others can reach the dashboard.</summary>
public sealed class AnalystServingTests
{
    const string Anywhere = "http://0.0.0.0:0";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Task<RunningDashboard> StartAsync(string url = "http://127.0.0.1:0") => RunningDashboard.StartAsync(MemoryStore.Of(ProtectedRelease.Of()), url: url);

    [Theory]
    [InlineData("/skydd")]
    [InlineData("/skydd?lang=sv&indicator=sch_bullied")]
    [InlineData("/skydd/")]
    [InlineData("/SKYDD")]
    [InlineData("/skydd.csv")]
    [InlineData("/handelser")]
    [InlineData("/logga-in")]
    [InlineData("/logga-in?nyckel=x")]
    [InlineData("/logga-in/nyckel")]
    [InlineData("/logga-in/start")]
    public async Task Serve_WhereOthersCanReachIt_AnswersAsForAPageThatDoesNotExist(string path)
    {
        await using var dashboard = await StartAsync(Anywhere);
        using var answer = await dashboard.Client.GetAsync(path, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>Sidan finns inte</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("protection-table", page, StringComparison.Ordinal);
        Assert.Contains("http://0.0.0.0:0", dashboard.StartLine, StringComparison.Ordinal);
        Assert.Null(dashboard.Link);
    }

    [Theory]
    [InlineData("/skydd", "/logga-in")]
    [InlineData("/skydd?lang=en&indicator=sch_bullied", "/logga-in?lang=en")]
    [InlineData("/skydd.csv", "/logga-in")]
    [InlineData("/handelser", "/logga-in")]
    public async Task Serve_ToAStrangerOnThisMachine_TellsOfThePrintedLink(string path, string address)
    {
        await using var dashboard = await StartAsync();
        using var answer = await dashboard.Client.GetAsync(path, Cancellation);

        Assert.Equal((HttpStatusCode.Redirect, address), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.DoesNotContain("protection-table", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains(address.EndsWith("en", StringComparison.Ordinal) ? "the link that was printed" : "länken som skrevs ut", await dashboard.Client.GetStringAsync(address, Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Serve_PublicPages_TellNoRule(bool owner)
    {
        await using var dashboard = await StartAsync();
        using var client = owner ? await dashboard.NewOwnerAsync() : dashboard.NewClient();
        foreach (var path in (string[])["/", "/?indicator=sch_bullied&age=13-15&sex=F", "/kommun/0604?age=13-15&sex=F", "/om", "/oversikt.csv?indicator=sch_bullied&age=13-15&sex=F&year=2025"])
        {
            var page = await client.GetStringAsync(path, Cancellation);
            Assert.DoesNotMatch("(?i)small_?cases|secondary|protection-table|is-primary|● Få fall|skyddar Aneby", page);
            Assert.Equal(owner && !path.StartsWith("/oversikt", StringComparison.Ordinal), page.Contains("href=\"/skydd", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Serve_AnalystPage_IsKeptNowhere()
    {
        await using var dashboard = await StartAsync();
        using var owner = await dashboard.NewOwnerAsync();
        using var answer = await owner.GetAsync("/skydd", Cancellation);

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
        await using var dashboard = await StartAsync();
        using var owner = await dashboard.NewOwnerAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/skydd") { Headers = { Host = host } };
        using var answer = await owner.SendAsync(request, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Serve_ToTheOwner_GivesEveryPageAnewAndKeepsNone()
    {
        await using var dashboard = await StartAsync();
        using var owner = await dashboard.NewOwnerAsync();
        using var first = await dashboard.Client.GetAsync("/om?lang=en", Cancellation);
        owner.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await owner.GetAsync("/om?lang=en", Cancellation);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.True(second.Headers.CacheControl!.NoStore);
        Assert.Null(second.Headers.ETag);
    }

    [Fact]
    public async Task Serve_WithAProvider_GivesPublicPagesAnotherTag()
    {
        await using var laptop = await StartAsync();
        await using var server = await RunningDashboard.StartAsync(MemoryStore.Of(ProtectedRelease.Of()), ["Authority=http://127.0.0.1:1", "ClientId=a", "ClientSecret=b", "Roles:analyst=c"]);
        using var first = await laptop.Client.GetAsync("/om?lang=en", Cancellation);
        using var second = await server.Client.GetAsync("/om?lang=en", Cancellation);

        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [Theory]
    [InlineData("/utforska", true)]
    [InlineData("/skydd", false)]
    [InlineData("/", false)]
    [InlineData("/handelser", false)]
    public async Task Serve_Policy_AllowsLiveConnectionsOnAnalystPagesOnly(string path, bool live)
    {
        await using var dashboard = await StartAsync();
        using var owner = await dashboard.NewOwnerAsync();
        using var answer = await owner.GetAsync(path, Cancellation);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.Equal(live, policy.EndsWith("; connect-src 'self'", StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_OfTheSummary_NamesRulesAndNoCell()
    {
        await using var dashboard = await StartAsync();
        using var owner = await dashboard.NewOwnerAsync();
        using var answer = await owner.GetAsync("/skydd.csv?lang=en&indicator=sch_bullied&year=2025", Cancellation);
        var text = (await answer.Content.ReadAsStringAsync(Cancellation)).TrimStart('\uFEFF');

        Assert.Equal("lagesbild-skydd-sch_bullied-2025.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("# DEMONSTRATION: made-up figures\n", text, StringComparison.Ordinal);
        Assert.EndsWith("indicator,year,rule,cells,counts\nsch_bullied,2025,small_cases,2,\nsch_bullied,2025,secondary,6,36\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0604", text, StringComparison.Ordinal);
        using var unknown = await owner.GetAsync("/skydd.csv?indicator=nope", Cancellation);
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
    [InlineData("http://unix:/run/lagesbild/socket", "http://unix:/run/lagesbild/socket")]
    [InlineData("nonsense", "nonsense")]
    public void Offence_OfAddresses_IsTheFirstThatOthersCanReach(string urls, string? offence) => Assert.Equal(offence, LoopbackOnly.Offence(urls));

    [Theory]
    [InlineData("--http_ports", "8080")]
    [InlineData("--https_ports", "8443")]
    [InlineData("--urls", "http://*:80")]
    [InlineData("--Kestrel:Endpoints:Web:Url", "http://0.0.0.0:80")]
    public async Task Create_OnAnOpenAddress_MakesNoKeyAndSaysWhy(string setting, string value)
    {
        await using var application = DashboardApplication.Create([setting, value], new MemoryStore());

        Assert.Null(StartLines.LinkOf(application));
        Assert.StartsWith("Forum pages only", StartLines.Of(application), StringComparison.Ordinal);
        Assert.Contains(value, StartLines.Of(application), StringComparison.Ordinal);
    }
}
