using Analytics.Release;
using Analytics.Storage;
using Analytics.Tests.Postgres;
using Analytics.Tests.Releases;
using Npgsql;
using Xunit;

namespace Analytics.Tests.Storage;

/// <summary>The commands of docs/postgresql.md that take a backup and bring it back.</summary>
public sealed class PostgresBackupTests(SharedServer server) : IDisposable
{
    static readonly DateTimeOffset Noon = new(2026, 5, 6, 12, 0, 0, TimeSpan.Zero);

    readonly string folder = Directory.CreateTempSubdirectory("lagesbild-backup-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Backup_Restored_HoldsEverythingAndIsGuardedAsBefore()
    {
        var owner = await server.PrepareDatabaseAsync();
        var (published, draft) = (MadeUpRelease.Create("Publicerad"), MadeUpRelease.Create("Utkast"));
        await using (var store = new PostgresReleaseStore(owner))
        {
            foreach (var release in (ReleaseDocument[])[published, draft])
            {
                await store.AddDraftAsync(release, Cancellation);
                await store.RecordAuditAsync(release.Manifest.Id, new AuditResult(true, ["additivity"], 3, 4, []), Noon, Cancellation);
            }

            await store.PublishAsync(published.Manifest.Id, Noon, Cancellation);
            await store.Records.Meetings.SaveAsync("Forum", "{}", Noon, Cancellation);
            await store.Records.Meetings.AddDecisionAsync("Forum", published.Manifest.Id, "{}", Noon, Cancellation);
            await store.Records.Trail.AddAsync(Noon, "publish", "command line", published.Manifest.Id, Cancellation);
        }

        var (from, to) = (new NpgsqlConnectionStringBuilder(owner), new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync()));
        var file = Path.Combine(folder, "lagesbild.dump");
        string[] where = ["--host", from.Host!, "--port", $"{from.Port}", "--username", from.Username!, "--no-password"];
        await PostgresServer.ToolAsync("pg_dump", [.. where, "--format", "custom", "--file", file, from.Database!]);
        await PostgresServer.ToolAsync("pg_restore", [.. where, "--exit-on-error", "--dbname", to.Database!, file]);

        await using var restored = new PostgresReleaseStore(to.ConnectionString);
        await restored.InitialiseAsync(Cancellation);
        Assert.Equal(published.Manifest.Id, await restored.CurrentIdAsync(Cancellation));
        Assert.Equal(2, (await restored.ListAsync(Cancellation)).Count);
        Assert.Equal(published.Manifest.Id, ReleaseContent.IdOf((await restored.FindAsync(published.Manifest.Id, Cancellation))!));
        Assert.Single(await restored.Records.Meetings.DecisionsAsync("Forum", Cancellation));
        Assert.Equal("publish", Assert.Single(await restored.Records.Trail.LatestAsync(5, Cancellation)).Action);
        // Identities go on where they were, so that the next entry is the newest.
        await restored.Records.Trail.AddAsync(Noon, "build", "command line", "a", Cancellation);
        Assert.Equal(["build", "publish"], (await restored.Records.Trail.LatestAsync(5, Cancellation)).Select(x => x.Action));
        await using var reading = new PostgresReleaseStore(SharedServer.As("lagesbild_read", to.ConnectionString));
        Assert.Null(await reading.FindAsync(draft.Manifest.Id, Cancellation));
        Assert.NotNull(await reading.FindAsync(published.Manifest.Id, Cancellation));
        await Assert.ThrowsAsync<PostgresException>(() => PostgresServer.ExecuteAsync(SharedServer.As("lagesbild_read", to.ConnectionString), "DELETE FROM lagesbild.trail"));
        await Assert.ThrowsAsync<PostgresException>(() => PostgresServer.ExecuteAsync(to.ConnectionString, "DELETE FROM lagesbild.trail"));
    }
}
