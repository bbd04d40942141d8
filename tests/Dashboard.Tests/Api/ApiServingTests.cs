using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Api;

public sealed class ApiServingTests
{
    const string Forever = "public, max-age=31536000, immutable", Current = "/api/v1/releases/current";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Task<RunningDashboard> StartAsync() => RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()));

    static async Task<HttpResponseMessage> GetAsync(RunningDashboard dashboard, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await dashboard.Client.SendAsync(request, Cancellation);
    }

    [Theory]
    [InlineData(ApiAnswers.Release + "/cells?sex=T", true)]
    [InlineData(ApiAnswers.Release + "/catalogue/actors", true)]
    [InlineData(Current + "/cells?sex=T", false)]
    [InlineData("/api/v1/releases", false)]
    [InlineData(ApiAnswers.Release, false)]
    [InlineData("/api/v1/openapi.json", false)]
    public async Task Answer_KnownAlready_IsNotSentAgain(string address, bool forever)
    {
        await using var dashboard = await StartAsync();
        using var first = await GetAsync(dashboard, address);
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(new HashSet<string>((forever ? Forever : "no-cache").Split(", ")), [.. first.Headers.CacheControl!.ToString().Split(", ")]);
        Assert.Contains("Accept-Encoding", first.Headers.Vary);
        using var second = await GetAsync(dashboard, address, ("If-None-Match", $"\"other\", {first.Headers.ETag}"));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(first.Headers.CacheControl, second.Headers.CacheControl);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
        using var third = await GetAsync(dashboard, address, ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task Tag_OfAnAnswer_IsThatOfItsRowsAndEncoding()
    {
        await using var dashboard = await StartAsync();
        async Task<string> TagAsync(string query, params (string, string)[] headers)
        {
            using var answer = await GetAsync(dashboard, query, headers);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return answer.Headers.ETag!.Tag;
        }

        var plain = await TagAsync($"{ApiAnswers.Release}/cells?sex=T&sex=F&year=2025");
        Assert.Equal(plain, await TagAsync($"{ApiAnswers.Release}/cells?year=2025&sex=F&sex=T&sex=F&limit=1000"));
        Assert.Equal(plain, await TagAsync($"{Current}/cells?sex=T&sex=F&year=2025"));
        Assert.NotEqual(plain, await TagAsync($"{ApiAnswers.Release}/cells?sex=T&year=2025"));
        Assert.NotEqual(plain, await TagAsync($"{ApiAnswers.Release}/cells?sex=T&sex=F&year=2025&limit=999"));
        Assert.NotEqual(plain, await TagAsync($"{ApiAnswers.Release}/trends?sex=T&sex=F&year=2025"));
        Assert.Equal(3, new HashSet<string> { plain, await TagAsync($"{ApiAnswers.Release}/cells?sex=T&sex=F&year=2025", ("Accept-Encoding", "br")), await TagAsync($"{ApiAnswers.Release}/cells?sex=T&sex=F&year=2025", ("Accept-Encoding", "gzip")) }.Count);
        dashboard.Store.Publish(MadeUpRelease.Of("fedcba9876543210"));
        Assert.NotEqual(plain, await TagAsync($"{Current}/cells?sex=T&sex=F&year=2025"));
    }

    [Fact]
    public async Task Current_Always_IsTheReleaseThatItNames()
    {
        await using var dashboard = await StartAsync();
        foreach (var id in (string[])[MadeUpRelease.Id, "fedcba9876543210"])
        {
            dashboard.Store.Publish(MadeUpRelease.Of(id));
            using var answer = await GetAsync(dashboard, $"{Current}/cells?area=0680&sex=T");
            var location = answer.Content.Headers.ContentLocation!.OriginalString;
            Assert.Equal($"/api/v1/releases/{id}/cells?area=0680&sex=T&limit=1000", location);
            var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
            Assert.Equal(bytes, await dashboard.Client.GetByteArrayAsync(location, Cancellation));
            using var manifest = await GetAsync(dashboard, Current);
            Assert.Equal($"/api/v1/releases/{id}", manifest.Content.Headers.ContentLocation!.OriginalString);
            Assert.Equal(id, (await dashboard.JsonAsync(Current)).GetProperty("id").GetString());
        }
    }

    [Theory]
    [InlineData("/api/v1/releases", HttpStatusCode.OK)]
    [InlineData(ApiAnswers.Release + "/cells?limit=10", HttpStatusCode.OK)]
    [InlineData(ApiAnswers.Release + "/cells?nope=1", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/nope", HttpStatusCode.NotFound)]
    public async Task Head_Always_IsTheAnswerWithoutItsBody(string address, HttpStatusCode status)
    {
        await using var dashboard = await StartAsync();
        using var get = await GetAsync(dashboard, address);
        using var head = await dashboard.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Cancellation);
        Assert.Equal((status, status), (get.StatusCode, head.StatusCode));
        Assert.Equal((get.Headers.ETag, get.Content.Headers.ContentType), (head.Headers.ETag, head.Content.Headers.ContentType));
        Assert.Equal(get.Headers.TryGetValues("Link", out var links), head.Headers.TryGetValues("Link", out var same));
        Assert.Equal(links, same);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("cells?limit=10000")]
    [InlineData("comparisons?limit=3000")]
    [InlineData("trends?limit=100")]
    [InlineData("catalogue/indicators")]
    public async Task Answer_InEitherLanguage_IsTheSameBytes(string table)
    {
        await using var dashboard = await StartAsync();
        var answers = new List<byte[]>();
        foreach (var language in (string[])["sv", "en"])
        {
            using var answer = await GetAsync(dashboard, $"{ApiAnswers.Release}/{table}", ("Cookie", $"lang={language}"), ("Accept-Language", language));
            Assert.Empty(answer.Content.Headers.ContentLanguage);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            answers.Add(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answer_Compressed_IsTheSame(string encoding)
    {
        await using var dashboard = await StartAsync();
        var plain = await dashboard.Client.GetByteArrayAsync($"{ApiAnswers.Release}/cells?limit=10000", Cancellation);
        using var answer = await GetAsync(dashboard, $"{ApiAnswers.Release}/cells?limit=10000", ("Accept-Encoding", encoding));
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.Single());
        Assert.Single(answer.Headers.Vary);
        await using var packed = await answer.Content.ReadAsStreamAsync(Cancellation);
        await using Stream unpacked = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes, Cancellation);
        Assert.Equal(plain, bytes.ToArray());
    }

    [Fact]
    public async Task Answer_OfTenThousandCells_IsThereWithinAHundredMilliseconds()
    {
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of(years: [2022, 2023, 2024, 2025])));
        var address = $"{ApiAnswers.Release}/cells?limit=10000";
        Assert.Equal(10_000, (await dashboard.JsonAsync(address)).GetProperty("rows").GetArrayLength());
        var times = new List<double>();
        for (var i = 0; i < 21; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await dashboard.Client.GetByteArrayAsync(address, Cancellation);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(' ', times));
        Assert.InRange(times[10], 0, 100);
    }
}
