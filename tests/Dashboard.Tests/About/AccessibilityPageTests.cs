using Bunit;
using Dashboard.About;
using Dashboard.Layout;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.About;

public sealed class AccessibilityPageTests
{
    [Theory]
    [InlineData("sv", "Hur tillgänglig är tjänsten?|Kända brister|Så har tjänsten testats|Rapportera brister|Tillsyn")]
    [InlineData("en", "How accessible is the service?|Known shortcomings|How the service has been tested|Report shortcomings|Supervisory authority")]
    public void Statement_HasThePartsTheActAsksFor(string language, string headings)
    {
        using var context = new PageContext(language, null);
        var page = context.At<AccessibilityPage>("/tillganglighet");
        Assert.Equal(headings.Split('|'), page.FindAll("h2").Select(Reading.Of));
        Assert.Contains("DIGG", Reading.Of(page.Find("#tillsyn").ParentElement!), StringComparison.Ordinal);
    }

    [Fact]
    public void Statement_Contact_IsWhatTheServiceSetsOrSaysThatThereIsNone()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        Assert.Contains("har inte angett någon kontakt", Reading.Of(context.At<AccessibilityPage>("/tillganglighet").Find("section:has(#rapportera)")), StringComparison.Ordinal);
        context.Settings[AccessibilityPage.ContactSetting] = "analys@lansstyrelsen.example";
        Assert.Contains("Kontakt: analys@lansstyrelsen.example", Reading.Of(context.At<AccessibilityPage>("/tillganglighet").Find("section:has(#rapportera)")), StringComparison.Ordinal);
    }

    [Fact]
    public void Footer_LeadsToTheStatement()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        Assert.NotNull(context.At<MainLayout>("/?lang=sv").Find("footer a[href='/tillganglighet?lang=sv']"));
    }
}
