using System.Net;
using Dashboard.Tests.Examples;
using MiniExcelLibs;
using Xunit;

namespace Dashboard.Tests.Explore;

/// <summary>Only the exploring page is connected, and only where the analyst's pages exist.</summary>
public sealed class ExploreServingTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Task<RunningDashboard> StartAsync() => RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()));

    [Theory]
    [InlineData("/")]
    [InlineData("/kommun/0680")]
    [InlineData("/metoder")]
    [InlineData("/samverkan")]
    [InlineData("/om")]
    [InlineData("/nothing/here")]
    public async Task Serve_EveryOtherPage_StaysPlain(string path)
    {
        await using var dashboard = await StartAsync();
        using var answer = await dashboard.Client.GetAsync(path, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("blazor.web.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("_framework/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("explore.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--Blazor", page, StringComparison.Ordinal);
        Assert.DoesNotContain("connect-src", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any());
    }

    [Fact]
    public async Task Serve_TheExploringPage_MayConnectToThisHostOnly()
    {
        await using var dashboard = await StartAsync();
        using var client = await dashboard.NewOwnerAsync();
        using var answer = await client.GetAsync("/utforska?lang=en", Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; connect-src 'self'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("_framework/blazor.server", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page);
        Assert.Contains("explore-table", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/utforska", "GET")]
    [InlineData("/utforska.csv", "GET")]
    [InlineData("/utforska.png", "GET")]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "POST")]
    [InlineData("/_blazor", "GET")]
    public async Task Serve_ToAStranger_HasNeitherPageNorFilesNorHub(string path, string method)
    {
        await using var dashboard = await StartAsync();
        using var answer = await dashboard.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Cancellation);
        // A stranger on this machine is led to the page that tells how to sign in.
        Assert.Equal(method == "POST" ? HttpStatusCode.NotFound : HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("connectionToken", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_InTheHeader_KeepsAllChoices()
    {
        await using var dashboard = await StartAsync();
        using var client = await dashboard.NewOwnerAsync();
        var page = await client.GetStringAsync("/utforska?indicator=com_leisure&indicator=fam_parent_talk&b-sex=F&lang=sv", Cancellation);
        Assert.Contains("href=\"/utforska?indicator=com_leisure&amp;indicator=fam_parent_talk&amp;b-sex=F&amp;lang=en\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_OfWhatIsShown_SaysWhatItIsInEveryFormat()
    {
        const string Query = "?lang=en&indicator=com_leisure&indicator=fam_parent_talk&area=0680&area=0642&age=13-15&sex=F&b-sex=M";
        await using var dashboard = await StartAsync();
        using var client = await dashboard.NewOwnerAsync();
        var csv = (await client.GetStringAsync("/utforska.csv" + Query, Cancellation)).TrimStart('\uFEFF').TrimEnd('\n').Split('\n');
        Assert.All((string[])["# Title:", "# Unit: %. A: girls, B: boys", "# Source:"], x => Assert.Contains(csv, y => y.StartsWith(x, StringComparison.Ordinal)));
        Assert.Contains(csv, x => x.StartsWith("# Release:", StringComparison.Ordinal) && x.Contains(MadeUpRelease.Id, StringComparison.Ordinal) && x.Contains("2026-11-23", StringComparison.Ordinal));
        var rows = csv.SkipWhile(x => x.StartsWith('#')).ToArray();
        Assert.StartsWith("indicator,name,area,area_name,year,age,sex,unit,value,lower,upper,", rows[0], StringComparison.Ordinal);
        Assert.EndsWith("difference,difference_lower,difference_upper,difference_verdict,not_tested,source", rows[0], StringComparison.Ordinal);
        Assert.Equal(5, rows.Length);
        Assert.Contains(rows, x => x.Contains(",0642,", StringComparison.Ordinal) && x.Contains("suppressed", StringComparison.Ordinal));
        using var sheet = new MemoryStream(await client.GetByteArrayAsync("/utforska.xlsx" + Query, Cancellation));
        Assert.Equal(4, MiniExcel.Query(sheet, useHeaderRow: true, sheetName: "Values").Count());
        Assert.Contains(MadeUpRelease.Id, await client.GetStringAsync("/utforska.svg" + Query, Cancellation), StringComparison.Ordinal);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], (await client.GetByteArrayAsync("/utforska.png" + Query, Cancellation))[..4]);
        using var unknown = await client.GetAsync("/utforska.csv?indicator=nope", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }
}
