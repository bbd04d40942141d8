using Analytics.Charts;
using Bunit;
using Dashboard.Overview;
using Dashboard.Tests.Examples;
using Dashboard.Views;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.Overview;

public sealed class OverviewScreenTests
{
    const string Offending = "/?indicator=out_self_reported_offending&age=13-15&year=2025";

    static ScreenView View(PageContext context) => context.Services.GetRequiredService<OverviewScreen>().View(context.Viewed.Release!, ViewLink.Read(Offending)!)!;

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void View_Table_SaysWhatThePictureSaysAndHasTheCountyLast(string language)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var view = View(context);
        var points = view.Draw!(new ChartFrame(960, view.Sentence)).Points.ToDictionary(x => x.Area);
        Assert.Equal(14, view.Table.Rows.Count);
        Assert.True(view.Table.Rows[^1].IsWhole);
        Assert.All(view.Table.Rows.SkipLast(1), row =>
        {
            var label = points[row.Fields[0].Written].Label;
            Assert.StartsWith(row.Fields[1].Shown + ": ", label, StringComparison.Ordinal);
            Assert.Contains(row.Fields[2].Shown, label, StringComparison.Ordinal);
            Assert.EndsWith(row.Fields[8].Shown, label, StringComparison.Ordinal);
        });
        Assert.Equal("/kommun/0680?indicator=out_self_reported_offending&age=13-15&year=2025", view.Href(points["0680"]));
    }

    [Fact]
    public void View_Sentence_IsTheFirstOfThePage()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        Assert.Equal(Reading.Of(context.At<OverviewPage>(Offending).Find(".overview-side .sentences li")), View(context).Sentence);
    }

    [Fact]
    public void Page_Files_AreOfferedInAllFormats()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var links = context.At<OverviewPage>(Offending).FindAll(".downloads a");
        Assert.Equal(ViewDownload.Formats.Select(x => $"/oversikt.{x}?indicator=out_self_reported_offending&age=13-15&year=2025"), links.Select(x => x.GetAttribute("href")));
        Assert.Equal("lagesbild-06-out_self_reported_offending-13-15-T-2025.csv", links[0].GetAttribute("download"));
    }

    [Theory]
    [InlineData("/oversikt")]
    [InlineData("/aldersstege")]
    [InlineData("/metoder")]
    [InlineData("/samverkan")]
    [InlineData("/samverkan-natverk")]
    public async Task Get_EveryFormatOfTheScreens_IsAFileThatNamesItsRelease(string path)
    {
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpCollaboration.Release(MadeUpPractice.Release())));
        foreach (var format in ViewDownload.Formats)
        {
            using var answer = await dashboard.Client.GetAsync(new Uri($"{path}.{format}?lang=en", UriKind.Relative), Xunit.TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
            Assert.StartsWith("lagesbild-06-", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
            if (format is "csv" or "svg")
            {
                Assert.Contains(MadeUpRelease.Id, await answer.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }
    }
}
