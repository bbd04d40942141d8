using AngleSharp.Dom;
using Bunit;
using Dashboard.Layout;
using Dashboard.Protection;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Protection;

public sealed class ProtectionPageTests
{
    const string Address = "/skydd?indicator=sch_bullied&year=2025";

    [Theory]
    [InlineData("sv", "Bara för analytiker.", "● Få fall", "1–4 fall, eller händelser från så få personer.")]
    [InlineData("en", "For analysts only.", "● Few cases", "1–4 cases, or events of so few people.")]
    public void Page_OfARecordedRelease_SaysForWhomItIsAndSumsUpPerRule(string language, string notice, string rule, string meaning)
    {
        using var context = new PageContext(language, ProtectedRelease.Of(), analyst: true);
        var page = context.At<ProtectionPage>(Address);

        Assert.Contains(notice, Reading.Of(page.Find(".notice")), StringComparison.Ordinal);
        var rows = page.FindAll("section[aria-labelledby=summering] tbody tr");
        Assert.Equal(2, rows.Count);
        Assert.Equal(rule, Reading.Of(rows[0].Children[0]));
        Assert.Equal("2", Reading.Of(rows[0].Children[1]));
        Assert.Equal(meaning, Reading.Of(rows[0].Children[4]));
    }

    /// <summary>Of two cells the sum would tell nearly everything.</summary>
    [Fact]
    public void Page_SumOfFewCells_IsNotShown()
    {
        using var context = new PageContext("sv", ProtectedRelease.Of(), analyst: true);
        var rows = context.At<ProtectionPage>(Address).FindAll("section[aria-labelledby=summering] tbody tr");

        Assert.Equal(["visas inte", "36"], rows.Select(x => Reading.Of(x.Children[3])));
    }

    [Theory]
    [InlineData("sv", "Cellerna som skyddar andra kostar 36 räknat i antal. Med samma garantier går det inte att komma under 33, så avståndet till det minsta möjliga är högst 11,8 %.")]
    [InlineData("en", "The cells that protect others cost 36 counted in counts. With the same guarantees nothing below 33 is possible, so the distance to the least is at most 11.8%.")]
    public void Page_Gap_IsOneSentence(string language, string sentence)
    {
        using var context = new PageContext(language, ProtectedRelease.Of(), analyst: true);
        Assert.Equal(sentence, Reading.Of(context.At<ProtectionPage>(Address).Find(".gap-sentence")));
    }

    [Theory]
    [InlineData(0.0, null, "Först baser, sedan fall: inget annat urval med samma garantier skulle dölja mindre i något av stegen.")]
    [InlineData(null, null, "Hur nära det minsta möjliga urvalet ligger går inte att säga: ingen undre gräns är känd.")]
    [InlineData(0.05, null, "Cellerna som skyddar andra kostar högst 5,0 % mer än det minsta möjliga.")]
    public void Page_GapOfOtherKinds_IsSaidInWords(double? gap, double? bound, string sentence)
    {
        var release = ProtectedRelease.Of();
        using var context = new PageContext("sv", release with { Protection = [release.Protection[0] with { Gap = gap, Cost = null, LowerBound = bound }] }, analyst: true);
        Assert.Equal(sentence, Reading.Of(context.At<ProtectionPage>(Address).Find(".gap-sentence")));
    }

    [Fact]
    public void Table_WithheldCell_HasRuleWhatItProtectsAndWhatIsLeft()
    {
        using var context = new PageContext("sv", ProtectedRelease.Of(), analyst: true);
        var page = context.At<ProtectionPage>(Address);

        Assert.Equal("● fall kvar för en läsare: 1–11 / 40", Reading.Of(At(page, "Aneby", 0)));
        Assert.Equal("▧ skyddar annat kön kvar för en läsare: 1–11 / 40", Reading.Of(At(page, "Aneby", 1)));
        Assert.Equal("12 / 80", Reading.Of(At(page, "Aneby", 2)));
        Assert.Equal("▧ skyddar Aneby, flickor kvar för en läsare: 1–11 / 40", Reading.Of(At(page, "Gnosjö", 1)));
        Assert.Equal("156 / 1 040", Reading.Of(At(page, "Jönköpings län", 2)).Replace('\u00A0', ' '));
        Assert.Equal(["13–15 år", "0–18 år"], page.FindAll(".protection-table .band").Select(x => Reading.Of(x)));
        Assert.Equal(["● fall Få fall", "▧ skyddar … Skyddar andra"], page.FindAll(".rule-legend li").Select(x => Reading.Of(x)));
    }

    [Fact]
    public void Table_CountThatCanBeComputed_IsMarkedAndSaidAbove()
    {
        using var context = new PageContext("sv", ProtectedRelease.Of(alone: true), analyst: true);
        var page = context.At<ProtectionPage>(Address);

        Assert.EndsWith("⚠ kan räknas ut: 6 / 40", Reading.Of(At(page, "Aneby", 0)), StringComparison.Ordinal);
        Assert.Contains(page.FindAll(".notice"), x => Reading.Of(x).Contains("Minst ett dolt antal går att räkna ut", StringComparison.Ordinal));
    }

    [Fact]
    public void Page_OfAnOldRelease_SaysThatTheRulesAreNotKnownAndStillShowsWhatIsLeft()
    {
        using var context = new PageContext("en", ProtectedRelease.Of(recorded: false), analyst: true);
        var page = context.At<ProtectionPage>(Address);

        Assert.Contains("built before the program kept the rules", Reading.Of(page.Find("section[aria-labelledby=summering]")), StringComparison.Ordinal);
        Assert.Equal("▢ withheld left for a reader: 1–11 / 40", Reading.Of(At(page, "Aneby", 0)));
        Assert.Empty(page.FindAll("a[download]"));
    }

    [Fact]
    public void Page_WithNothingWithheld_SaysSo()
    {
        using var context = new PageContext("sv", ProtectedRelease.Of(hidden: false), analyst: true);
        var page = context.At<ProtectionPage>(Address);

        Assert.Contains("Ingenting döljs", Reading.Of(page.Find("section[aria-labelledby=summering]")), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".rule-legend"));
    }

    [Fact]
    public void Page_OfFiguresThatContradictEachOther_SaysSoInsteadOfRanges()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of(), analyst: true);
        var page = context.At<ProtectionPage>("/skydd?indicator=peer_delinquent&year=2025");

        Assert.Contains(page.FindAll(".notice"), x => Reading.Of(x).Contains("motsäger varandra", StringComparison.Ordinal));
        Assert.Contains("? /", Reading.Of(At(page, "Mullsjö", 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Form_KeepsToItsAddress()
    {
        using var context = new PageContext("sv", ProtectedRelease.Of(), analyst: true);
        var page = context.At<ProtectionPage>(Address + "&lang=sv");

        Assert.Equal("/skydd", page.Find("form").GetAttribute("action"));
        Assert.Equal("/skydd.csv?indicator=sch_bullied&year=2025&lang=sv", page.Find("a[download]").GetAttribute("href"));
        Assert.Contains("whatif --input DIR", Reading.Of(page.Find("pre")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Layout_LinkToTheProtection_StandsForTheAnalystOnly(bool analyst, int links)
    {
        using var context = new PageContext("sv", ProtectedRelease.Of(), analyst: analyst);
        Assert.Equal(links, context.At<MainLayout>("/").FindAll("a[href='/skydd']").Count);
    }

    /// <summary>The cell of an area, counted from the left.</summary>
    static IElement At(IRenderedComponent<ProtectionPage> page, string area, int column) =>
        page.FindAll(".protection-table tbody tr").Single(x => Reading.Of(x.Children[0]) == area).Children[column + 1];
}
