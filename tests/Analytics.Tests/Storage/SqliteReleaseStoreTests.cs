using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;
using Analytics.Storage;
using Analytics.Tests.Releases;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Analytics.Tests.Storage;

/// <summary>The store in a file.</summary>
public sealed class SqliteReleaseStoreTests : ReleaseStoreTests
{
    readonly string folder = Directory.CreateTempSubdirectory("store").FullName;
    int files;

    protected override Task<string> PrepareAsync() => Task.FromResult(Path.Combine(folder, "deeper", $"store{++files}.db"));

    protected override IReleaseStore Open(string address) => new SqliteReleaseStore(address);

    protected override ValueTask CleanAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task InitialiseAsync_OnAStoreOfANewerVersion_IsRefused()
    {
        var path = Path.Combine(folder, "newer.db");
        await using (var connection = new SqliteConnection($"Data Source={path}"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await using var newer = new SqliteReleaseStore(path);
        await Assert.ThrowsAsync<InvalidDataException>(() => newer.InitialiseAsync(Cancellation));
    }

    /// <summary>A release that an earlier version stored keeps its id and its values.</summary>
    [Fact]
    public async Task InitialiseAsync_StoreOfTheFirstVersion_KeepsItsReleases()
    {
        var path = Path.Combine(folder, "first.db");
        await using (var connection = new SqliteConnection($"Data Source={path}"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = SqliteReleaseStore.Schema[0] + """
                ; INSERT INTO release VALUES (1, 'ffffffffffffffff', '2026-01-02T03:04:05.000Z', $manifest);
                INSERT INTO catalogue_file VALUES (1, $name, $content);
                INSERT INTO cell VALUES (1, 0, 'sch_bullied', 2025, '0604', '13-15', 'T', 7, 62, 0.125, 0.0625, 0.25, NULL, 'WilsonEffectiveSize', 0.5, 'Better', NULL, NULL);
                INSERT INTO cell VALUES (1, 1, 'sch_bullied', 2025, '0617', '13-15', 'T', NULL, 31, NULL, NULL, NULL, 'suppressed', NULL, NULL, NULL, NULL, NULL);
                PRAGMA user_version = 1
                """;
            var release = MadeUpRelease.Create();
            command.Parameters.AddWithValue("$manifest", System.Text.Json.JsonSerializer.Serialize(release.Manifest with { Id = "ffffffffffffffff" }, ReleaseJson.Options));
            command.CommandText = command.CommandText.Replace("INSERT INTO catalogue_file VALUES (1, $name, $content);", string.Concat(release.CatalogueFiles.Select((_, i) => $"INSERT INTO catalogue_file VALUES (1, $name{i}, $content{i});")), StringComparison.Ordinal);
            foreach (var (file, i) in release.CatalogueFiles.Select((x, i) => (x, i)))
            {
                command.Parameters.AddWithValue($"$name{i}", file.Key);
                command.Parameters.AddWithValue($"$content{i}", file.Value.ToArray());
            }

            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await using var upgraded = new SqliteReleaseStore(path);
        await upgraded.InitialiseAsync(Cancellation);
        await upgraded.InitialiseAsync(Cancellation);
        var found = await upgraded.FindAsync("ffffffffffffffff", Cancellation);

        var estimate = Assert.IsType<Cell.Shown>(found!.Cells[0].Cell).Estimate;
        Assert.Equal(new Estimate(0.125, new Interval(0.0625, 0.25), 7, 62, EstimateMethod.WilsonEffectiveSize), estimate);
        Assert.Equal(new Cell.Missing(Reason.Suppressed, 31), found.Cells[1].Cell);
        Assert.Null(await upgraded.FindProtectionAsync("ffffffffffffffff", "sch_bullied", 2025, Cancellation));
        Assert.True(await upgraded.AddDraftAsync(MadeUpRelease.Create(), Cancellation));
    }
}
