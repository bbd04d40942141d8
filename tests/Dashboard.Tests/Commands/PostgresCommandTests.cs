using Analytics.Tests.Postgres;
using Npgsql;
using Xunit;

namespace Dashboard.Tests.Commands;

/// <summary>The command line on a county's server: the same verbs, each with the role that it needs.</summary>
public sealed class PostgresCommandTests(SharedServer server) : IDisposable
{
    const string Publish = "lagesbild_publish", Read = "lagesbild_read";

    readonly ProgramRun program = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Verbs_OnAServer_GiveTheSameReleaseAsInAFile()
    {
        await program.SmallInputAsync("in", 7);
        var inFile = await program.BuildAsync("in");
        await program.SucceedsAsync("audit", inFile);
        await program.SucceedsAsync("export", inFile, "--out", "file");

        var owner = await server.PrepareDatabaseAsync();
        program.Store = SharedServer.As(Publish, owner);
        Assert.Equal(inFile, await program.BuildAsync("in"));
        Assert.Contains("Already in the store", await program.SucceedsAsync("build", "--input", "in"), StringComparison.Ordinal);
        Assert.Contains("Passed", await program.SucceedsAsync("audit", inFile), StringComparison.Ordinal);
        await program.SucceedsAsync("publish", inFile);
        await program.SucceedsAsync("export", inFile, "--out", "server");
        Assert.Contains("  current  ", await program.SucceedsAsync("releases"), StringComparison.Ordinal);

        foreach (var file in Directory.GetFiles(program["file"]).Select(Path.GetFileName).Where(x => x != "manifest.json"))
        {
            Assert.True(File.ReadAllBytes(program[$"file/{file}"]).SequenceEqual(File.ReadAllBytes(program[$"server/{file}"])), file);
        }

        Assert.Equal("audit,build,build,export,publish", await PostgresServer.ScalarAsync<string>(owner, "SELECT string_agg(action, ',' ORDER BY action) FROM lagesbild.trail"));
    }

    [Fact]
    public async Task Serve_AsTheReadingRole_ShowsWhatIsPublishedAndWritesTheTrail()
    {
        var owner = await server.PrepareDatabaseAsync();
        program.Store = SharedServer.As(Publish, owner);
        await program.SmallInputAsync("in", 7);
        var id = await program.BuildAsync("in");

        program.Store = SharedServer.As(Read, owner);
        var (before, empty) = await program.ServeAsync(Cancellation);
        using (before)
        using (var client = new HttpClient { BaseAddress = empty })
        {
            // A draft is no release for a reader, and a server that may not publish builds no demonstration.
            Assert.DoesNotContain(id, await client.GetStringAsync("/om", Cancellation), StringComparison.Ordinal);
            before.Kill();
            await before.WaitForExitAsync(Cancellation);
        }

        program.Store = SharedServer.As(Publish, owner);
        await program.SucceedsAsync("publish", id);
        program.Store = SharedServer.As(Read, owner);
        var (process, address) = await program.ServeAsync(Cancellation);
        using (process)
        using (var client = new HttpClient { BaseAddress = address })
        {
            Assert.Contains(id, await client.GetStringAsync("/om", Cancellation), StringComparison.Ordinal);
            using var file = await client.GetAsync(new Uri("/oversikt.csv?indicator=sch_bullied", UriKind.Relative), Cancellation);
            Assert.True(file.IsSuccessStatusCode);
            for (var tries = 0; await PostgresServer.ScalarAsync<long>(owner, "SELECT count(*) FROM lagesbild.trail WHERE action = 'download'") == 0; tries++)
            {
                Assert.True(tries < 100, "The download is not in the trail.");
                await Task.Delay(100, Cancellation);
            }

            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }
    }

    [Fact]
    public async Task DatabaseInit_ByTheOwner_CanBeRepeatedAndSaysWhatIsNext()
    {
        program.Store = await server.PrepareDatabaseAsync();

        Assert.Contains("lagesbild_read", await program.SucceedsAsync("database", "init"), StringComparison.Ordinal);
        Assert.Contains("CREATE ROLE", await program.SucceedsAsync("database", "init", "--print"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_ThatCannotBeReached_IsNamedWithoutSecrets()
    {
        // The roles are there, this database is not prepared.
        await server.PrepareDatabaseAsync();
        var owner = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync());
        foreach (var (address, expected) in new (string, string)[]
        {
            ("Host=127.0.0.1;Port=1;Username=anna;Password=hemligt", "PostgreSQL 127.0.0.1:1"),
            ("Host=127.0.0.1;Nonsense=hemligt", "cannot be read"),
            (new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Username = Read, Password = "hemligt" }.ConnectionString, "database init"),
            (new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Database = "missing", Password = "hemligt" }.ConnectionString, "missing"),
        })
        {
            foreach (var verb in (string[][])[["releases"], ["serve"], ["database", "init"]])
            {
                if (verb is ["database", ..] && expected == "database init")
                {
                    continue;
                }

                var (code, output, error) = await program.RunAsync([.. verb, "--store", address]);
                Assert.True(code == 4, $"{string.Join(' ', verb)} exited with {code}: {error}");
                Assert.Contains(expected, error, StringComparison.Ordinal);
                Assert.DoesNotContain("hemligt", output + error, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
            }
        }

        Assert.Equal(2, (await program.RunAsync("database", "init", "--store", "a.db")).ExitCode);
    }
}
