using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Bunit;
using Dashboard.Tests.Examples;
using Dashboard.Trend;
using Dashboard.Views;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.Trend;

public sealed class TrendPageTests
{
    const string Offending = "/utveckling?indicator=out_self_reported_offending&age=13-15";

    static readonly int[] Years = [2021, 2022, 2023, 2024, 2025];

    static ReleaseDocument FiveYears => MadeUpRelease.Of(years: Years);

    static ScreenView View(PageContext context, string address) => context.Services.GetRequiredService<TrendScreen>().View(context.Viewed.Release!, ViewLink.Read(address)!)!;

    /// <summary>The release with a series of one municipality that rises beyond doubt.</summary>
    static ReleaseDocument Rising(string area) => Years.Aggregate(FiveYears, (release, year) => MadeUpRelease.With(
        release, new CellAddress("out_self_reported_offending", year, area, "13-15", Sex.T), new Cell.Shown(Estimate.Of(Totals.OfCounts(40 + (60 * (year - 2021)), 1000), Measure.Proportion))));

    [Theory]
    [InlineData("sv", "Självrapporterad brottslighet", "Alla, 13–15 år, 2021–2025. Jämfört med resten av länet.")]
    [InlineData("en", "Self-reported offending", "All, 13–15 years, 2021–2025. Compared with the rest of the county.")]
    public void Page_Head_SaysWhatIsFollowed(string language, string heading, string lead)
    {
        using var context = new PageContext(language, FiveYears);
        var page = context.At<TrendPage>(Offending);
        Assert.Equal(heading, Reading.Of(page.Find("h1")));
        Assert.Equal(lead, Reading.Of(page.Find(".lead")));
        Assert.Equal(2, page.FindAll(".chart-picture svg[role=img]").Count);
    }

    [Theory]
    [InlineData("sv", "")]
    [InlineData("en", "&pool=3")]
    [InlineData("sv", "&benchmark=county&sex=F")]
    public void View_TableRows_AreTheYearsOfThePicture(string language, string more)
    {
        using var context = new PageContext(language, FiveYears);
        var view = View(context, Offending + more);
        Assert.Empty(view.Ignored);
        var rows = view.Table.Rows.Where(x => !x.IsWhole).Select(x => (Area: x.Fields[0].Shown, Year: x.Fields[2].Shown[^4..])).ToArray();
        var points = view.Draw!(new ChartFrame(ChartFrame.PageWidth, view.Sentence)).Points;
        Assert.Equal(rows.Order(), points.Where(x => x.Year is not null).Select(x => (x.Area, x.Year!.Value.ToString(CultureInfo.InvariantCulture))).Order());
        Assert.Equal(13, points.Count(x => x.Year is null));
        Assert.All(view.Table.Rows, x => Assert.Equal(view.Table.Columns.Count, x.Fields.Count));
    }

    [Theory]
    [InlineData("sv", "Aneby har", "ökning (sämre) i Aneby", "säker ökning, sämre")]
    [InlineData("en", "In Aneby", "rise (worse) in Aneby", "certain rise, worse")]
    public void View_CertainRise_StandsInSentencePictureTableAndFile(string language, string series, string side, string tag)
    {
        using var context = new PageContext(language, Rising("0604"));
        var view = View(context, Offending);
        Assert.Contains(side, view.Sentence, StringComparison.Ordinal);
        var picture = view.Draw!(new ChartFrame(960, view.Sentence));
        Assert.Contains(tag, picture.Svg, StringComparison.Ordinal);
        Assert.Contains(series, picture.Points.First(x => x.Area == "0604").Label, StringComparison.Ordinal);
        Assert.All(view.Table.Rows.Where(x => x.Fields[0].Shown == "0604"), x => Assert.Equal("rising", x.Fields[^1].Raw));
    }

    [Fact]
    public void View_ThreeYearsTogether_AreTestedYearByYear()
    {
        using var context = new PageContext("sv", Rising("0604"));
        var view = View(context, Offending + "&pool=3");
        Assert.Equal(["2021–2023", "2022–2024", "2023–2025"], view.Table.Rows.Where(x => x.Fields[0].Shown == "0604").Select(x => x.Fields[2].Shown));
        Assert.All(view.Table.Rows.Where(x => x.Fields[0].Shown == "0604"), x => Assert.Equal("rising", x.Fields[^1].Raw));
    }

    [Theory]
    [MemberData(nameof(AllReasons))]
    public void Gap_HasTheSameWordsInPictureTableAndFile(string language, Reason reason)
    {
        using var context = new PageContext(language, MadeUpRelease.With(FiveYears, new CellAddress("out_self_reported_offending", 2023, "0604", "13-15", Sex.T), new Cell.Missing(reason, 301)));
        var (culture, view) = (CultureInfo.GetCultureInfo(language), View(context, Offending));
        var row = view.Table.Rows.Single(x => x.Fields[0].Shown == "0604" && x.Fields[2].Shown == "2023");
        Assert.Equal(ReasonText.Of(reason, culture), row.Fields[3].Shown);
        var picture = view.Draw!(new ChartFrame(960, view.Sentence));
        Assert.Contains($">{ReasonText.Glyph(reason)}<", picture.Svg, StringComparison.Ordinal);
        Assert.Contains($">{ReasonText.Of(reason, culture)}<", picture.Svg, StringComparison.Ordinal);
        Assert.Contains(ReasonText.Of(reason, culture), picture.Points.Single(x => x is { Area: "0604", Year: 2023 }).Label, StringComparison.Ordinal);
    }

    public static TheoryData<string, Reason> AllReasons => [.. from language in (string[])["sv", "en"] from reason in Enum.GetValues<Reason>() select (language, reason)];

    [Fact]
    public void View_SourceInsteadOfAnswers_BreaksTheSeries()
    {
        var release = FiveYears;
        release = release with { Cells = [.. release.Cells.Select(x => x.Address is { Indicator: "out_self_reported_offending", Year: >= 2024 } ? x with { Source = "Kolada" } : x)] };
        using var context = new PageContext("sv", release);
        var view = View(context, Offending);
        Assert.Equal(["2024"], view.Table.Rows.Where(x => x.Fields[0].Shown == "0604" && x.Fields[^2].Raw is not null).Select(x => x.Fields[2].Shown));
        Assert.Contains("Mäts på nytt sätt från 2024.", view.Draw!(new ChartFrame(960, "")).Points.First(x => x.Area == "0604").Label, StringComparison.Ordinal);
    }

    [Fact]
    public void View_TwoYears_SaysThatNothingCanBeTested()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        Assert.Equal("Ingen kommun har fem års värden, så ingen förändring kan prövas.", View(context, Offending).Sentence);
        Assert.Empty(context.At<TrendPage>(Offending).FindAll("a[href*='pool=3']"));
    }

    [Fact]
    public void Points_LeadToTheYearsComparisonAndToTheMunicipality()
    {
        using var context = new PageContext("sv", FiveYears);
        var view = View(context, Offending);
        var points = view.Draw!(new ChartFrame(960, "")).Points;
        Assert.Equal("/kommun/0604?age=13-15", view.Href(points.First(x => x.Area == "0604")));
        Assert.Equal("/jamfor?indicator=out_self_reported_offending&age=13-15&year=2022", view.Href(points.Single(x => x is { Area: "0604", Year: 2022 })));
    }

    [Fact]
    public void Page_CountyWithoutTiles_StandsByName()
    {
        var codebook = MadeUpCodebook.Of([.. MadeUpCodebook.Jonkoping.Select(x => x with { Tile = null })]);
        using var context = new PageContext("sv", MadeUpRelease.Of(codebook: codebook, years: Years));
        var page = context.At<TrendPage>(Offending);
        Assert.Contains("bokstavsordning", Reading.Of(page.Find(".reading-guide")), StringComparison.Ordinal);
        var heads = View(context, Offending).Draw!(new ChartFrame(960, "")).Points.Where(x => x.Year is null).Select(x => x.Label.Split(':')[0]).ToArray();
        Assert.Equal(heads.Order(StringComparer.Create(CultureInfo.GetCultureInfo("sv"), true)), heads);
    }

    [Fact]
    public void View_EveryIndicator_CanBeDrawn()
    {
        using var context = new PageContext("en", FiveYears);
        foreach (var indicator in MadeUpCodebook.Indicators)
        {
            var view = View(context, $"/utveckling?indicator={indicator.Id}&pool=3");
            Assert.NotEmpty(PngImage.Of(view.Draw!(new ChartFrame(ChartFrame.PhoneWidth, view.Sentence)), 1));
        }
    }
}
