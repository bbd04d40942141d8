using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Meeting;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Meeting;

/// <summary>Meetings over HTTP: what is kept where, forms, the file.</summary>
public sealed partial class MeetingServingTests
{
    static readonly MeetingSession Two = new(MadeUpRelease.Id, [new PinnedView("/kommun/0680?age=13-15", "Hemlig anteckning"), new PinnedView("/kommun/0682")]);

    static string Link => SessionLink.Write(Two)!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Task<RunningDashboard> StartAsync() => RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of("fedcba9876543210"), MadeUpRelease.Of()));

    /// <summary>A browser that keeps cookies and follows redirects.</summary>
    static HttpClient Browser(RunningDashboard dashboard) => new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = dashboard.Address };

    static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, string to, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(page, Cancellation);
        var token = Token.Match(html).Groups["token"].Value;
        return await browser.PostAsync(to, new FormUrlEncodedContent([KeyValuePair.Create("form", token), .. fields.Select(x => KeyValuePair.Create(x.Name, x.Value))]), Cancellation);
    }

    static async Task<HttpClient> NamedAsync(RunningDashboard dashboard, string name = "Länsforum")
    {
        var browser = Browser(dashboard);
        using var answer = await SendAsync(browser, $"/mote?meeting={Link}", "/mote/andra", ("do", "name"), ("meeting", Link), ("name", name));
        Assert.Contains($"<h1", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        return browser;
    }

    [Fact]
    public async Task Page_OfAMeeting_LeadsToItsReleaseEvenWhenANewerOneIsPublished()
    {
        await using var dashboard = await StartAsync();
        dashboard.Store.Publish(MadeUpRelease.Of("aaaabbbbccccdddd"));
        using var answer = await dashboard.Client.GetAsync($"/mote/visa?meeting={Link}&bild=2&lang=en", Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/mote/visa?meeting={Link}&bild=2&lang=en&release={MadeUpRelease.Id}", answer.Headers.Location!.ToString());
        var show = await dashboard.Client.GetStringAsync(answer.Headers.Location, Cancellation);
        Assert.Contains(MadeUpRelease.Id, show, StringComparison.Ordinal);
        Assert.DoesNotContain("aaaabbbbccccdddd", show, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/mote?meeting=~1xyz", HttpStatusCode.OK)]
    [InlineData("/mote/visa?meeting=~1xyz", HttpStatusCode.OK)]
    [InlineData("/mote/talare?meeting=nope", HttpStatusCode.OK)]
    [InlineData("/mote/mote.html?meeting=~1xyz", HttpStatusCode.NotFound)]
    [InlineData("/kommun/0680?meeting=~1xyz", HttpStatusCode.OK)]
    [InlineData("/mote/andra?meeting=~1xyz&view=/&note=x", HttpStatusCode.SeeOther)]
    public async Task Get_DamagedMeeting_IsNeverAnError(string path, HttpStatusCode status)
    {
        await using var dashboard = await StartAsync();
        using var answer = await dashboard.Client.GetAsync(path, Cancellation);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Page_WithAMeetingInTheAddress_IsKeptAndOneInTheStoreIsNot()
    {
        await using var dashboard = await StartAsync();
        using var browser = await NamedAsync(dashboard);
        using var inAddress = await dashboard.Client.GetAsync($"/kommun/0680?meeting={Link}&release={MadeUpRelease.Id}", Cancellation);
        using var named = await dashboard.Client.GetAsync("/kommun/0680?meeting=L%C3%A4nsforum", Cancellation);
        Assert.NotNull(inAddress.Headers.ETag);
        Assert.Null(named.Headers.ETag);
        Assert.Contains("no-cache", named.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"form\"", await inAddress.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_TakenOrNone_ChangesNothing()
    {
        await using var dashboard = await StartAsync();
        using var browser = await NamedAsync(dashboard);
        var other = SessionLink.Write(new MeetingSession(MadeUpRelease.Id, [new PinnedView("/kommun/0642")]))!;
        using var taken = await SendAsync(browser, $"/mote?meeting={other}", "/mote/andra", ("do", "name"), ("meeting", other), ("name", "Länsforum"), ("lang", "en"));
        Assert.Contains("Another meeting has that name", await taken.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var none = await SendAsync(browser, $"/mote?meeting={other}", "/mote/andra", ("do", "name"), ("meeting", other), ("name", "~1"));
        Assert.Contains("A name has at most 60", await none.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(SessionJson.Write(Two), await dashboard.Store.Records.Meetings.FindAsync("Länsforum", Cancellation));
    }

    [Fact]
    public async Task Change_OfANamedMeeting_PinsMovesNotesAndRemoves()
    {
        await using var dashboard = await StartAsync();
        using var browser = await NamedAsync(dashboard);
        async Task<MeetingSession> AfterAsync(string act, string view, string note = "")
        {
            using var answer = await SendAsync(browser, "/mote?meeting=L%C3%A4nsforum", "/mote/andra", ("do", act), ("meeting", "Länsforum"), ("view", view), ("note", note), ("back", view));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return SessionJson.Read((await dashboard.Store.Records.Meetings.FindAsync("Länsforum", Cancellation))!).Session!;
        }

        Assert.Equal(3, (await AfterAsync("pin", "/kommun/0642")).Views.Count);
        Assert.Equal(3, (await AfterAsync("pin", "/nope")).Views.Count);
        Assert.Equal(3, (await AfterAsync("pin", "//evil.example/")).Views.Count);
        Assert.Equal(1, (await AfterAsync("up", "/kommun/0642")).IndexOf("/kommun/0642"));
        Assert.Equal("Nytt", (await AfterAsync("note", "/kommun/0642", "Nytt")).Views[1].Note);
        Assert.Equal(2, (await AfterAsync("remove", "/kommun/0642")).Views.Count);
    }

    [Fact]
    public async Task Change_WithoutTheFormsToken_ChangesNothingAndSaysSo()
    {
        await using var dashboard = await StartAsync();
        using var browser = await NamedAsync(dashboard);
        using var forged = await browser.PostAsync("/mote/andra", new FormUrlEncodedContent([KeyValuePair.Create("do", "remove"), KeyValuePair.Create("meeting", "Länsforum"), KeyValuePair.Create("view", "/kommun/0682")]), Cancellation);
        Assert.Contains("Inget ändrades", await forged.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var decision = await browser.PostAsync($"/mote/talare?meeting=L%C3%A4nsforum&release={MadeUpRelease.Id}", new FormUrlEncodedContent([KeyValuePair.Create("_handler", "beslut"), KeyValuePair.Create("text", "Kvar i fältet"), KeyValuePair.Create("actor", "a"), KeyValuePair.Create("due", "2027-01-01")]), Cancellation);
        var page = await decision.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, decision.StatusCode);
        Assert.Contains("Kvar i fältet", page, StringComparison.Ordinal);
        Assert.Contains("formuläret var för gammalt", page, StringComparison.Ordinal);
        Assert.Equal(SessionJson.Write(Two), await dashboard.Store.Records.Meetings.FindAsync("Länsforum", Cancellation));
        Assert.Empty(await dashboard.Store.Records.Meetings.DecisionsAsync("Länsforum", Cancellation));
    }

    [Theory]
    [InlineData("sv", "Skriv vad som har beslutats.", "Ange vem som ansvarar.", "Datumet ligger före")]
    [InlineData("en", "Write what was decided.", "Say who is responsible.", "The date is before")]
    public async Task Decision_WithFaults_KeepsTheFieldsAndSaysWhatIsWrong(string language, params string[] words)
    {
        await using var dashboard = await StartAsync();
        using var browser = await NamedAsync(dashboard);
        var path = $"/mote/talare?meeting=L%C3%A4nsforum&release={MadeUpRelease.Id}&lang={language}";
        using var answer = await SendAsync(browser, path, path, ("_handler", "beslut"), ("text", " "), ("actor", ""), ("due", "2020-01-01"), ("view", "/kommun/0682"));
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.All(words, x => Assert.Contains(x, page, StringComparison.Ordinal));
        Assert.Contains("2020-01-01", page, StringComparison.Ordinal);
        Assert.Empty(await dashboard.Store.Records.Meetings.DecisionsAsync("Länsforum", Cancellation));
    }

    [Fact]
    public async Task Decision_Whole_IsSavedAgainstReleaseAndViewAndNamesTheActorInBothLanguages()
    {
        await using var dashboard = await StartAsync();
        using var browser = await NamedAsync(dashboard);
        var path = $"/mote/talare?meeting=L%C3%A4nsforum&release={MadeUpRelease.Id}";
        using var answer = await SendAsync(browser, path, path, ("_handler", "beslut"), ("text", "Se över <b>rutinen</b>"), ("actor", "Skola"), ("due", "2027-03-31"), ("view", "/kommun/0682"));
        Assert.Contains("Beslutet är sparat.", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var kept = Assert.Single(await dashboard.Store.Records.Meetings.DecisionsAsync("Länsforum", Cancellation));
        Assert.Equal(MadeUpRelease.Id, kept.Release);
        Assert.Equal(("/kommun/0682", "school", "2027-03-31"), Decision.Read(kept.Release, kept.Content) is { } x ? (x.View, x.Actor, x.Due) : default);
        var english = await browser.GetStringAsync("/mote?meeting=L%C3%A4nsforum&lang=en", Cancellation);
        Assert.Contains("School", english, StringComparison.Ordinal);
        Assert.Contains("Se över &lt;b&gt;rutinen&lt;/b&gt;", english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task File_SameMeetingAndRelease_HasTheSameBytesAndNothingFromElsewhere(string language)
    {
        await using var dashboard = await StartAsync();
        await using var another = await StartAsync();
        var path = $"/mote/mote.html?meeting={Link}&release={MadeUpRelease.Id}&lang={language}";
        using var answer = await dashboard.Client.GetAsync(path, Cancellation);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var file = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(file, await another.Client.GetStringAsync(path, Cancellation));
        Assert.DoesNotMatch(@"(?i)\s(src|srcset|action|data)=|href=""(?!#)|@import|url\(|https?://(?!www\.w3\.org/2000/svg)", file);
        Assert.Contains($"lang=\"{language}\"", file, StringComparison.Ordinal);
        Assert.Contains(MadeUpRelease.Id, file, StringComparison.Ordinal);
        Assert.Equal(2, Section().Count(file));
        Assert.Equal(2, file.Split("<table ").Length - 1);
        Assert.DoesNotContain("Hemlig anteckning", file, StringComparison.Ordinal);
        Assert.Contains("Hemlig anteckning", await dashboard.Client.GetStringAsync(path + "&notes=1", Cancellation), StringComparison.Ordinal);
    }

    /// <summary>A script and a style sheet that are not this program's own are refused by the file itself.</summary>
    [Fact]
    public async Task File_Policy_NamesItsOwnStyleAndScriptByDigest()
    {
        await using var dashboard = await StartAsync();
        var file = await dashboard.Client.GetStringAsync($"/mote/mote.html?meeting={Link}&release={MadeUpRelease.Id}", Cancellation);
        var style = file[(file.IndexOf("<style>", StringComparison.Ordinal) + 7)..file.IndexOf("</style>", StringComparison.Ordinal)];
        var script = file[(file.IndexOf("<script type=\"module\">", StringComparison.Ordinal) + 22)..file.LastIndexOf("</script>", StringComparison.Ordinal)];
        var policy = WebUtility.HtmlDecode(file);
        Assert.Contains($"style-src '{MeetingDownload.Digest(style)}'; script-src '{MeetingDownload.Digest(script)}'", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_OnlyThePresentersWindowMayConnect()
    {
        await using var dashboard = await StartAsync();
        async Task<string> PolicyAsync(string path)
        {
            using var answer = await dashboard.Client.GetAsync(path, Cancellation);
            return answer.Headers.GetValues("Content-Security-Policy").Single();
        }

        Assert.EndsWith("; connect-src 'self'", await PolicyAsync("/mote/talare"), StringComparison.Ordinal);
        Assert.All([await PolicyAsync("/mote"), await PolicyAsync("/mote/visa"), await PolicyAsync("/kommun/0680")], x => Assert.DoesNotContain("connect-src", x, StringComparison.Ordinal));
    }

    [GeneratedRegex("""name="form" value="(?<token>[^"]+)""")]
    static partial Regex Token { get; }

    [GeneratedRegex("""<section class="slide[ "]""")]
    private static partial Regex Section();
}
