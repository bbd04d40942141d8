using Analytics;
using Analytics.Tests.Postgres;
using Xunit;

namespace Dashboard.Tests.Commands;

/// <summary>A dashboard whose database server is stopped, killed and started again while people read.</summary>
public sealed class ServerAwayTests : IAsyncLifetime
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    readonly ProgramRun program = new();
    PostgresServer server = null!;
    string owner = "";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await PostgresServer.StartNewAsync(null, "fsync = on");
        owner = await server.CreateDatabaseAsync();
        await DatabaseSetup.InitialiseAsync(owner, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        program.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Serve_ServerGoneAndBack_GoesOnFromMemoryAndThenShowsTheNewRelease()
    {
        program.Store = SharedServer.As("lagesbild_publish", owner);
        await program.SmallInputAsync("in", 7);
        var first = await program.BuildAsync("in");
        await program.SucceedsAsync("publish", first);
        var input = await File.ReadAllTextAsync(program["in/input.json"], Cancellation);
        await File.WriteAllTextAsync(program["in/input.json"], input.Replace("\"title\": \"", "\"title\": \"Again: ", StringComparison.Ordinal), Cancellation);
        var second = await program.BuildAsync("in");

        program.Store = SharedServer.As("lagesbild_read", owner);
        var (process, address) = await program.ServeAsync(Cancellation);
        using (process)
        using (var client = new HttpClient { BaseAddress = address })
        {
            await ShowsAsync(client, first, away: false);
            await server.KillAsync();
            await ShowsAsync(client, first, away: true);
            foreach (var page in (string[])["/", "/lansmatris", "/jamfor", "/oversikt.csv?indicator=sch_bullied", "/api/v1/releases"])
            {
                using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), Cancellation);
                Assert.True(answer.IsSuccessStatusCode, $"{page}: {answer.StatusCode}");
            }

            Assert.Contains("degraded", await client.GetStringAsync("/health/ready", Cancellation), StringComparison.OrdinalIgnoreCase);

            await server.StartAsync();
            await ShowsAsync(client, first, away: false);
            program.Store = SharedServer.As("lagesbild_publish", owner);
            await program.SucceedsAsync("publish", second);
            await ShowsAsync(client, second, away: false);
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }
    }

    /// <summary>Asks until the page says so: every answer on the way must be a good one.</summary>
    static async Task ShowsAsync(HttpClient client, string release, bool away)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var page = await client.GetStringAsync("/om", Cancellation);
            if (page.Contains(release, StringComparison.Ordinal) && page.Contains("store-away\"", StringComparison.Ordinal) == away)
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < Longest, $"The page does not show release {release} with the store {(away ? "away" : "there")}.");
            await Task.Delay(200, Cancellation);
        }
    }
}
