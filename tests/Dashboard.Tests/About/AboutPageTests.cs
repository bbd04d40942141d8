using Analytics.Catalogue;
using Analytics.Estimation;
using Bunit;
using Dashboard.About;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.About;

public sealed class AboutPageTests
{
    [Theory]
    [InlineData("sv", "Om och metod")]
    [InlineData("en", "About and method")]
    public void About_EveryIndicator_IsDefinedInBothLanguagesAtItsId(string language, string heading)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<AboutPage>("/om");
        Assert.Equal(heading, Reading.Of(page.Find("h1")));
        Assert.All(MadeUpCodebook.Indicators, indicator =>
        {
            var text = Reading.Of(page.Find($"#{indicator.Id}"));
            Assert.Contains(indicator.NameSv, text, StringComparison.Ordinal);
            Assert.Contains(indicator.NameEn, text, StringComparison.Ordinal);
            var (shown, other) = language == "sv" ? (indicator.DefinitionSv, indicator.DefinitionEn) : (indicator.DefinitionEn, indicator.DefinitionSv);
            Assert.Contains(shown, text, StringComparison.Ordinal);
            Assert.DoesNotContain(other, text, StringComparison.Ordinal);
            Assert.Contains(language == "sv" ? indicator.NoteSv : indicator.NoteEn, text, StringComparison.Ordinal);
            Assert.Contains(indicator.Source, text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void About_Release_SaysWhatItIsMadeOf(string language)
    {
        var release = MadeUpRelease.Of();
        using var context = new PageContext(language, release);
        var text = Reading.Of(context.At<AboutPage>("/om").Find("section:has(#utgavan)"));
        Assert.Contains(release.Manifest.Id, text, StringComparison.Ordinal);
        Assert.Contains("2026-11-23", text, StringComparison.Ordinal);
        Assert.Contains(language == "sv" ? "additivitet, opublicerat kön" : "additivity, unpublished sex", text, StringComparison.Ordinal);
        Assert.Contains(language == "sv" ? "Inte prövat i denna version: små grupper, an attack of tomorrow." : "Not tried in this version: small group, an attack of tomorrow.", text, StringComparison.Ordinal);
        Assert.All(release.Manifest.Inputs, x => Assert.Contains(x.Sha256, text, StringComparison.Ordinal));
        Assert.All(release.Manifest.Methods, x => Assert.Contains($"{x.Key} {x.Value}", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "värden avrundas", "ett antal från 1 till 4 blir 0 eller 5", "Inget antal är litet, och alla summor stämmer.", "visas inte")]
    [InlineData("en", "rounded", "a count from 1 to 4 becomes 0 or 5", "No count is small, and all sums hold.", "not shown")]
    public void About_RoundedRelease_SaysHowItIsProtected(string language, string mode, string how, string audit, string suppression)
    {
        using var context = new PageContext(language, MadeUpRelease.Rounded(MadeUpRelease.Of()));
        var page = context.At<AboutPage>("/om");
        var (facts, protection) = (Reading.Of(page.Find("section:has(#utgavan)")), Reading.Of(page.Find("section:has(#skydd)")));
        Assert.Contains(mode, facts, StringComparison.Ordinal);
        Assert.Contains(audit, facts, StringComparison.Ordinal);
        Assert.Contains(how, protection, StringComparison.Ordinal);
        Assert.DoesNotContain(suppression, facts + protection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void About_Signs_ExplainEveryReasonAndVerdict(string language)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var rows = context.At<AboutPage>("/om").FindAll("section:has(#tecken) tbody tr");
        Assert.Equal(Enum.GetValues<Reason>().Length + Enum.GetValues<Verdict>().Length + 1, rows.Count);
        Assert.All(rows, row => Assert.All(row.Children, x => Assert.NotEmpty(Reading.Of(x))));
        Assert.All(ReasonCode.All, code => Assert.Contains(rows, row => row.TextContent.Contains(code, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("sv", "Tillgänglighet")]
    [InlineData("en", "Accessibility")]
    public void About_NoRelease_StillTellsAboutMethodAndAccessibility(string language, string heading)
    {
        using var context = new PageContext(language, null);
        Assert.Equal(heading, Reading.Of(context.At<AboutPage>("/om").Find("#tillganglighet")));
    }

    [Fact]
    public void About_Contents_LeadToPlacesThatExist()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var page = context.At<AboutPage>("/om");
        Assert.All(page.FindAll(".contents a"), x => Assert.NotEmpty(page.FindAll(x.GetAttribute("href")!)));
    }
}
