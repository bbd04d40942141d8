using Analytics.Storage;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Access;

public sealed class TrailPageTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_OfManyEntries_ShowsTheLatestAndLeadsToTheRest()
    {
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()));
        var at = new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);
        await dashboard.Store.Records.Trail.AddAsync([.. Enumerable.Range(0, 250).Select(x => new TrailEntry(at, "publish", "analyst: 00ff00ff00ff00ff", $"release{x:000}"))], Cancellation);
        using var owner = await dashboard.NewOwnerAsync();

        var first = await owner.GetStringAsync("/handelser?lang=sv", Cancellation);
        Assert.Contains("De 200 senaste händelserna", first, StringComparison.Ordinal);
        Assert.Contains("<td class=\"at\">2026-03-01 08:30:00</td>", first, StringComparison.Ordinal);
        Assert.Contains("analytiker: 00ff00ff00ff00ff", first, StringComparison.Ordinal);
        Assert.Contains("administratör: den här datorn", first, StringComparison.Ordinal);
        Assert.True(first.IndexOf("Inloggning</th>", StringComparison.Ordinal) < first.IndexOf("release249", StringComparison.Ordinal));
        Assert.DoesNotContain("release050", first, StringComparison.Ordinal);

        var older = System.Text.RegularExpressions.Regex.Match(first, "href=\"(/handelser\\?lang=sv&amp;before=\\d+)\"").Groups[1].Value;
        var second = await owner.GetStringAsync(System.Net.WebUtility.HtmlDecode(older), Cancellation);
        Assert.Contains("51 tidigare händelser", second, StringComparison.Ordinal);
        Assert.Contains("release050", second, StringComparison.Ordinal);
        Assert.DoesNotContain("release051", second, StringComparison.Ordinal);
        Assert.DoesNotContain("before=", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/handelser?lang=en&before=nonsense", "The 1 latest entries", "administrator: this computer")]
    [InlineData("/handelser?lang=en&before=-4", "The 1 latest entries", "printed link")]
    [InlineData("/handelser?lang=en&before=1", "There are no entries.", "To the latest")]
    public async Task Page_InEnglish_ReadsTheSame(string address, string caption, string also)
    {
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()));
        using var owner = await dashboard.NewOwnerAsync();
        var page = await owner.GetStringAsync(address, Cancellation);

        Assert.Contains(caption, page, StringComparison.Ordinal);
        Assert.Contains(also, page, StringComparison.Ordinal);
    }
}
