using System.Net;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Collaboration;

public sealed class CollaborationDownloadTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Task<RunningDashboard> StartAsync() => RunningDashboard.StartAsync(MemoryStore.Of(MadeUpCollaboration.Release()));

    [Fact]
    public async Task Download_Table_SaysWhatItIsAboveTheRows()
    {
        await using var dashboard = await StartAsync();
        using var answer = await dashboard.Client.GetAsync("/samverkan.csv?lang=sv&area=0680", Cancellation);
        Assert.Equal("lagesbild-0680-samverkan.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var lines = (await answer.Content.ReadAsStringAsync(Cancellation)).TrimStart('\uFEFF').TrimEnd('\n').Split('\n');
        Assert.Equal("# Titel: Samverkan, Jönköping", lines[0]);
        Assert.Contains("# Demonstration: Påhittade data för demonstration.", lines);
        Assert.Contains(lines, x => x.StartsWith("# Utgåva:", StringComparison.Ordinal) && x.Contains(MadeUpRelease.Id, StringComparison.Ordinal));
        Assert.Equal("area,from_actor,from_name,to_actor,to_name,answers,frequency,agreement,trust,one_sided,without_agreement,status", lines[^21]);
        Assert.Contains("0680,leisure,Fritidsverksamhet,police,Polis,12,4,0.75,3.25,1,0,", lines);
        Assert.Contains("0680,child_health_centre,Barnavårdscentral (BVC),school,Skola,,,,,0,0,suppressed", lines);
    }

    [Fact]
    public async Task Download_Picture_SaysWhatItIs()
    {
        await using var dashboard = await StartAsync();
        using var answer = await dashboard.Client.GetAsync("/samverkan.svg?lang=en", Cancellation);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        var svg = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.All(["Collaboration, Jönköping county", MadeUpRelease.Id, "Made-up data for demonstration."], x => Assert.Contains(x, svg, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Network_HoldsTitleActorsSourceAndRelease()
    {
        await using var dashboard = await StartAsync();

        var svg = await dashboard.Client.GetStringAsync("/samverkan-natverk.svg?lang=en", Cancellation);

        Assert.All(["Jönköping county", "Police", MadeUpRelease.Id, "Made-up data for demonstration."], x => Assert.Contains(x, svg, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/samverkan.csv?area=9999")]
    [InlineData("/samverkan.svg?area=9999")]
    [InlineData("/samverkan-natverk.svg?area=9999")]
    [InlineData("/samverkan-natverk.png?area=9999")]
    public async Task Download_OfSomethingUnknown_IsNotFound(string path)
    {
        await using var dashboard = await StartAsync();
        using var answer = await dashboard.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
