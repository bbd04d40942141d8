using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Bunit;
using Dashboard.Overview;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Overview;

public sealed class OverviewPageTests
{
    const string Offending = "/?indicator=out_self_reported_offending&age=13-15&year=2025";

    static readonly CellAddress Aneby = new("out_self_reported_offending", 2025, "0604", "13-15", Sex.T);

    public static TheoryData<string, Reason> Reasons => [.. from language in (string[])["sv", "en"] from reason in Enum.GetValues<Reason>() select (language, reason)];

    [Theory]
    [InlineData("sv", "Självrapporterad brottslighet")]
    [InlineData("en", "Self-reported offending")]
    public void Overview_ChosenIndicator_IsTheHeading(string language, string heading)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        Assert.Equal(heading, Reading.Of(context.At<OverviewPage>(Offending).Find("h1")));
    }

    [Theory]
    [InlineData("sv", "out_self_reported_offending", "Mäts bara i åldrarna 13–18 år.")]
    [InlineData("en", "sch_afterschool_6_9", "Measured at ages 6–9 only.")]
    public void Overview_TotalOfAnIndicatorForSomeAges_SaysWhich(string language, string indicator, string words)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        Assert.Contains(words, Reading.Of(context.At<OverviewPage>($"/?age=0-18&indicator={indicator}").Find(".lead")), StringComparison.Ordinal);
        Assert.Empty(context.At<OverviewPage>($"/?age=13-15&indicator={indicator}").FindAll(".lead strong"));
        Assert.Empty(context.At<OverviewPage>("/?age=0-18&indicator=fam_concern_reports").FindAll(".lead strong"));
    }

    [Fact]
    public void Overview_EveryMunicipality_HasATileWithALinkThatKeepsTheChoices()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var links = context.At<OverviewPage>(Offending).FindAll(".tiles a").Select(x => x.GetAttribute("href")).ToHashSet();
        Assert.Equal([.. MadeUpCodebook.Jonkoping.Select(x => $"/kommun/{x.Code}?indicator=out_self_reported_offending&age=13-15&year=2025")], links);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Overview_MissingValue_ReadsAsItsReasonOnTileAndInTable(string language, Reason reason)
    {
        using var context = new PageContext(language, MadeUpRelease.With(MadeUpRelease.Of(), Aneby, new Cell.Missing(reason, 301)));
        var page = context.At<OverviewPage>(Offending);
        var culture = CultureInfo.GetCultureInfo(language);
        var words = ReasonText.Of(reason, culture);
        var tile = page.Find(".tiles a[href*='0604']");
        Assert.Equal($"Aneby: {ReasonText.Glyph(reason)} {ReasonText.Short(reason, culture)}", Reading.Of(tile));
        Assert.Contains("is-missing", tile.ClassName, StringComparison.Ordinal);
        var row = page.FindAll("tbody tr").Single(x => x.TextContent.Contains("Aneby", StringComparison.Ordinal));
        Assert.Equal(["Aneby", $"{ReasonText.Glyph(reason)}{words}", "–", "– / 301", "–", $"{ReasonText.Glyph(reason)} {words}"], row.Children.Select(Reading.Of));
    }

    [Fact]
    public void Overview_TrueZero_IsAValue()
    {
        var zero = new Estimate(0, new Analytics.Statistics.Interval(0, 0.012), 0, 301, EstimateMethod.Wilson);
        using var context = new PageContext("sv", MadeUpRelease.With(MadeUpRelease.Of(), Aneby, new Cell.Shown(zero)));
        Assert.Equal("Aneby: 0,0 %, ▲ bättre", Reading.Of(context.At<OverviewPage>(Offending).Find(".tiles a[href*='0604']")));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Overview_TableTwin_SaysWhatTheTilesSay(string language)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<OverviewPage>(Offending);
        var tiles = page.FindAll(".tiles a").ToDictionary(x => Reading.Of(x.QuerySelector(".tile-name")!), x => Reading.Of(x.QuerySelector(".tile-word")!));
        var rows = page.FindAll(".data-table tbody tr").ToDictionary(x => Reading.Of(x.Children[0]), x => x);
        Assert.Equal(13, rows.Count);
        Assert.All(rows, row => Assert.EndsWith(tiles[row.Key], Reading.Of(row.Value.Children[^1]), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Overview_Table_IsByNameAndHasNoRank(string language)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<OverviewPage>(Offending);
        var names = page.FindAll(".data-table tbody th").Select(Reading.Of).ToArray();
        Assert.Equal(names.Order(StringComparer.Create(CultureInfo.GetCultureInfo("sv"), false)), names);
        Assert.All(page.Nodes, x => Assert.DoesNotMatch(@"(?i)\brank|\brang|\bplace \d|\bplats \d|\b\d+(st|nd|rd|th|:a|:e)\b", x.TextContent));
    }

    [Fact]
    public void Overview_Verdicts_HaveColourSignAndWord()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var page = context.At<OverviewPage>(Offending);
        var seen = page.FindAll(".tiles a").Where(x => !x.ClassName!.Contains("is-missing", StringComparison.Ordinal)).ToArray();
        Assert.All(seen, tile => Assert.Contains((tile.ClassName!.Split(' ')[1], Reading.Of(tile.QuerySelector(".tile-word")!)), ((string, string)[])
            [("is-better", "▲ bättre"), ("is-similar", "■ ingen säker skillnad"), ("is-worse", "▼ sämre"), ("is-uncompared", "○ jämförs inte")]));
        Assert.Contains(seen, x => x.ClassName!.Contains("is-worse", StringComparison.Ordinal));
        Assert.Contains(seen, x => x.ClassName!.Contains("is-better", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Overview_IndicatorWithoutJudgement_IsNeverBetterOrWorse(string language)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<OverviewPage>("/?indicator=fam_concern_reports");
        Assert.NotEmpty(page.FindAll(".tile.is-higher"));
        Assert.Empty(page.FindAll(".is-better, .is-worse"));
        Assert.DoesNotMatch("(?i)bättre|sämre|better|worse", Reading.Of(page.Find(".overview")));
    }

    [Theory]
    [InlineData("sv", "Säkert skilda från resten av länet: ", "Säkrast skillnad: I ", "Inget värde visas för 1 av 13 kommuner: skyddat värde (1). Av 12 jämförelser väntas ungefär 0,7 se säkra ut av en slump.")]
    [InlineData("en", "Certainly different from the rest of the county: ", "Most certain difference: In ", "No value is shown for 1 of 13 municipalities: protected value (1). Of 12 comparisons about 0.7 are expected to look certain by chance.")]
    public void Overview_Standouts_AreThreeSentences(string language, string first, string second, string third)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var sentences = context.At<OverviewPage>(Offending).FindAll(".overview-side .sentences li").Select(Reading.Of).ToArray();
        Assert.Equal(3, sentences.Length);
        Assert.StartsWith(first, sentences[0], StringComparison.Ordinal);
        Assert.StartsWith(second, sentences[1], StringComparison.Ordinal);
        Assert.Equal(third, sentences[2]);
    }

    [Theory]
    [InlineData("sch_trust_adults", "Värdena saknar osäkerhet eller jämförelsevärde, så det går inte att säga vilka skillnader som är säkra.")]
    [InlineData("ind_drugs_y9", "Ingen kommun har ett värde med dessa val.")]
    public void Overview_NothingCompared_DoesNotSpeakOfUncertainty(string indicator, string sentence)
    {
        var document = MadeUpRelease.Of();
        document = document with { Cells = [.. document.Cells.Select(x => x.Cell is Cell.Shown shown ? x with { Cell = new Cell.Shown(shown.Estimate with { Interval = null }) } : x)] };
        using var context = new PageContext("sv", document);
        var sentences = context.At<OverviewPage>($"/?age=13-15&indicator={indicator}").FindAll(".overview-side .sentences li").Select(Reading.Of).ToArray();
        Assert.Equal(("Ingen kommun kan jämföras med resten av länet här.", sentence), (sentences[0], sentences[1]));
        Assert.DoesNotContain("slump", sentences[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("indicator=nope&age=99-100&sex=Q&year=1850&county=77", "indicator = nope")]
    [InlineData("sex=t", "sex = t")]
    [InlineData("year=2025.0", "year = 2025.0")]
    public void Overview_UnknownChoices_FallBackWithANotice(string query, string named)
    {
        using var context = new PageContext("en", MadeUpRelease.Of());
        var page = context.At<OverviewPage>("/?" + query);
        Assert.Contains(named, Reading.Of(page.Find(".notice")), StringComparison.Ordinal);
        Assert.Equal(13, page.FindAll(".tiles a").Count);
    }

    [Fact]
    public void Overview_HostileTexts_AreEncoded()
    {
        const string Hostile = "<script>alert(1)</script>\"'&";
        var codebook = MadeUpCodebook.Of(
            [.. MadeUpCodebook.Jonkoping.Select(x => x.Code == "0604" ? x with { Name = Hostile } : x)],
            [.. MadeUpCodebook.Indicators.Select(x => x with { NameSv = Hostile, NameEn = Hostile, DefinitionSv = Hostile, DefinitionEn = Hostile, NoteSv = Hostile, NoteEn = Hostile, Source = Hostile })]);
        using var context = new PageContext("sv", MadeUpRelease.Of(codebook: codebook));
        var page = context.At<OverviewPage>(Offending + "&release=%3Cscript%3E");
        Assert.Empty(page.FindAll("script"));
        Assert.Equal(Hostile, page.Find("h1").TextContent);
    }

    [Fact]
    public void Overview_SeveralCountiesWithoutTiles_AreListedByNameWithAChooser()
    {
        Municipality[] stockholm = [new("0180", "Stockholm", null, null, null, []), new("0114", "Upplands Väsby", null, null, null, []), new("0188", "Norrtälje", null, null, null, [])];
        using var context = new PageContext("sv", MadeUpRelease.Of(codebook: MadeUpCodebook.Of([.. stockholm, .. MadeUpCodebook.Jonkoping])));
        var start = context.At<OverviewPage>("/");
        Assert.Contains("Jönköpings län", Reading.Of(start.Find(".eyebrow")), StringComparison.Ordinal);
        Assert.Contains(start.FindAll(".counties a"), x => x.GetAttribute("href") == "/?county=01");
        var other = context.At<OverviewPage>("/?county=01");
        Assert.Equal(["Norrtälje", "Stockholm", "Upplands Väsby"], other.FindAll(".tiles-listed .tile-name").Select(Reading.Of));
    }

    [Theory]
    [InlineData("sv", "Ingen utgåva ännu")]
    [InlineData("en", "No release yet")]
    public void Overview_NoRelease_SaysWhatToDo(string language, string heading)
    {
        using var context = new PageContext(language, null);
        var page = context.At<OverviewPage>("/");
        Assert.Equal(heading, Reading.Of(page.Find("h1")));
        Assert.Contains("publish RELEASE", page.Markup, StringComparison.Ordinal);
    }
}
