using System.Net;
using Dashboard.Tests.Examples;
using MiniExcelLibs;
using Xunit;

namespace Dashboard.Tests.Views;

public sealed class ViewDownloadTests
{
    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("png", "image/png")]
    [InlineData("svg", "image/svg+xml")]
    public async Task Get_EachFormat_IsAFileOfThatKindWithTheSameBytesEachTime(string format, string type)
    {
        await using var first = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()));
        await using var second = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()));
        var answer = await first.Client.GetAsync(new Uri($"/kommun/0680.{format}?lang=en", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith($".{format}", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(bytes, await second.Client.GetByteArrayAsync(new Uri($"/kommun/0680.{format}?lang=en", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_CsvAndSpreadsheet_HoldTheSameValuesAndSayWhatTheyAre()
    {
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()));
        var csv = await dashboard.Client.GetStringAsync(new Uri("/kommun/0680.csv?lang=en", UriKind.Relative), TestContext.Current.CancellationToken);
        using var sheet = new MemoryStream(await dashboard.Client.GetByteArrayAsync(new Uri("/kommun/0680.xlsx?lang=en", UriKind.Relative), TestContext.Current.CancellationToken));
        var lines = csv.TrimStart('\uFEFF').TrimEnd('\n').Split('\n');
        var release = MadeUpRelease.Of().Manifest;
        Assert.Contains(lines, x => x.StartsWith('#') && x.Contains(release.Id, StringComparison.Ordinal));
        Assert.Contains(lines, x => x.StartsWith("# Source:", StringComparison.Ordinal));
        Assert.Contains("# Demonstration: Made-up data for demonstration.", lines);
        var rows = lines.SkipWhile(x => x.StartsWith('#')).Skip(1).ToArray();
        var values = MiniExcel.Query(sheet, useHeaderRow: true, sheetName: "Values").Cast<IDictionary<string, object?>>().ToArray();
        Assert.Equal(rows.Length, values.Length);
        Assert.Contains(values, x => x["Value"] is double);
        Assert.All(rows.Zip(values), x => Assert.Contains(x.Second["indicator"]!.ToString()!, x.First, StringComparison.Ordinal));
        var facts = MiniExcel.Query(sheet, useHeaderRow: true, sheetName: "About").Cast<IDictionary<string, object?>>().ToArray();
        Assert.Contains(facts, x => x["Content"]!.ToString()!.Contains(release.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_OfAViewThatIsNotQuiteTheOneAskedFor_IsNotFound()
    {
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()));
        var answer = await dashboard.Client.GetAsync(new Uri("/kommun/0680.csv?sex=nope", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
