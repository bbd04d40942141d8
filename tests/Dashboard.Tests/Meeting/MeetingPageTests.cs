using Bunit;
using Dashboard.Meeting;
using Dashboard.Municipalities;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Meeting;

public sealed class MeetingPageTests
{
    static readonly MeetingSession Two = new(MadeUpRelease.Id, [new PinnedView("/kommun/0680?age=13-15", "Börja här."), new PinnedView("/kommun/0682")]);

    static string Of(MeetingSession session) => $"?meeting={SessionLink.Write(session)}&release={session.Release}";

    [Theory]
    [InlineData("sv", "Inget är fäst än", "en kommuns profil")]
    [InlineData("en", "Nothing is pinned yet", "a municipality’s profile")]
    public void List_NothingPinned_SaysHowInOneSentenceWithALink(string language, string start, string link)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<MeetingPage>("/mote");
        var empty = page.Find(".meeting-empty");
        Assert.StartsWith(start, Reading.Of(empty), StringComparison.Ordinal);
        Assert.Equal(link, Reading.Of(empty.QuerySelector("a")!));
        Assert.StartsWith("/kommun/", empty.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".meeting-acts"));
    }

    [Theory]
    [InlineData("sv", "Visa bilderna", "Flytta ner: Kommunprofil Jönköping", "2 fästa vyer")]
    [InlineData("en", "Show the slides", "Move down: Municipality profile Jönköping", "2 pinned views")]
    public void List_InTheAddress_HasTitleSentenceNoteAndLinksThatChangeIt(string language, string show, string down, string lead)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<MeetingPage>("/mote" + Of(Two));
        Assert.StartsWith(lead, Reading.Of(page.Find(".lead")), StringComparison.Ordinal);
        Assert.Equal(show, Reading.Of(page.Find(".meeting-acts a")));
        Assert.Equal(2, page.FindAll(".meeting-view h3 a").Count);
        Assert.Equal("Börja här.", page.Find("textarea").TextContent);
        Assert.All(page.FindAll(".meeting-view p"), x => Assert.NotEmpty(Reading.Of(x)));
        var link = page.FindAll(".meeting-moves a").Single(x => x.GetAttribute("aria-label")!.StartsWith(down, StringComparison.Ordinal));
        var moved = SessionLink.Read(Navigation.ViewQueryOf(link).Meeting!).Session!;
        Assert.Equal(["/kommun/0682", "/kommun/0680?age=13-15"], moved.Views.Select(x => x.Address));
        Assert.Equal("get", page.FindAll("form").First(x => x.QuerySelector("textarea") is not null).GetAttribute("method"));
    }

    [Theory]
    [InlineData("sv", "/nope", "Sidan /nope är ingen vy")]
    [InlineData("sv", "//evil.example/kommun/0680", "ingen adress i Lägesbild")]
    [InlineData("en", "/kommun/9999", "The release has no view /kommun/9999")]
    [InlineData("en", "/kommun/0680?sex=nope", "does not know what the view asks for: sex = nope")]
    public void List_AddressThatIsNoView_IsRefusedWithItsReason(string language, string address, string reason)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var session = Two.Pin(address);
        var page = context.At<MeetingPage>("/mote" + Of(session));
        Assert.Contains(reason, Reading.Of(page.Find(".is-refused")), StringComparison.Ordinal);
        Assert.Equal(2, context.At<ShowPage>("/mote/visa" + Of(session)).FindAll(".slide").Count);
    }

    [Theory]
    [InlineData("sv", "~1xyz", "går inte att läsa")]
    [InlineData("en", "~9xyz", "later version")]
    [InlineData("en", "no such name", "There is no saved meeting of that name")]
    public void List_DamagedOrUnknown_SaysSoPlainly(string language, string meeting, string words)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<MeetingPage>($"/mote?meeting={Uri.EscapeDataString(meeting)}");
        Assert.Contains(words, Reading.Of(page.Find(".notice")), StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".meeting-empty"));
        Assert.NotEmpty(context.At<ShowPage>($"/mote/visa?meeting={Uri.EscapeDataString(meeting)}").FindAll(".no-show"));
    }

    [Fact]
    public void List_OfAReleaseThatIsNotHere_ShowsNoFiguresOfAnother()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var page = context.At<MeetingPage>("/mote" + Of(Two with { Release = "fedcba9876543210" }));
        Assert.Contains("inte finns här", Reading.Of(page.Find(".notice")), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".meeting-views li, .meeting-empty"));
    }

    [Theory]
    [InlineData("sv", "Fäst i mötet", "Fäst i mötet som bild 1")]
    [InlineData("en", "Pin for the meeting", "Pinned for the meeting as slide 1")]
    public void Pin_WithoutAMeeting_StartsOneByALinkThatFreezesTheRelease(string language, string pin, string pinned)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var link = context.At<MunicipalityPage>("/kommun/0680?age=13-15", x => x.Add(y => y.Code, "0680")).Find(".pin a");
        Assert.Equal($"+ {pin}", Reading.Of(link));
        var query = Navigation.ViewQueryOf(link);
        Assert.Equal((MadeUpRelease.Id, "13-15"), (query.Release, query.Age));
        Assert.Equal(["/kommun/0680?age=13-15"], SessionLink.Read(query.Meeting!).Session!.Views.Select(x => x.Address));
        var page = context.At<MunicipalityPage>(link.GetAttribute("href")!, x => x.Add(y => y.Code, "0680"));
        Assert.Equal($"✓ {pinned}", Reading.Of(page.Find(".pinned")));
        Assert.All(page.FindAll("main a, nav a").Where(x => x.GetAttribute("href")!.StartsWith('/')), x => Assert.Contains("meeting=~1", x.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "Mötet hålls på utgåva fedcba9876543210")]
    [InlineData("en", "The meeting is held on release fedcba9876543210")]
    public void Pin_OnAnotherRelease_LeadsToTheMeetingsRelease(string language, string words)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var link = context.At<MunicipalityPage>("/kommun/0680" + Of(Two with { Release = "fedcba9876543210" }).Replace("release=fedcba9876543210", "", StringComparison.Ordinal), x => x.Add(y => y.Code, "0680")).Find(".pin a");
        Assert.StartsWith(words, Reading.Of(link), StringComparison.Ordinal);
        Assert.Equal("fedcba9876543210", Navigation.ViewQueryOf(link).Release);
    }

    [Theory]
    [InlineData("sv", "1 av 2", "Nästa bild")]
    [InlineData("en", "1 of 2", "Next slide")]
    public void Show_EverySlide_HasTitleSentenceChartSourceReleaseAndNumber(string language, string number, string next)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<ShowPage>("/mote/visa" + Of(Two));
        var slides = page.FindAll(".slide");
        Assert.Equal(2, slides.Count);
        Assert.All(slides, slide =>
        {
            Assert.NotEmpty(Reading.Of(slide.QuerySelector("h2")!));
            Assert.NotEmpty(Reading.Of(slide.QuerySelector(".slide-sentence")!));
            Assert.NotNull(slide.QuerySelector(".slide-picture svg"));
            Assert.Contains(MadeUpRelease.Id, Reading.Of(slide.QuerySelector(".slide-foot p")!), StringComparison.Ordinal);
            Assert.NotNull(slide.QuerySelector(".slide-label"));
        });
        Assert.Equal(number, Reading.Of(page.Find(".slide-number")));
        Assert.Equal(next, page.Find(".slide-steps a[rel=next]").GetAttribute("aria-label"));
        Assert.EndsWith("#bild-2", page.Find(".slide-steps a[rel=next]").GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Börja här", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "Ge mötet ett namn först", "Börja här.")]
    [InlineData("en", "Name the meeting first", "Börja här.")]
    public void Presenter_InTheAddress_HasNotesAndOffersToNameTheMeeting(string language, string name, string note)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<PresenterPage>("/mote/talare" + Of(Two));
        Assert.Equal(name, Reading.Of(page.Find(".decide a")));
        Assert.Empty(page.FindAll(".decide form"));
        Assert.Equal(note, Reading.Of(page.Find(".talk-note")));
        Assert.All(page.FindAll("[role=timer]"), x => Assert.Equal("off", x.GetAttribute("aria-live")));
    }

    [Theory]
    [InlineData("sv", "Spara beslutet", "Skola")]
    [InlineData("en", "Save the decision", "School")]
    public async Task Presenter_Named_HasTheFormWithTheCataloguesActors(string language, string save, string actor)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        await context.Meetings.NameAsync("Forum", Two, CancellationToken.None);
        var page = context.At<PresenterPage>($"/mote/talare?meeting=Forum&release={MadeUpRelease.Id}");
        Assert.Equal(save, Reading.Of(page.Find(".decide form [type=submit]")));
        Assert.Equal(3, page.FindAll("#beslut-view option").Count);
        Assert.Contains(page.FindAll("#aktorer option"), x => x.GetAttribute("value") == actor);
        Assert.Equal(["Forum"], context.At<MeetingPage>("/mote").FindAll(".meeting-names a").Select(Reading.Of));
    }
}
