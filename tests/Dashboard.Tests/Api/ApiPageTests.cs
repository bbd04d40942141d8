using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dashboard.Api;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Api;

/// <summary>What docs/api.md asks for is there, and answers as it says.</summary>
public sealed partial class ApiPageTests
{
    const string Server = "http://127.0.0.1:5080";

    static readonly string Page = File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), "docs", "api.md"));

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfThePage_AnswerAsItSays()
    {
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(ApiAnswers.WholeRelease()));
        var requests = Request().Matches(Page);
        Assert.True(requests.Count >= 9);
        foreach (Match request in requests)
        {
            var address = request.Groups["address"].Value;
            var expected = request.Groups["status"] is { Success: true, Value: var status } ? (HttpStatusCode)int.Parse(status, System.Globalization.CultureInfo.InvariantCulture) : HttpStatusCode.OK;
            using var answer = await dashboard.Client.GetAsync(address, Cancellation);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.True(answer.StatusCode == expected, $"{address}: {text}");
            Assert.True(expected != HttpStatusCode.OK || !text.Contains("\"total\":0", StringComparison.Ordinal), $"{address} finds nothing.");
        }
    }

    [Fact]
    public async Task Answers_OfThePage_AreThoseGiven()
    {
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(ApiAnswers.WholeRelease()));
        var answers = Answer().Matches(Page).Select(x => JsonDocument.Parse(x.Groups[1].Value).RootElement).ToArray();
        var row = (await dashboard.JsonAsync($"{ApiAnswers.Release}/cells?limit=1")).GetProperty("rows")[0];
        Assert.Equal(row.EnumerateObject().Select(x => x.Name), answers[0].EnumerateObject().Select(x => x.Name));
        var wrong = Request().Matches(Page).Single(x => x.Groups["status"].Success).Groups["address"].Value;
        Assert.True(JsonElement.DeepEquals(await dashboard.ProblemAsync(HttpStatusCode.BadRequest, wrong), answers[1]));
    }

    /// <summary>The loop of the R and Python examples: the server and <c>next</c>, until there is none.</summary>
    [Fact]
    public async Task Loop_OfTheExamples_GetsEveryRow()
    {
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(ApiAnswers.WholeRelease()));
        var starts = Request().Matches(Page).Select(x => x.Groups["address"].Value).Where(x => x.Contains("limit=", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, starts.Length);
        Assert.Single(starts.Distinct());
        // Smaller pages than the examples have, since the made-up release is smaller.
        var first = await dashboard.JsonAsync(starts[0].Replace("limit=500", "limit=50", StringComparison.Ordinal));
        Assert.NotNull(first.GetProperty("next").GetString());
        Assert.Equal(first.GetProperty("total").GetInt32(), (await dashboard.AllRowsAsync(starts[0].Replace("limit=500", "limit=50", StringComparison.Ordinal))).Count);
    }

    [Fact]
    public void Addresses_OfThePage_AreAllThereAre() => Assert.All(ApiRoutes.Tables, x => Assert.Contains($"/{x.Path.Split('/')[^1]}`", Page, StringComparison.Ordinal));

    static string Root(string? folder) => folder is null
        ? throw new InvalidOperationException("No folder above the tests holds Analytics.sln.")
        : File.Exists(Path.Combine(folder, "Analytics.sln")) ? folder : Root(Path.GetDirectoryName(folder));

    [GeneratedRegex($"""{Server}(?<address>/api[^\s")]*)"?(?: +# (?<status>\d+))?""")]
    private static partial Regex Request();

    [GeneratedRegex("""```json\n(.*?)```""", RegexOptions.Singleline)]
    private static partial Regex Answer();
}
