using AngleSharp.Dom;
using Bunit;
using Dashboard.Explore;
using Dashboard.Releases;
using Dashboard.Tests.Examples;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.Explore;

public sealed class ExploreBoardTests
{
    static PageContext Context(string language = "sv") => new(language, MadeUpRelease.Of(years: [2023, 2024, 2025]), analyst: true);

    static IRenderedComponent<ExploreBoard> Board(PageContext context, string query, bool connected = true) =>
        context.At<ExploreBoard>("/utforska" + query, x => x.Add(y => y.Release, MadeUpRelease.Id).Add(y => y.Owner, "local"), connected);

    static string Address(PageContext context) => new Uri(context.Services.GetRequiredService<NavigationManager>().Uri).PathAndQuery;

    static string Said(IRenderedComponent<ExploreBoard> board) => Reading.Of(board.Find(".explore-status"));

    static IElement Box(IRenderedComponent<ExploreBoard> board, string name, string value) => board.Find($"input[name={name}][value=\"{value}\"]");

    [Fact]
    public void Open_WithoutChoices_ShowsAllMunicipalitiesOfOneIndicator()
    {
        using var context = Context();
        var board = Board(context, "");
        Assert.Equal(13, board.FindAll(".explore-table tbody tr:not(.group-head)").Count);
        Assert.Equal("/utforska", Address(context));
        Assert.Contains("Alla kommuner", Reading.Of(board.Find(".chips")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "13 värden", "26 värden", "Flickor", "Pojkar")]
    [InlineData("en", "13 values", "26 values", "Girls", "Boys")]
    public void Choose_Sexes_ShowsThemAtOnceAsChipsRowsAndAddress(string language, string one, string two, string girls, string boys)
    {
        using var context = Context(language);
        var board = Board(context, "?indicator=com_leisure&age=13-15&area=0604&area=0617&area=0643&area=0662&area=0665&area=0680&area=0682&area=0683&area=0685&area=0686&area=0687&area=06&area=0604");
        Box(board, "sex", "F").Change(true);
        Box(board, "sex", "M").Change(true);
        Assert.EndsWith("&sex=F&sex=M", Address(context), StringComparison.Ordinal);
        Assert.Equal([girls, boys], board.FindAll(".chip").Select(x => x.ChildNodes[1].TextContent.Trim()).TakeLast(2));
        Assert.StartsWith(two.Replace("26", "24", StringComparison.Ordinal), Said(board), StringComparison.Ordinal);
        Box(board, "sex", "M").Change(false);
        Assert.StartsWith(one.Replace("13", "12", StringComparison.Ordinal), Said(board), StringComparison.Ordinal);
    }

    [Fact]
    public void Chip_Removed_LeavesTheRestAndMovesTheFocusToTheNext()
    {
        using var context = Context();
        var board = Board(context, "?indicator=com_leisure&year=2024&year=2025");
        board.FindAll(".chip")[1].Click();
        Assert.Equal("/utforska?indicator=com_leisure&year=2025", Address(context));
        Assert.Equal(2, board.FindAll(".chip").Count);
        context.JSInterop.VerifyFocusAsyncInvoke();
        board.Find(".chip-clear").Click();
        Assert.Equal("/utforska", Address(context));
        Assert.Empty(board.FindAll(".chip"));
        context.JSInterop.VerifyFocusAsyncInvoke(calledTimes: 2);
    }

    [Fact]
    public void Search_NarrowsTheListAndAllInADomainChoosesIt()
    {
        using var context = Context();
        var board = Board(context, "?lang=sv");
        board.Find("#sok").Input("SKOLA vuxna");
        Assert.Equal("sch_trust_adults", Assert.Single(board.FindAll("input[name=indicator]")).GetAttribute("value"));
        Assert.Equal("1 av 11 indikatorer", Reading.Of(board.Find("#traffar")));
        board.Find("#sok").Input("finns inte");
        Assert.Empty(board.FindAll("input[name=indicator]"));
        board.Find("#sok").Input("");
        board.FindAll(".check-lists .link-button")[1].Click();
        Assert.Equal("/utforska?indicator=fam_low_economic_standard&indicator=fam_concern_reports&lang=sv", Address(context));
        board.FindAll(".check-lists .link-button")[1].Click();
        Assert.Equal("/utforska?lang=sv", Address(context));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Table_Rows_AreThePointsOfThePicture(string language)
    {
        using var context = Context(language);
        var board = Board(context, "?indicator=com_leisure&indicator=fam_concern_reports&age=13-15&area=0680&area=0642&area=0682&sort=-value");
        var rows = board.FindAll(".explore-table tbody tr:not(.group-head)").Select(x => Reading.Of(x.QuerySelector("th")!)).ToArray();
        var points = board.FindAll(".chart-wide .chart-points > *").Select(x => x.GetAttribute("aria-label")!).ToArray();
        Assert.Equal(rows.Length, points.Length);
        Assert.All(rows.Zip(points), x => Assert.Contains(x.First, x.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void Sort_ByValue_KeepsIndicatorsTogetherAndGapsLast()
    {
        using var context = Context();
        var board = Board(context, "?indicator=com_leisure&indicator=fam_concern_reports&age=13-15&sort=-value");
        Assert.Equal(2, board.FindAll(".group-head").Count);
        var rows = board.FindAll(".explore-table tbody")[1].QuerySelectorAll("tr:not(.group-head)");
        Assert.Equal("Mullsjö", Reading.Of(rows[^1].QuerySelector("th")!));
        var values = rows.SkipLast(1).Select(x => double.Parse(Reading.Of(x.QuerySelector("td strong")!).Split('\u00A0')[0].Split(' ')[0].Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(values.OrderDescending(), values);
    }

    [Fact]
    public void Gap_SaysWhyAndLeadsTheAnalystToTheRule()
    {
        using var context = Context();
        var board = Board(context, "?indicator=com_leisure&area=0642&year=2024&age=13-15");
        Assert.Equal("0 värden, 1 skyddat", Said(board));
        var why = board.Find(".why");
        Assert.Contains("skyddat värde", Reading.Of(why), StringComparison.Ordinal);
        Assert.Contains("skulle kunna peka ut någon", Reading.Of(why), StringComparison.Ordinal);
        Assert.Contains(why.QuerySelectorAll("a"), x => x.GetAttribute("href") == "/skydd?county=06&indicator=com_leisure&year=2024#tabell");
        Assert.Contains(why.QuerySelectorAll("a"), x => x.GetAttribute("href") == "/om#com_leisure");
    }

    [Fact]
    public void Gap_OfAnAgeNotAskedAbout_NamesTheAgesThatAre()
    {
        using var context = Context("en");
        var board = Board(context, "?indicator=fam_parent_talk&area=0680&age=0-5");
        Assert.Contains("is measured at 10–12, 13–15 years", Reading.Of(board.Find(".why")), StringComparison.Ordinal);
        Assert.DoesNotContain("/skydd", board.Find(".why").InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Pair_OfDifferentPeople_ShowsTheDifferenceWithIntervalAndVerdict()
    {
        using var context = Context();
        var board = Board(context, "?indicator=com_leisure&age=13-15&sex=F&area=0680&area=0682");
        board.Find("select[name=b-sex]").Change("M");
        Assert.EndsWith("&b-sex=M", Address(context), StringComparison.Ordinal);
        Assert.Contains("A: flickor", Reading.Of(board.Find(".explore-table thead")), StringComparison.Ordinal);
        Assert.Contains("B: pojkar", Reading.Of(board.Find(".explore-table thead")), StringComparison.Ordinal);
        var row = Reading.Of(board.FindAll(".explore-table tbody tr:not(.group-head)")[0]);
        Assert.Matches(@"procentenheter[−\d,]+ (till|–)?", row);
        Assert.Contains("ingen säker skillnad", row, StringComparison.Ordinal);
        Assert.Contains("Av 2 jämförelser väntas 0,0 flaggas", Reading.Of(board.Find(".explore-result .quiet")), StringComparison.Ordinal);
    }

    [Fact]
    public void Pair_OfPeopleWithinOthers_StandsSideBySideWithoutClaim()
    {
        using var context = Context("en");
        var board = Board(context, "?indicator=com_leisure&age=13-15&sex=F&area=0680&b-sex=T");
        var row = Reading.Of(board.Find(".explore-table tbody tr:not(.group-head)"));
        Assert.Contains("One selection is part of the other", row, StringComparison.Ordinal);
        Assert.Empty(board.FindAll(".explore-table .verdict"));
        board.Find("select[name=b-sex]").Change("F");
        Assert.Contains("The two selections are the same", Reading.Of(board.Find(".chart-sentence")), StringComparison.Ordinal);
        board.Find("select[name=b-sex]").Change("");
        Assert.EndsWith("&sex=F", Address(context), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_UnknownAndTooMuch_IsSaid()
    {
        using var context = Context();
        var board = Board(context, "?indicator=nope&area=9999&year=1999&b-sex=Z&sort=up&level=7");
        var notice = Reading.Of(board.Find(".notice"));
        Assert.All((string[])["indicator = nope", "area = 9999", "year = 1999", "b-sex = Z", "sort = up", "level = 7"], x => Assert.Contains(x, notice, StringComparison.Ordinal));
        var all = string.Join("", MadeUpCodebook.Indicators.Select(x => $"&indicator={x.Id}"));
        var much = Board(context, $"?year=2023&year=2024&year=2025&sex=F&sex=M&sex=T&age=0-5&age=6-9&age=10-12&age=13-15&age=16-18&age=0-18{all}");
        Assert.Contains("Urvalet har 7\u00A0722 värden. De första 3\u00A0000 visas", much.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal(60, much.FindAll(".pages a").Count);
    }

    [Fact]
    public async Task Save_OpenAndForget_KeepAViewUnderItsName()
    {
        using var context = Context();
        var board = Board(context, "?indicator=com_leisure&sex=F&lang=sv");
        await board.Find("#vynamn").ChangeAsync(new ChangeEventArgs { Value = "  Fritid, flickor " });
        await board.Find(".save-form").SubmitAsync();
        board.WaitForAssertion(() => Assert.Equal("Fritid, flickor", Reading.Of(board.Find(".saved a"))));
        Assert.Equal("/utforska?indicator=com_leisure&sex=F", Assert.Single(await context.Store.Records.Views.OfAsync("local", Xunit.TestContext.Current.CancellationToken)).Address);
        await board.Find(".chip-clear").ClickAsync();
        await board.Find(".saved a").ClickAsync();
        Assert.Equal("/utforska?indicator=com_leisure&sex=F&lang=sv", Address(context));
        await board.Find(".saved .link-button").ClickAsync();
        board.WaitForAssertion(() => Assert.Empty(board.FindAll(".saved")));
        await board.Find(".save-form").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains("Skriv ett namn", Reading.Of(board.Find(".explore-saved")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publish_WhileOpen_SaysSoAndKeepsShowingTheOpenedRelease()
    {
        using var context = Context();
        var board = Board(context, "?indicator=com_leisure");
        var before = board.Find(".explore-table").TextContent;
        context.Store.Publish(MadeUpRelease.Of("fedcba9876543210"));
        await context.Services.GetRequiredService<ReleaseWatch>().LookAsync();
        board.WaitForAssertion(() => Assert.Contains("En ny utgåva har publicerats", Reading.Of(board.Find(".notice")), StringComparison.Ordinal));
        Assert.Equal(before, board.Find(".explore-table").TextContent);
        Assert.Equal($"/utforska?indicator=com_leisure&release={MadeUpRelease.Id}", Address(context));
        Assert.Equal("/utforska?indicator=com_leisure", board.Find(".notice a").GetAttribute("href"));
    }

    [Fact]
    public async Task Store_GoesAwayAndComesBackWhileOpen_IsSaidAndWhatIsTypedStays()
    {
        using var context = Context();
        context.Services.AddSingleton<TimeProvider>(context.Clock);
        var board = Board(context, "?indicator=com_leisure&lang=sv");
        var watch = context.Services.GetRequiredService<ReleaseWatch>();
        Assert.Empty(board.FindAll(".store-away"));
        context.Store.Failure = new IOException();
        await watch.LookAsync();
        board.WaitForAssertion(() => Assert.Contains("Databasen har inte gått att nå sedan 09:00.", Reading.Of(board.Find(".store-away")), StringComparison.Ordinal));
        await board.Find("#vynamn").ChangeAsync(new ChangeEventArgs { Value = "Fritid" });
        await board.Find(".save-form").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains("Det du har skrivit står kvar.", Reading.Of(board.Find(".explore-saved")), StringComparison.Ordinal));
        Assert.Equal("Fritid", board.Find("#vynamn").GetAttribute("value"));

        context.Store.Failure = null;
        context.Clock.Pass(StoreState.Pause);
        await watch.LookAsync();
        board.WaitForAssertion(() => Assert.Empty(board.FindAll(".store-away")));
        await board.Find(".save-form").SubmitAsync();
        board.WaitForAssertion(() => Assert.Equal("Fritid", Reading.Of(board.Find(".saved a"))));
    }

    [Fact]
    public void Address_Changed_IsFollowed()
    {
        using var context = Context();
        var board = Board(context, "?indicator=com_leisure&sex=F");
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/utforska?indicator=com_leisure&sex=M");
        board.WaitForAssertion(() => Assert.True(Box(board, "sex", "M").HasAttribute("checked")));
    }

    [Fact]
    public void Page_BeforeItIsConnected_IsAFormWithLinks()
    {
        using var context = Context();
        var board = Board(context, "?indicator=com_leisure&sex=F&release=abc", connected: false);
        Assert.Equal(("get", "/utforska"), (board.Find("form").GetAttribute("method"), board.Find("form").GetAttribute("action")));
        Assert.Contains(board.FindAll("form input[type=hidden]"), x => x.GetAttribute("name") == "release");
        Assert.Equal("/utforska?indicator=com_leisure&release=abc", board.FindAll(".chip")[1].GetAttribute("href"));
        Assert.Empty(board.FindAll("#sok, .link-button, [data-live]"));
    }
}
