using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Bunit;
using Dashboard.Matrix;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Tests.Examples;
using Dashboard.Views;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.Matrix;

public sealed class MatrixPageTests
{
    static ScreenView View(PageContext context, string query = "") =>
        context.Services.GetRequiredService<MatrixScreen>().View(context.Viewed.Release!, new ViewLink("/lansmatris", ViewQuery.Read("?" + query)))!;

    static ChartPicture Draw(ScreenView view, int width = ChartFrame.PageWidth, int? most = null) => view.Draw!(new ChartFrame(width, view.Sentence) { MostHeight = most });

    static ChartPoint[] Cells(ScreenView view) => [.. Draw(view).Points.Where(x => x.Area.Length > 0 && x.Indicator.Length > 0)];

    static string? Field(ScreenView view, ViewRow row, string id) => row.Fields[view.Table.Columns.ToList().FindIndex(x => x.Id == id)].Raw?.ToString();

    [Theory]
    [InlineData("sv", "Länsmatris", "Riskfaktorer")]
    [InlineData("en", "County matrix", "Risk factors")]
    public void Page_OfACounty_HasHeadSentencePictureAndTable(string language, string title, string block)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<MatrixPage>("/lansmatris?age=13-15");
        Assert.Equal(title, Reading.Of(page.Find("h1")));
        Assert.NotEmpty(Reading.Of(page.Find(".chart-sentence")));
        Assert.Contains(page.FindAll(".chart-picture svg text"), x => x.TextContent == block);
        Assert.Equal(MadeUpCodebook.Indicators.Count * 13, page.FindAll(".table-twin tbody tr:not(.group-head)").Count);
        Assert.DoesNotContain("style=", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".notice"));
    }

    /// <summary>Counted here from the release itself: compared, differing, and what chance gives.</summary>
    [Theory]
    [InlineData("sv", "I 13 kommuner och {0} faktorer skiljer sig {1} av {2} värden säkert från resten av länet; flest i ", "Slumpen ensam väntas ge {0}.")]
    [InlineData("en", "In 13 municipalities and {0} factors, {1} of {2} values differ with certainty from the rest of the county; most in ", "Chance alone is expected to give {0}.")]
    public void Sentence_CountsWhatDiffersAndWhatChanceGives(string language, string start, string chance)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var release = context.Viewed.Release!;
        var benchmark = new Benchmark(BenchmarkKind.RestOfCounty);
        var compared = (from indicator in release.Indicators
                        from municipality in release.MunicipalitiesOf("06")
                        let address = new CellAddress(indicator.Id, 2025, municipality.Code, "13-15", Sex.T)
                        let comparison = release.Comparisons.Of(address, benchmark, FlagLevel.Overview)
                        where comparison is not null
                        select (Indicator: indicator.Id, municipality.Name, Differs: comparison.Verdict != Verdict.Similar, Chance: FalseFlags.Chance(FlagLevel.Overview, benchmark, comparison.Against))).ToArray();
        var most = compared.GroupBy(x => x.Name).Select(x => (x.Key, Count: x.Count(y => y.Differs))).MaxBy(x => x.Count);
        var sentence = View(context, "age=13-15").Sentence;
        Assert.StartsWith(string.Format(CultureInfo.InvariantCulture, start, compared.Select(x => x.Indicator).Distinct().Count(), compared.Count(x => x.Differs), compared.Length), sentence, StringComparison.Ordinal);
        Assert.Contains(most.Key, sentence, StringComparison.Ordinal);
        Assert.Contains(string.Format(CultureInfo.InvariantCulture, chance, compared.Sum(x => x.Chance).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', language == "sv" ? ',' : '.')), sentence, StringComparison.Ordinal);
        Assert.Contains(string.Format(CultureInfo.InvariantCulture, chance, compared.Sum(x => x.Chance).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', language == "sv" ? ',' : '.')), Draw(View(context, "age=13-15")).Svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("age=13-15&sort=flags")]
    [InlineData("age=6-9&sort=domain&part=protective")]
    [InlineData("sex=F&sort=similarity&level=bh")]
    public void Table_Rows_AreThePicturesPlacesInTheSameOrder(string query)
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var view = View(context, query);
        var cells = Cells(view);
        Assert.Equal(view.Table.Rows.Select(x => (Field(view, x, "municipality")!, Field(view, x, "indicator")!)), cells.Select(x => (x.Area, x.Indicator)));
        Assert.All(view.Table.Rows.Zip(cells), x => Assert.Contains(x.First.Fields[view.Table.Columns.ToList().FindIndex(y => y.Id == "verdict")].Shown, x.Second.Label, StringComparison.Ordinal));
        Assert.Empty(view.Ignored);
    }

    [Fact]
    public void Sort_Flags_PutsMunicipalitiesAndFactorsWithMostFirst()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var view = MatrixView.Of(context.Viewed.Release!, ViewQuery.Read("?age=13-15&sort=flags"))!;
        var columns = Enumerable.Range(0, 13).Select(x => view.Rows.Count(y => y.Readings[x].Differs)).ToArray();
        Assert.Equal(columns.OrderDescending(), columns);
        Assert.All(view.Rows.GroupBy(x => x.Indicator.Role), block => Assert.Equal(block.Select(x => x.Readings.Count(y => y.Differs)).OrderDescending(), block.Select(x => x.Readings.Count(y => y.Differs))));
    }

    [Fact]
    public void Sort_Similarity_PutsMunicipalitiesThatDifferAlikeBesideEachOther()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var release = context.Viewed.Release!;
        double Cost(string query)
        {
            var view = MatrixView.Of(release, ViewQuery.Read(query))!;
            double Mark(RugCell cell) => cell.IsFlagged ? (cell.Comparison!.Verdict is Verdict.Better or Verdict.Higher ? 1 : -1) : cell.Hint is { } hint ? (hint is Verdict.Better or Verdict.Higher ? 0.5 : -0.5) : 0;
            return Enumerable.Range(1, 12).Sum(i => Math.Sqrt(view.Rows.Sum(x => Math.Pow(Mark(x.Cells[i]) - Mark(x.Cells[i - 1]), 2))));
        }

        Assert.True(Cost("?age=13-15&sort=similarity") < Cost("?age=13-15"));
        Assert.Equal(
            MatrixView.Of(release, ViewQuery.Read("?sort=similarity"))!.Municipalities.Select(x => x.Code),
            MatrixView.Of(new LoadedRelease(MadeUpRelease.Of(), null, null), ViewQuery.Read("?sort=similarity"))!.Municipalities.Select(x => x.Code));
        Assert.Equal(MadeUpCodebook.Jonkoping.Select(x => x.Code).Order(), MatrixView.Of(release, ViewQuery.Read("?sort=similarity"))!.Municipalities.Select(x => x.Code).Order());
    }

    [Theory]
    [InlineData("risk", Role.Risk)]
    [InlineData("protective", Role.Protective)]
    [InlineData("outcome", Role.Outcome)]
    public void Part_ShowsFactorsOfThatRoleOnly(string part, Role role)
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        Assert.Equal(MadeUpCodebook.Indicators.Where(x => x.Role == role).Select(x => x.Id).Order(), Cells(View(context, "part=" + part)).Select(x => x.Indicator).Distinct().Order());
    }

    [Theory]
    [InlineData("sort=nope")]
    [InlineData("part=nope")]
    [InlineData("sex=nope")]
    public void Page_UnknownChoice_FallsBackWithANoticeAndMakesNoFile(string query)
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        Assert.Contains(query.Replace("=", " = ", StringComparison.Ordinal), Reading.Of(context.At<MatrixPage>("/lansmatris?" + query).Find(".notice")), StringComparison.Ordinal);
        Assert.Single(View(context, query).Ignored);
    }

    [Fact]
    public void Places_LeadToMunicipalityAndComparison()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var view = View(context, "age=13-15&sort=flags&part=risk&level=0.95");
        var points = Draw(view).Points;
        Assert.Equal("/kommun/0604?county=06&age=13-15&level=0.95", view.Href(points.First(x => x is { Area: "0604", Indicator: "" })));
        Assert.Equal("/jamfor?county=06&indicator=peer_delinquent&age=13-15&year=2025&level=0.95", view.Href(points.First(x => x is { Area: "", Indicator: "peer_delinquent" })));
        Assert.Equal("/jamfor?county=06&indicator=peer_delinquent&age=13-15&year=2025&level=0.95&area=0604", view.Href(points.First(x => x is { Area: "0604", Indicator: "peer_delinquent" })));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(49)]
    public void View_OfAnotherCounty_WorksWithoutTilesAndWithManyMunicipalities(int count)
    {
        var municipalities = Enumerable.Range(0, count).Select(x => new Municipality($"01{x + 10}", $"Kommun {(char)('A' + (x % 26))}{x}", null, 900 + x, null, [])).ToArray();
        using var context = new PageContext("en", MadeUpRelease.Of(codebook: MadeUpCodebook.Of(municipalities)));
        var view = View(context, "age=13-15&sort=similarity");
        Assert.Equal(count * MadeUpCodebook.Indicators.Count, Cells(view).Length);
        foreach (var width in (int[])[ChartFrame.PhoneWidth, ChartFrame.PageWidth, ChartFrame.FileWidth])
        {
            Assert.NotEmpty(Draw(view, width).Svg);
        }
    }

    [Fact]
    public void Sentence_NothingToCompare_SaysSo()
    {
        var document = MadeUpRelease.Of();
        using var context = new PageContext("sv", document with { Cells = [.. document.Cells.Where(x => x.Address.Area == "0680")] });
        Assert.Equal("Inga värden kan jämföras i det här urvalet.", View(context).Sentence);
    }

    [Fact]
    public void Page_WithoutRelease_SaysSo()
    {
        using var context = new PageContext("sv", null);
        Assert.NotEmpty(context.At<MatrixPage>("/lansmatris").Markup);
    }
}
