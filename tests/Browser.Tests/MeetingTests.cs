using Dashboard.Meeting;
using Dashboard.Tests.Examples;
using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

/// <summary>A meeting from the first pin to the file that is taken home.</summary>
public sealed class MeetingTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    /// <summary>Words of one language that a secretary looks for.</summary>
    public sealed record Words(string Language, string Pin, string Open, string Name, string Save, string Show, string Talk, string Text, string Actor, string Due, string SaveDecision, string Saved, string File, string ActorName);

    public static TheoryData<Words> Languages =>
    [
        new Words("sv", "Fäst i mötet", "Öppna mötet", "Mötets namn", "Spara", "Visa bilderna", "Talarens fönster", "Vad har beslutats?", "Vem ansvarar?", "Klart senast", "Spara beslutet", "Beslutet är sparat.", "Ladda ner mötet", "Skola"),
        new Words("en", "Pin for the meeting", "Open the meeting", "Name of the meeting", "Save", "Show the slides", "Presenter window", "What was decided?", "Who is responsible?", "Due", "Save the decision", "The decision is saved.", "Download the meeting", "School"),
    ];

    static string Two(string release = MadeUpRelease.Id) => SessionLink.Write(new MeetingSession(release, [new PinnedView("/kommun/0680?age=13-15", "Börja här."), new PinnedView("/kommun/0682"), new PinnedView("/kommun/0642")]))!;

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Secretary_RunsAMeetingByKeyboard_SavesTwoDecisionsAndTakesTheFileHome(Words words)
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280);
        var page = visit.Page;
        await page.GotoAsync($"/kommun/0680?age=13-15&lang={words.Language}");
        await page.GetByRole(AriaRole.Link, new() { Name = words.Pin }).PressAsync("Enter");
        await page.Locator(".neighbours a[rel=next]").PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = words.Pin }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = words.Open }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".meeting-views > li")).ToHaveCountAsync(2);
        var name = $"Länsforum {words.Language}";
        await page.GetByLabel(words.Name, new() { Exact = true }).PressSequentiallyAsync(name);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
        var talk = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = words.Talk }).First.PressAsync("Enter"));
        await Assertions.Expect(talk.Locator("#bild-1 h2")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = words.Show }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#bild-1")).ToBeVisibleAsync();
        // Scripts come after the page.
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#bild-2")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#bild-1")).ToBeHiddenAsync();
        await Assertions.Expect(talk.Locator("#bild-2 h2")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(page.Locator("#bild-2 h2")).ToBeHiddenAsync();
        await Assertions.Expect(talk.Locator("[data-blank]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(page.Locator("#bild-2 h2")).ToBeVisibleAsync();
        await talk.Locator("h1").ClickAsync();
        await talk.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator("#bild-1")).ToBeVisibleAsync();

        await DecideAsync(talk, words, "Se över rutinen", words.ActorName, 1);
        await DecideAsync(talk, words, "Bjud in Nässjö", "Samordnaren", 2);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await Assertions.Expect(page.Locator(".decision-table tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".decision-table")).ToContainTextAsync(words.ActorName);

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = words.File }).First.PressAsync("Enter"));
        var path = Path.Combine(Directory.CreateTempSubdirectory("lagesbild-mote-").FullName, "mote.html");
        await file.SaveAsAsync(path);
        await ReadAtHomeAsync(path, words.Language);
        Assert.Empty(visit.Complaints);
    }

    static async Task DecideAsync(IPage talk, Words words, string text, string actor, int count)
    {
        await talk.GetByLabel(words.Text).FillAsync(text);
        await talk.GetByLabel(words.Actor).FillAsync(actor);
        await talk.GetByLabel(words.Due, new() { Exact = true }).FillAsync("2027-03-31");
        await talk.GetByRole(AriaRole.Button, new() { Name = words.SaveDecision }).PressAsync("Enter");
        await Assertions.Expect(talk.Locator("[data-status]")).ToHaveTextAsync(words.Saved);
        await Assertions.Expect(talk.Locator(".decision-table tbody tr")).ToHaveCountAsync(count);
    }

    /// <summary>Opened from disk with no network at all.</summary>
    async Task ReadAtHomeAsync(string path, string language)
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { Offline = true, ViewportSize = new ViewportSize { Width = 1920, Height = 1080 } });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => complaints.AddRange(request.Url.StartsWith("file:", StringComparison.Ordinal) ? [] : [request.Url]);
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Assertions.Expect(page.Locator("#bild-1 .slide-picture svg")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#bild-2")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#bild-1")).ToBeHiddenAsync();
        Assert.Empty(await SmallAsync(page, "#bild-2"));
        await page.Locator("#bild-2 summary").ClickAsync();
        await Assertions.Expect(page.Locator("#bild-2 table")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(page.Locator("#bild-2 h2")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("b");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".decision-table tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".decision-table")).ToContainTextAsync("Bjud in Nässjö");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(page.Locator("#bild-1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".slide-table").First).ToBeHiddenAsync();
        var print = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(print, @"/Type\s*/Page\b"));
        Assert.Empty(complaints);
    }

    /// <summary>Every text on the wall, as large as it is seen: its own size times that of its picture.</summary>
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Show_OnAProjector_HasNoTextBelow28AndASentenceOf36AndCutsNothing(string language)
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1920);
        await visit.Page.SetViewportSizeAsync(1920, 1080);
        await visit.Page.GotoAsync($"/mote/visa?meeting={Two()}&lang={language}");
        for (var slide = 1; slide <= 3; slide++)
        {
            Assert.Empty(await SmallAsync(visit.Page, $"#bild-{slide}"));
            Assert.True(await visit.Page.EvalOnSelectorAsync<double>($"#bild-{slide} .slide-sentence", "x => parseFloat(getComputedStyle(x).fontSize)") >= 36);
            Assert.Equal((1920, 1080), (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await visit.Page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
            await visit.Page.Keyboard.PressAsync("ArrowRight");
        }

        Assert.Empty(visit.Complaints);
    }

    static async Task<string[]> SmallAsync(IPage page, string slide) => await page.EvaluateAsync<string[]>("""
        slide => {
          const small = [];
          const walk = document.createTreeWalker(document.querySelector(slide), NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const of = walk.currentNode.parentElement;
            if (walk.currentNode.textContent.trim() === '' || of.closest('title, details:not([open])') || !of.checkVisibility()) continue;
            const svg = of.closest('svg');
            const size = parseFloat(getComputedStyle(of).fontSize) * (svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1);
            if (size < 28) small.push(`${walk.currentNode.textContent.trim()} ${size}`);
          }
          return small;
        }
        """, slide);

    [Fact]
    public async Task Show_Keys_TurnToBothEndsAndLeaveTheRestAlone()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280);
        var page = visit.Page;
        await page.GotoAsync($"/mote/visa?meeting={Two()}&bild=2&lang=sv");
        await Assertions.Expect(page.Locator("#bild-2")).ToBeVisibleAsync();
        foreach (var (key, slide) in ((string, int)[])[("ArrowRight", 3), ("ArrowRight", 3), ("Home", 1), ("ArrowLeft", 1), ("PageDown", 2), ("End", 3), ("PageUp", 2), ("Alt+b", 2)])
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(page.Locator($"#bild-{slide}")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(".slide:visible")).ToHaveCountAsync(1);
        }

        await page.Keyboard.PressAsync("f");
        await page.WaitForFunctionAsync("document.fullscreenElement !== null");
        await page.Keyboard.PressAsync("f");
        await page.WaitForFunctionAsync("document.fullscreenElement === null");
        // Tab reaches every link of the slide and comes back out of it.
        await page.Locator("#bild-2 .slide-steps a").Last.FocusAsync();
        Assert.Equal("solid", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        await page.Keyboard.PressAsync("Tab");
        Assert.False(await page.EvaluateAsync<bool>("document.activeElement.closest('#bild-2') !== null"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Show_NetworkGone_TurnsPagesAndKeepsTheShowWhenLeft()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280);
        var page = visit.Page;
        await page.GotoAsync($"/mote/visa?meeting={Two()}&lang=sv");
        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#bild-2")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#lista")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-lost]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator("#bild-1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Decision_NetworkGone_StaysInItsFieldsAndSaysSo()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280);
        var page = visit.Page;
        await page.GotoAsync($"/mote?meeting={Two()}&lang=sv");
        await page.GetByLabel("Mötets namn", new() { Exact = true }).FillAsync("Utan nät");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Utan nät");
        await page.GotoAsync($"/mote/talare?meeting=Utan%20n%C3%A4t&lang=sv");
        await page.GetByLabel("Vad har beslutats?").FillAsync("Något viktigt");
        await page.GetByLabel("Vem ansvarar?").FillAsync("Polis");
        await page.GetByLabel("Klart senast").FillAsync("2027-01-15");
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara beslutet" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-status]")).ToContainTextAsync("inte sparat");
        await Assertions.Expect(page.GetByLabel("Vad har beslutats?")).ToHaveValueAsync("Något viktigt");
        await page.Context.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara beslutet" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".decision-table tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Clock_CountsOnlyOnceStartedAndIsReset()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280);
        var page = visit.Page;
        await page.Clock.InstallAsync(new ClockInstallOptions { TimeDate = new DateTime(2027, 3, 1, 8, 0, 0, DateTimeKind.Utc) });
        await page.GotoAsync($"/mote/talare?meeting={Two()}&lang=sv");
        await page.Clock.PauseAtAsync(new DateTime(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc));
        await page.Clock.RunForAsync(5000);
        await Assertions.Expect(page.Locator("[data-clock-all]")).ToHaveTextAsync("0:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Starta klockan" }).ClickAsync();
        await page.Clock.RunForAsync(65_000);
        await Assertions.Expect(page.Locator("[data-clock-all]")).ToHaveTextAsync("1:05");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Clock.RunForAsync(10_000);
        await Assertions.Expect(page.Locator("[data-clock-slide]")).ToHaveTextAsync("0:10");
        await Assertions.Expect(page.Locator("[data-clock-all]")).ToHaveTextAsync("1:15");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stoppa klockan" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Nollställ" }).ClickAsync();
        await page.Clock.RunForAsync(5000);
        await Assertions.Expect(page.Locator("[data-clock-all]")).ToHaveTextAsync("0:00");
    }

    [Fact]
    public async Task WithoutJavaScript_PinningNotesAndSlidesGoByLinksAndForms()
    {
        await using var visit = await Visit.OpenAsync(chromium.Browser, site.Full, 1280, script: false);
        var page = visit.Page;
        await page.GotoAsync("/kommun/0680?lang=en");
        await page.GetByRole(AriaRole.Link, new() { Name = "Pin for the meeting" }).ClickAsync();
        await page.Locator(".neighbours a[rel=next]").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Pin for the meeting" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the meeting" }).ClickAsync();
        await page.GetByText("Note for slide 2").ClickAsync();
        await page.Locator("#vy-2 textarea").FillAsync("Ask how they did it.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save note 2" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Move up") }).ClickAsync();
        await Assertions.Expect(page.Locator("#vy-1 textarea")).ToHaveValueAsync("Ask how they did it.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Show the slides" }).ClickAsync();
        await Assertions.Expect(page.Locator("#bild-1")).ToBeVisibleAsync();
        await page.Locator("#bild-1 a[rel=next]").ClickAsync();
        await Assertions.Expect(page.Locator("#bild-2")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#bild-1")).ToBeHiddenAsync();
        await page.Locator("#bild-2").GetByRole(AriaRole.Link, new() { Name = "All slides" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the meeting’s list" }).ClickAsync();
        await Assertions.Expect(page.Locator(".meeting-views > li")).ToHaveCountAsync(2);
        Assert.Empty(visit.Complaints);
    }
}
