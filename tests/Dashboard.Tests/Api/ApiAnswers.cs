using System.Net;
using System.Text.Json;
using Analytics.Release;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Api;

/// <summary>What the API of a running dashboard answers.</summary>
static class ApiAnswers
{
    public const string Release = $"/api/v1/releases/{MadeUpRelease.Id}";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A release with every part.</summary>
    public static ReleaseDocument WholeRelease(string id = MadeUpRelease.Id) => MadeUpCollaboration.Release(MadeUpPractice.Release(id));

    /// <summary>The JSON at an address that answers.</summary>
    public static async Task<JsonElement> JsonAsync(this RunningDashboard dashboard, string address)
    {
        using var answer = await dashboard.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode} {text}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The problem at an address that answers with one.</summary>
    public static async Task<JsonElement> ProblemAsync(this RunningDashboard dashboard, HttpStatusCode status, string address, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        using var answer = await dashboard.Client.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == status, $"{address}: {(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    /// <summary>Every row behind an address, page by page, each as its JSON text.</summary>
    public static async Task<List<string>> AllRowsAsync(this RunningDashboard dashboard, string address)
    {
        var rows = new List<string>();
        for (string? next = address; next is not null;)
        {
            var page = await dashboard.JsonAsync(next);
            rows.AddRange(page.GetProperty("rows").EnumerateArray().Select(x => x.GetRawText()));
            next = page.GetProperty("next").GetString();
        }

        return rows;
    }
}
