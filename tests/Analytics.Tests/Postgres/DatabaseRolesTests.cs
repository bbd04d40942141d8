using Analytics.Release;
using Analytics.Storage;
using Analytics.Tests.Releases;
using Npgsql;
using Xunit;

namespace Analytics.Tests.Postgres;

/// <summary>What the roles of a county's database may do, tried on a real server by SQL that no program of ours would send.</summary>
public sealed class DatabaseRolesTests(SharedServer server) : IAsyncLifetime
{
    const string Ingest = "lagesbild_ingest", Publish = "lagesbild_publish", Read = "lagesbild_read";

    static readonly ProtectionRecord Record = new("fam_low_economic_standard", 2025, 3, [], 120, 100.5, 0.2, []);

    static readonly DateTimeOffset Noon = new(2026, 5, 6, 12, 0, 0, TimeSpan.Zero);

    readonly ReleaseDocument published = MadeUpRelease.Create("Publicerad") with { Protection = [Record] };
    readonly ReleaseDocument draft = MadeUpRelease.Create("Utkast") with { Protection = [Record] };
    string owner = "";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        owner = await server.PrepareDatabaseAsync();
        await using var store = new PostgresReleaseStore(SharedServer.As(Publish, owner));
        await store.InitialiseAsync(Cancellation);
        foreach (var release in (ReleaseDocument[])[published, draft])
        {
            await store.AddDraftAsync(release, Cancellation);
            await store.RecordAuditAsync(release.Manifest.Id, new AuditResult(true, ["additivity"], 3, 4, []), Noon, Cancellation);
        }

        await store.PublishAsync(published.Manifest.Id, Noon, Cancellation);
        await store.Records.Trail.AddAsync(Noon, "publish", "command line", published.Manifest.Id, Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Read_AsTheWebServer_FindsPublishedReleasesAndKeepsItsRecords()
    {
        await using var store = new PostgresReleaseStore(SharedServer.As(Read, owner));
        await store.InitialiseAsync(Cancellation);

        Assert.False(await store.MayAddAsync(Cancellation));
        Assert.Equal(published.Manifest.Id, await store.CurrentIdAsync(Cancellation));
        Assert.Equal(published.Manifest.Id, Assert.Single(await store.ListAsync(Cancellation)).Id);
        Assert.Equal(published.Cells, (await store.FindAsync(published.Manifest.Id, Cancellation))!.Cells);
        Assert.True((await store.FindAuditAsync(published.Manifest.Id, Cancellation))!.Passed);
        Assert.NotNull(await store.FindProtectionAsync(published.Manifest.Id, Record.Indicator, Record.Year, Cancellation));
        await store.Records.Meetings.SaveAsync("Forum", "{}", Noon, Cancellation);
        await store.Records.Meetings.SaveAsync("Forum", "{ }", Noon, Cancellation);
        await store.Records.Meetings.AddDecisionAsync("Forum", published.Manifest.Id, "{}", Noon, Cancellation);
        await store.Records.Views.SaveAsync("owner", "a", "/", Noon, Cancellation);
        await store.Records.Views.SaveAsync("owner", "a", "/b", Noon, Cancellation);
        await store.Records.Views.RemoveAsync("owner", "a", Cancellation);
        await store.Records.Trail.AddAsync(Noon, "download", "anyone", "/", Cancellation);
        Assert.Equal(["download", "publish"], (await store.Records.Trail.LatestAsync(5, Cancellation)).Select(x => x.Action));
    }

    [Fact]
    public async Task Read_AsTheWebServer_FindsNothingOfADraft()
    {
        await using var store = new PostgresReleaseStore(SharedServer.As(Read, owner));

        Assert.Null(await store.FindAsync(draft.Manifest.Id, Cancellation));
        Assert.Null(await store.FindAuditAsync(draft.Manifest.Id, Cancellation));
        Assert.Null(await store.FindProtectionAsync(draft.Manifest.Id, Record.Indicator, Record.Year, Cancellation));
        foreach (var table in (string[])["release", "catalogue_file", "cell", "part", "protection", "audit"])
        {
            var key = table == "release" ? "key" : "release";
            var secret = await PostgresServer.ScalarAsync<long>(owner, $"SELECT key FROM lagesbild.release WHERE id = '{draft.Manifest.Id}'");
            Assert.Equal(0L, await PostgresServer.ScalarAsync<long>(SharedServer.As(Read, owner), $"SELECT count(*) FROM lagesbild.{table} WHERE {key} = {secret}"));
            if (table != "part")
            {
                Assert.True(await PostgresServer.ScalarAsync<long>(owner, $"SELECT count(*) FROM lagesbild.{table} WHERE {key} = {secret}") > 0, table);
            }
        }
    }

    /// <summary>Every table of observations there is, by name and through whatever else might hold what is in it.</summary>
    [Fact]
    public async Task Read_OfObservations_IsRefusedForTheWebServer()
    {
        await using var source = NpgsqlDataSource.Create(owner);
        await using var command = source.CreateCommand("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'observations' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')");
        var tables = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(Cancellation))
        {
            while (await reader.ReadAsync(Cancellation))
            {
                tables.Add(reader.GetString(0));
            }
        }

        Assert.Contains("observation", tables);
        Assert.Contains("input_file", tables);
        foreach (var table in tables)
        {
            await RefusesAsync(Read, $"SELECT count(*) FROM observations.{table}");
            await RefusesAsync(Read, $"COPY observations.{table} TO STDOUT");
            Assert.Equal(0L, await PostgresServer.ScalarAsync<long>(SharedServer.As(Read, owner), $"SELECT count(*) FROM pg_stats WHERE schemaname = 'observations' AND tablename = '{table}'"));
        }
    }

    [Theory]
    [InlineData("SET ROLE lagesbild_publish")]
    [InlineData("SET SESSION AUTHORIZATION postgres")]
    [InlineData("GRANT lagesbild_ingest TO lagesbild_read")]
    [InlineData("ALTER ROLE lagesbild_read BYPASSRLS")]
    [InlineData("ALTER TABLE lagesbild.release DISABLE ROW LEVEL SECURITY")]
    [InlineData("DROP POLICY published ON lagesbild.release")]
    [InlineData("SET row_security = off; SELECT * FROM lagesbild.release")]
    [InlineData("CREATE FUNCTION lagesbild.leak(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$")]
    [InlineData("CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$")]
    [InlineData("CREATE TABLE public.taken AS SELECT 1")]
    [InlineData("CREATE EXTENSION dblink SCHEMA lagesbild")]
    [InlineData("CREATE EXTENSION postgres_fdw SCHEMA lagesbild")]
    [InlineData("COPY lagesbild.release TO PROGRAM 'cat'")]
    [InlineData("SELECT pg_read_file('postgresql.conf')")]
    [InlineData("SELECT lo_import('/etc/passwd')")]
    [InlineData("INSERT INTO lagesbild.release (id, created, manifest) VALUES ('x', '', '')")]
    [InlineData("INSERT INTO lagesbild.publication (release, at) SELECT 2, ''")]
    [InlineData("UPDATE lagesbild.cell SET numerator = 0")]
    [InlineData("DELETE FROM lagesbild.decision")]
    [InlineData("UPDATE lagesbild.decision SET content = ''")]
    [InlineData("UPDATE lagesbild.trail SET actor = 'nobody'")]
    [InlineData("DELETE FROM lagesbild.trail")]
    [InlineData("TRUNCATE lagesbild.trail")]
    [InlineData("ALTER TABLE lagesbild.trail DISABLE TRIGGER ALL")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("DELETE FROM lagesbild.meeting")]
    [InlineData("CREATE TABLE observations.mine (a int)")]
    public Task Statement_TheWebServerShouldNotRun_IsRefused(string statement) => RefusesAsync(Read, statement);

    [Theory]
    [InlineData("SELECT * FROM lagesbild.release")]
    [InlineData("SELECT * FROM lagesbild.cell")]
    [InlineData("SELECT * FROM lagesbild.trail")]
    [InlineData("SELECT * FROM lagesbild.meeting")]
    [InlineData("INSERT INTO lagesbild.publication (release, at) SELECT 2, ''")]
    [InlineData("DROP TABLE observations.observation")]
    [InlineData("UPDATE observations.schema_version SET version = 0")]
    public Task Statement_WhoIngestsShouldNotRun_IsRefused(string statement) => RefusesAsync(Ingest, statement);

    [Theory]
    [InlineData("UPDATE lagesbild.release SET id = 'x'")]
    [InlineData("DELETE FROM lagesbild.publication")]
    [InlineData("UPDATE lagesbild.cell SET numerator = 0")]
    [InlineData("DELETE FROM lagesbild.trail")]
    [InlineData("SELECT * FROM lagesbild.meeting")]
    [InlineData("SELECT * FROM lagesbild.saved_view")]
    [InlineData("DELETE FROM observations.observation")]
    [InlineData("UPDATE observations.input_file SET name = 'x'")]
    [InlineData("DROP TABLE observations.observation")]
    public Task Statement_WhoPublishesShouldNotRun_IsRefused(string statement) => RefusesAsync(Publish, statement);

    [Fact]
    public async Task Initialise_Again_ChangesNothing()
    {
        await DatabaseSetup.InitialiseAsync(owner, Cancellation);

        await using var store = new PostgresReleaseStore(SharedServer.As(Read, owner));
        Assert.Equal(published.Manifest.Id, Assert.Single(await store.ListAsync(Cancellation)).Id);
    }

    [Fact]
    public async Task Initialise_OfADatabaseThatIsNotPrepared_SaysWhatToDo()
    {
        var empty = await server.CreateDatabaseAsync();
        await using var store = new PostgresReleaseStore(SharedServer.As(Read, empty));

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => store.InitialiseAsync(Cancellation));
        Assert.Contains("database init", refused.Message, StringComparison.Ordinal);
    }

    async Task RefusesAsync(string role, string statement)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => PostgresServer.ExecuteAsync(SharedServer.As(role, owner), statement));
        // Not allowed; no extension or program of that name is an answer of its own kind, and must not be it.
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
