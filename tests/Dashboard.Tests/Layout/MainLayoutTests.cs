using Bunit;
using Dashboard.Access;
using Dashboard.Layout;
using Dashboard.Tests.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.Layout;

public sealed class MainLayoutTests
{
    [Theory]
    [InlineData("sv", "påhittade")]
    [InlineData("en", "made up")]
    public void Layout_DemonstrationData_SaysSo(string language, string words)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        Assert.Contains(words, Reading.Of(context.At<MainLayout>("/").Find(".demonstration")), StringComparison.Ordinal);
    }

    [Fact]
    public void Layout_RealData_HasNoDemonstrationBanner()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of(demonstration: false));
        Assert.Empty(context.At<MainLayout>("/").FindAll(".demonstration"));
    }

    [Theory]
    [InlineData("sv", "Antalen är avrundade till skydd för enskilda: små tal visas som 0 eller 5.")]
    [InlineData("en", "Counts are rounded to protect individuals: small numbers are shown as 0 or 5.")]
    public void Layout_RoundedCounts_SaysSoOnEveryPage(string language, string words)
    {
        using var context = new PageContext(language, MadeUpRelease.Rounded(MadeUpRelease.Of()));
        Assert.All(["/", "/om", "/kommun/0680"], path => Assert.Equal(words, Reading.Of(context.At<MainLayout>(path).Find("main .rounded-counts"))));
    }

    [Fact]
    public void Layout_SuppressedCounts_SayNothingOfRounding()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        Assert.Empty(context.At<MainLayout>("/").FindAll(".rounded-counts"));
    }

    [Fact]
    public void Layout_LanguageLinks_KeepPageAndChoices()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        Assert.Equal(
            ["/kommun/0680?age=13-15&lang=sv", "/kommun/0680?age=13-15&lang=en"],
            context.At<MainLayout>("/kommun/0680?age=13-15&unknown=1").FindAll(".languages a").Select(x => x.GetAttribute("href")));
    }

    [Fact]
    public void Layout_EarlierRelease_SaysThatThereIsANewerOne()
    {
        using var context = new PageContext("en", MadeUpRelease.Of(), latest: false);
        var notice = context.At<MainLayout>($"/om?release={MadeUpRelease.Id}&age=6-9").Find(".notice");
        Assert.Contains("There is a newer one", Reading.Of(notice), StringComparison.Ordinal);
        Assert.Equal("/om?age=6-9", notice.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Layout_Footer_NamesSourceTermsAndRelease()
    {
        var release = MadeUpRelease.Of();
        using var context = new PageContext("sv", release);
        var text = Reading.Of(context.At<MainLayout>("/").Find("footer"));
        Assert.All([release.Manifest.Id, release.Manifest.Description.Source, release.Manifest.Description.Licence], x => Assert.Contains(x, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AccessRole.None, "")]
    [InlineData(AccessRole.Viewer, "")]
    [InlineData(AccessRole.Analyst, "/skydd")]
    [InlineData(AccessRole.Administrator, "/skydd /handelser")]
    public void Layout_OfTheSignedIn_LinksToWhatTheirRoleMaySee(object role, string links)
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        context.Services.AddSingleton(new CurrentReader { Reader = new Reader((AccessRole)role, "00ff") });
        var page = context.At<MainLayout>("/");

        Assert.Equal(links, string.Join(' ', page.FindAll(".site-nav a").Select(x => x.GetAttribute("href")).Where(x => x is "/skydd" or "/handelser")));
        Assert.Equal(("post", "/logga-ut", "Logga ut"), (page.Find(".sign-out").GetAttribute("method"), page.Find(".sign-out").GetAttribute("action"), Reading.Of(page.Find(".sign-out button"))));
    }

    [Theory]
    [InlineData(SignInWay.Nowhere, "/", 0)]
    [InlineData(SignInWay.PrintedLink, "/", 0)]
    [InlineData(SignInWay.Provider, "/", 1)]
    [InlineData(SignInWay.Provider, "/logga-in", 0)]
    public void Layout_OfStrangers_LeadsToSignInWhereThereIsAProvider(object way, string path, int links)
    {
        using var context = new PageContext("en", MadeUpRelease.Of());
        context.Services.AddSingleton(new AccessOptions { Way = (SignInWay)way });
        var page = context.At<MainLayout>(path);

        Assert.Equal(links, page.FindAll("a[href='/logga-in']").Count);
        Assert.Empty(page.FindAll("form.sign-out"));
    }
}
