using System.Net;
using Dashboard.Meeting;
using Dashboard.Releases;
using Dashboard.Tests.Access;
using Dashboard.Tests.Examples;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.Serving;

/// <summary>Pages while their store throws, or never answers.</summary>
public sealed class StoreAwayTests
{
    const string Next = "fedcba9876543210";

    readonly MadeUpTime time = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static SqliteException Away => new("secret detail of a host", 14);

    Task<RunningDashboard> StartAsync(MemoryStore? store = null) =>
        RunningDashboard.StartAsync(store ?? MemoryStore.Of(MadeUpRelease.Of()), adjust: x => x.Services.AddSingleton<TimeProvider>(time));

    static async Task<(HttpStatusCode Status, string Tag, string Page)> GetAsync(RunningDashboard dashboard, string path, HttpClient? client = null)
    {
        using var answer = await (client ?? dashboard.Client).GetAsync(path, Cancellation);
        return (answer.StatusCode, answer.Headers.ETag?.Tag ?? "", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("/", "Databasen har inte gått att nå sedan 09:00.")]
    [InlineData("/?lang=en", "The database has not been reachable since 09:00.")]
    [InlineData("/kommun/0680", "Databasen har inte gått att nå sedan 09:00.")]
    [InlineData("/om?lang=en", "The database has not been reachable since 09:00.")]
    [InlineData("/mote", "Databasen har inte gått att nå sedan 09:00.")]
    [InlineData("/?release=" + MadeUpRelease.Id, "Databasen har inte gått att nå sedan 09:00.")]
    public async Task Page_OfALoadedRelease_IsTheReleaseAsItWasAndSaysSoUntilTheStoreIsBack(string path, string words)
    {
        await using var dashboard = await StartAsync();
        var before = await GetAsync(dashboard, path);
        dashboard.Store.Failure = Away;
        for (var i = 0; i < 2; i++)
        {
            var (status, tag, page) = await GetAsync(dashboard, path);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Matches("""<p class="notice store-away"[^>]* role="status"[^>]*>""", page);
            Assert.Contains(MadeUpRelease.Id, page, StringComparison.Ordinal);
            Assert.True(tag.Length == 0 || tag != before.Tag);
            Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        }

        dashboard.Store.Failure = null;
        time.Pass(StoreState.Pause);
        Assert.Equal((before.Status, before.Tag, before.Page.Contains(words, StringComparison.Ordinal)), await GetAsync(dashboard, path) is var (status2, tag2, page2) ? (status2, tag2, page2.Contains(words, StringComparison.Ordinal)) : default);
    }

    [Fact]
    public async Task Page_WhileAway_AsksTheStoreOnceInAWhile()
    {
        await using var dashboard = await StartAsync();
        await GetAsync(dashboard, "/");
        dashboard.Store.Failure = Away;
        var asked = 0;
        dashboard.Store.Asked = () => Interlocked.Increment(ref asked);
        for (var i = 0; i < 5; i++)
        {
            await GetAsync(dashboard, "/kommun/0680");
        }

        Assert.Equal(1, asked);
        time.Pass(StoreState.Pause);
        await GetAsync(dashboard, "/");
        await GetAsync(dashboard, "/");
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Page_BrowserThatHasIt_IsNotToldThatNothingChangedWhenTheStoreGoesOrComes()
    {
        await using var dashboard = await StartAsync();
        async Task<HttpStatusCode> AgainAsync(string tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/");
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var answer = await dashboard.Client.SendAsync(request, Cancellation);
            return answer.StatusCode;
        }

        var (_, here, _) = await GetAsync(dashboard, "/");
        dashboard.Store.Failure = Away;
        Assert.Equal(HttpStatusCode.OK, await AgainAsync($"W/{here}"));
        var (_, away, _) = await GetAsync(dashboard, "/");
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync($"W/{away}"));
        dashboard.Store.Failure = null;
        time.Pass(StoreState.Pause);
        Assert.Equal(HttpStatusCode.OK, await AgainAsync($"W/{away}"));
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync($"W/{here}"));
    }

    [Fact]
    public async Task Page_StoreThatNeverAnswers_WaitsOnceAndThenNoMore()
    {
        await using var dashboard = await StartAsync();
        await GetAsync(dashboard, "/");
        var asked = new TaskCompletionSource();
        (dashboard.Store.IsSilent, dashboard.Store.Asked) = (true, () => asked.TrySetResult());
        var first = GetAsync(dashboard, "/kommun/0680");
        await asked.Task.WaitAsync(Cancellation);
        Assert.False(first.IsCompleted);
        time.Pass(StoreState.Patience);
        Assert.Contains("store-away", (await first).Page, StringComparison.Ordinal);
        Assert.Contains("store-away", (await GetAsync(dashboard, "/")).Page, StringComparison.Ordinal);

        // One request finds out, and those beside it do not wait for that.
        time.Pass(StoreState.Pause);
        asked = new TaskCompletionSource();
        var look = GetAsync(dashboard, "/");
        await asked.Task.WaitAsync(Cancellation);
        Assert.Contains("store-away", (await GetAsync(dashboard, "/om")).Page, StringComparison.Ordinal);
        Assert.False(look.IsCompleted);
        time.Pass(StoreState.Patience);
        Assert.Contains("store-away", (await look).Page, StringComparison.Ordinal);
        dashboard.Store.IsSilent = false;
        time.Pass(StoreState.Pause);
        Assert.DoesNotContain("store-away", (await GetAsync(dashboard, "/")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AfterAPublicationMeanwhile_ShowsItWhenTheStoreIsBack()
    {
        await using var dashboard = await StartAsync();
        await GetAsync(dashboard, "/");
        dashboard.Store.Failure = Away;
        dashboard.Store.Publish(MadeUpRelease.Of(Next));
        Assert.Contains(MadeUpRelease.Id, (await GetAsync(dashboard, "/")).Page, StringComparison.Ordinal);
        dashboard.Store.Failure = null;
        time.Pass(StoreState.Pause);
        var (_, _, page) = await GetAsync(dashboard, "/");
        Assert.Contains(Next, page, StringComparison.Ordinal);
        Assert.DoesNotContain(MadeUpRelease.Id, page, StringComparison.Ordinal);
    }

    /// <summary>Looking at many earlier releases does not push the current one out.</summary>
    [Fact]
    public async Task Page_AfterManyEarlierReleases_IsStillTheCurrentOne()
    {
        string[] earlier = ["0000000000000001", "0000000000000002", "0000000000000003", "0000000000000004", "0000000000000005"];
        await using var dashboard = await StartAsync(MemoryStore.Of([.. earlier.Select(x => MadeUpRelease.Of(x)), MadeUpRelease.Of()]));
        foreach (var id in earlier.Prepend(""))
        {
            await GetAsync(dashboard, $"/?release={id}");
        }

        dashboard.Store.Failure = Away;
        Assert.Contains(MadeUpRelease.Id, (await GetAsync(dashboard, "/")).Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/oversikt.csv")]
    [InlineData("/oversikt.xlsx")]
    [InlineData("/kommun/0680.svg")]
    [InlineData("/api/v1/releases")]
    [InlineData("/api/v1/releases/current")]
    [InlineData("/api/v1/releases/current/cells?limit=3")]
    [InlineData("/api/v1/releases/" + MadeUpRelease.Id + "/comparisons?limit=3")]
    public async Task File_OfALoadedRelease_IsTheSameAsBefore(string path)
    {
        await using var dashboard = await StartAsync();
        var before = await dashboard.Client.GetByteArrayAsync(path, Cancellation);
        await GetAsync(dashboard, "/");
        dashboard.Store.Failure = Away;
        Assert.Equal(before, await dashboard.Client.GetByteArrayAsync(path, Cancellation));
    }

    [Theory]
    [InlineData("/?release=" + Next, "<h1>Databasen går inte att nå</h1>")]
    [InlineData("/kommun/0680?lang=en&release=" + Next, "<h1>The database cannot be reached</h1>")]
    [InlineData("/oversikt.csv?lang=en&release=" + Next, "<h1>The database cannot be reached</h1>")]
    [InlineData("/mote?meeting=Forum", "<h1>Databasen går inte att nå</h1>")]
    [InlineData("/api/v1/releases/" + Next, "\"status\":503")]
    public async Task Answer_ThatOnlyTheStoreKnows_Is503AndSaysWhenToTryAgain(string path, string words)
    {
        await using var dashboard = await StartAsync(MemoryStore.Of(MadeUpRelease.Of(Next), MadeUpRelease.Of()));
        await GetAsync(dashboard, "/");
        dashboard.Store.Failure = Away;
        using var answer = await dashboard.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(StoreState.Pause, answer.Headers.RetryAfter!.Delta);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.True(path.StartsWith("/api", StringComparison.Ordinal) || page.Contains("09:00", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.ServiceUnavailable, "<h1>Databasen går inte att nå</h1>")]
    [InlineData("/nothing/here", HttpStatusCode.NotFound, "<h1>Sidan finns inte</h1>")]
    public async Task Page_BeforeAnyReleaseWasRead_SaysThatTheStoreIsAway(string path, HttpStatusCode expected, string words)
    {
        await using var dashboard = await StartAsync();
        dashboard.Store.Failure = Away;
        var (status, _, page) = await GetAsync(dashboard, path);
        Assert.Equal(expected, status);
        Assert.Contains(words, page, StringComparison.Ordinal);
    }

    /// <summary>The new release is known by its id, and the store goes away before it could be read.</summary>
    [Fact]
    public async Task Page_StoreGoesAwayBeforeTheNewReleaseIsRead_IsTheOneBefore()
    {
        await using var dashboard = await StartAsync();
        await GetAsync(dashboard, "/");
        dashboard.Store.Publish(MadeUpRelease.Of(Next));
        var questions = 0;
        dashboard.Store.Asked = () => dashboard.Store.Failure = ++questions > 1 ? Away : null;
        var (status, _, page) = await GetAsync(dashboard, "/");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(MadeUpRelease.Id, page, StringComparison.Ordinal);
        Assert.Contains("store-away", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_WithAName_IsReadFromMemoryAndKeepsWhatIsTyped()
    {
        await using var dashboard = await StartAsync();
        await dashboard.Store.Records.Meetings.SaveAsync("Forum", SessionJson.Write(new MeetingSession(MadeUpRelease.Id, [new PinnedView("/kommun/0680")])), time.GetUtcNow(), Cancellation);
        using var browser = dashboard.NewBrowser(out _, redirects: true);
        var path = $"/mote/talare?meeting=Forum&release={MadeUpRelease.Id}&lang=en";
        var html = await browser.GetStringAsync(path, Cancellation);
        var token = html.Split("name=\"form\" value=\"")[1].Split('"')[0];
        dashboard.Store.Failure = Away;
        Assert.Contains("store-away", (await GetAsync(dashboard, path, browser)).Page, StringComparison.Ordinal);

        Assert.Contains("Database not reachable since 09:00", (await GetAsync(dashboard, $"/mote/visa?meeting=Forum&release={MadeUpRelease.Id}&lang=en", browser)).Page, StringComparison.Ordinal);

        using var decision = await browser.PostAsync(path, new FormUrlEncodedContent(
            [KeyValuePair.Create("_handler", "beslut"), KeyValuePair.Create("form", token), KeyValuePair.Create("text", "Kvar i fältet"), KeyValuePair.Create("actor", "School"), KeyValuePair.Create("due", "2027-03-31"), KeyValuePair.Create("view", "")]), Cancellation);
        var page = await decision.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, StoreState.Pause), (decision.StatusCode, decision.Headers.RetryAfter!.Delta));
        Assert.All(["Kvar i fältet", "value=\"School\"", "2027-03-31", "The decision is not saved: the database cannot be reached."], x => Assert.Contains(x, page, StringComparison.Ordinal));
        Assert.Matches("""<option [^>]*selected[^>]*>The whole meeting""", page);

        using var note = await browser.PostAsync("/mote/andra", new FormUrlEncodedContent(
            [KeyValuePair.Create("do", "note"), KeyValuePair.Create("form", token), KeyValuePair.Create("meeting", "Forum"), KeyValuePair.Create("view", "/kommun/0680"), KeyValuePair.Create("note", "Ny"), KeyValuePair.Create("lang", "en")]), Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, note.StatusCode);
        Assert.Contains("<h1>The database cannot be reached</h1>", await note.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    /// <summary>A view elsewhere needs nothing of the meeting that its address carries.</summary>
    [Fact]
    public async Task Page_WithAMeetingThatCannotBeRead_IsShownWithoutIt()
    {
        await using var dashboard = await StartAsync();
        await GetAsync(dashboard, "/");
        dashboard.Store.Failure = Away;
        var (status, _, page) = await GetAsync(dashboard, "/kommun/0680?meeting=Forum");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Mötet går inte att läsa", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/utforska?lang=en", HttpStatusCode.OK, "Your saved views|your saved views cannot be read")]
    [InlineData("/skydd?lang=en", HttpStatusCode.OK, "What each rule hid cannot be told")]
    [InlineData("/handelser?lang=en", HttpStatusCode.ServiceUnavailable, "The database cannot be reached")]
    public async Task Page_OfTheOwner_IsShownAsFarAsItCanBe(string path, HttpStatusCode expected, string words)
    {
        await using var dashboard = await StartAsync(MemoryStore.Of(ProtectedRelease.Of()));
        using var owner = await dashboard.NewOwnerAsync();
        await GetAsync(dashboard, "/");
        dashboard.Store.Failure = Away;
        var (status, _, page) = await GetAsync(dashboard, path, owner);
        Assert.Equal(expected, status);
        Assert.Contains(words.Split('|')[^1], page, StringComparison.Ordinal);
        Assert.Contains("09:00", page, StringComparison.Ordinal);
        Assert.Equal(expected == HttpStatusCode.OK ? 2 : 1, page.Split("store-away").Length);
    }
}
