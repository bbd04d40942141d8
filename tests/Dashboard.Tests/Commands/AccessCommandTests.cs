using Analytics.Storage;
using Xunit;

namespace Dashboard.Tests.Commands;

/// <summary>What the program says of access at start, and what verbs leave in the audit trail.</summary>
public sealed class AccessCommandTests : IDisposable
{
    readonly ProgramRun program = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Serve_WithWrongSettings_SaysThemAllAndBuildsNothing()
    {
        await File.WriteAllTextAsync(program["appsettings.json"], """{ "Access": { "Authority": "http://login.example.se", "ClientSecret": "hush-hush", "Roles": { "analyst": "a" }, "RequireSignIn": "perhaps" } }""", Cancellation);
        var (code, _, error) = await program.RunAsync("serve", "--urls", "http://0.0.0.0:0");

        Assert.Equal(2, code);
        Assert.Equal(4, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(["begins with https", "Access:ClientId is missing", "'perhaps'", "Others can reach"], x => Assert.Contains(x, error, StringComparison.Ordinal));
        Assert.DoesNotContain("hush", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(program["data"]));
    }

    [Fact]
    public async Task Serve_WithTheOldOption_ExitsWithTwo()
    {
        var (code, _, error) = await program.RunAsync("serve", "--analyst");

        Assert.Equal(2, code);
        Assert.Contains("--analyst", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbs_OnARelease_StandInTheTrailAndServePrintsTheLink()
    {
        await program.SmallInputAsync("in", 1);
        var id = await program.BuildAsync("in");
        await program.SucceedsAsync("publish", id);
        await program.SucceedsAsync("audit", id);
        await program.SucceedsAsync("export", id, "--out", "out");
        await program.RunAsync("publish", "nope");
        await using (var store = new SqliteReleaseStore(program["data/lagesbild.db"]))
        {
            var trail = await store.Records.Trail.LatestAsync(10, Cancellation);
            Assert.Equal(
                [("build", id), ("audit", $"{id} passed"), ("publish", id), ("audit", $"{id} passed"), ("export", id)],
                trail.Reverse().Select(x => (x.Action, x.Subject)));
            Assert.All(trail, x => Assert.Equal("command line", x.Actor));
        }

        using var serve = program.Start("--urls", "http://127.0.0.1:0");
        try
        {
            string? line;
            do
            {
                line = await serve.StandardOutput.ReadLineAsync(Cancellation);
            }
            while (line?.StartsWith("Analyst pages: ", StringComparison.Ordinal) == false);

            Assert.Matches(@"^Analyst pages: http://127\.0\.0\.1:\d+/logga-in\?nyckel=[\w-]{43}$", line);
        }
        finally
        {
            serve.Kill();
            await serve.WaitForExitAsync(Cancellation);
        }
    }
}
