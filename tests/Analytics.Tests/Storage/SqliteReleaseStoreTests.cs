using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;
using Analytics.Storage;
using Analytics.Tests.Releases;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Analytics.Tests.Storage;

public sealed class SqliteReleaseStoreTests : IAsyncLifetime
{
    static readonly AuditResult Passed = new(true, ["additivity"], 3, 4, []);
    static readonly AuditResult Failed = new(false, ["additivity"], 3, 0, ["a cell"]);
    static readonly DateTimeOffset Noon = new(2026, 5, 6, 12, 0, 0, TimeSpan.Zero);

    readonly string folder = Directory.CreateTempSubdirectory("store").FullName;
    readonly SqliteReleaseStore store;

    public SqliteReleaseStoreTests() => store = new SqliteReleaseStore(Path.Combine(folder, "deeper", "store.db"));

    static readonly ProtectionRecord Record = new(
        "fam_low_economic_standard", 2025, 3, [new(ProtectionRule.SmallBase, 1, null), new(ProtectionRule.Secondary, 6, 120)], 120, 100.5, 0.2,
        [new(new("fam_low_economic_standard", 2025, "0604", "0-18", Sex.F), ProtectionRule.Secondary, new("fam_low_economic_standard", 2025, "0604", "0-18", Sex.X))]);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await store.InitialiseAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task FindAsync_AfterAdding_GivesTheSameRelease()
    {
        var release = MadeUpRelease.Create();

        Assert.True(await store.AddDraftAsync(release, Cancellation));
        var found = await store.FindAsync(release.Manifest.Id, Cancellation);

        Assert.Equal(release.Cells, found!.Cells);
        Assert.Equivalent(release.Manifest, found.Manifest, strict: true);
        Assert.Equal(release.Codebook.Version, found.Codebook.Version);
        Assert.Equal(release.Manifest.Id, ReleaseContent.IdOf(found));
    }

    [Fact]
    public async Task FindAsync_OfAReleaseWithAnswers_GivesThemAndTheSameId()
    {
        var release = MadeUpRelease.Create() with { Practice = MadeUpAnswers.Practice, Collaboration = MadeUpAnswers.Collaboration };
        release = release with { Manifest = release.Manifest with { Id = ReleaseContent.IdOf(release) } };
        await store.AddDraftAsync(release, Cancellation);
        var found = await store.FindAsync(release.Manifest.Id, Cancellation);

        Assert.NotEqual(MadeUpRelease.Create().Manifest.Id, release.Manifest.Id);
        Assert.Equal(ReleaseParts.Write(release), ReleaseParts.Write(found!));
        Assert.Equal(release.Manifest.Id, ReleaseContent.IdOf(found!));
    }

    /// <summary>What is for the analyst only comes when it is asked for, never with the release.</summary>
    [Fact]
    public async Task FindProtectionAsync_AfterAdding_GivesTheRecordThatTheReleaseItselfDoesNotCarry()
    {
        var release = MadeUpRelease.Create() with { Protection = [Record] };
        await store.AddDraftAsync(release, Cancellation);

        Assert.Equivalent(Record, await store.FindProtectionAsync(release.Manifest.Id, Record.Indicator, 2025, Cancellation), strict: true);
        Assert.Null(await store.FindProtectionAsync(release.Manifest.Id, Record.Indicator, 2024, Cancellation));
        Assert.Null(await store.FindProtectionAsync("0000000000000000", Record.Indicator, 2025, Cancellation));
        Assert.Empty((await store.FindAsync(release.Manifest.Id, Cancellation))!.Protection);
    }

    [Fact]
    public async Task AddDraftAsync_OfAReleaseStoredWithoutRecords_AddsThemAndNothingElse()
    {
        var release = MadeUpRelease.Create();
        await store.AddDraftAsync(release, Cancellation);

        Assert.False(await store.AddDraftAsync(release with { Protection = [Record], Cells = [] }, Cancellation));
        Assert.NotNull(await store.FindProtectionAsync(release.Manifest.Id, Record.Indicator, 2025, Cancellation));
        Assert.Equal(release.Cells, (await store.FindAsync(release.Manifest.Id, Cancellation))!.Cells);
    }

    [Fact]
    public async Task AddDraftAsync_Twice_LeavesTheFirst()
    {
        var release = MadeUpRelease.Create();
        await store.AddDraftAsync(release, Cancellation);

        Assert.False(await store.AddDraftAsync(release, Cancellation));
        Assert.Single(await store.ListAsync(Cancellation));
    }

    [Fact]
    public async Task CurrentIdAsync_BeforePublication_IsNull()
    {
        await store.AddDraftAsync(MadeUpRelease.Create(), Cancellation);

        Assert.Null(await store.CurrentIdAsync(Cancellation));
    }

    [Fact]
    public async Task PublishAsync_AfterPassedAudit_MakesCurrent()
    {
        var (first, second) = (MadeUpRelease.Create("Ett"), MadeUpRelease.Create("Två"));
        foreach (var release in (ReleaseDocument[])[first, second])
        {
            await store.AddDraftAsync(release, Cancellation);
            await store.RecordAuditAsync(release.Manifest.Id, Passed, Noon, Cancellation);
            await store.PublishAsync(release.Manifest.Id, Noon, Cancellation);
        }

        Assert.Equal(second.Manifest.Id, await store.CurrentIdAsync(Cancellation));
        var list = await store.ListAsync(Cancellation);
        Assert.Equal([second.Manifest.Id, first.Manifest.Id], list.Select(x => x.Id));
        Assert.Equal([true, false], list.Select(x => x.Current));
        Assert.All(list, x => Assert.Equal(Noon, x.Published));
    }

    [Fact]
    public async Task PublishAsync_WithoutAudit_IsRefused()
    {
        var release = MadeUpRelease.Create();
        await store.AddDraftAsync(release, Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.PublishAsync(release.Manifest.Id, Noon, Cancellation));
        Assert.Null(await store.CurrentIdAsync(Cancellation));
    }

    [Fact]
    public async Task PublishAsync_WhenTheLatestAuditFailed_IsRefused()
    {
        var release = MadeUpRelease.Create();
        await store.AddDraftAsync(release, Cancellation);
        await store.RecordAuditAsync(release.Manifest.Id, Passed, Noon, Cancellation);
        await store.RecordAuditAsync(release.Manifest.Id, Failed, Noon, Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.PublishAsync(release.Manifest.Id, Noon, Cancellation));
    }

    [Fact]
    public async Task FindAsync_OfAnUnknownId_IsNull() => Assert.Null(await store.FindAsync("0000000000000000", Cancellation));

    [Fact]
    public async Task AddDraftAsync_StoppedHalfway_LeavesNothing()
    {
        using var stop = new CancellationTokenSource();
        var release = MadeUpRelease.Create();
        var halfway = release with { Cells = new CancelAt(release.Cells, 3, stop) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AddDraftAsync(halfway, stop.Token));
        Assert.Empty(await store.ListAsync(Cancellation));
        Assert.True(await store.AddDraftAsync(release, Cancellation));
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

    /// <summary>A list that cancels when a position is read.</summary>
    sealed class CancelAt(IReadOnlyList<ReleasedCell> cells, int position, CancellationTokenSource stop) : IReadOnlyList<ReleasedCell>
    {
        public int Count => cells.Count;

        public ReleasedCell this[int index]
        {
            get
            {
                if (index == position)
                {
                    stop.Cancel();
                }

                return cells[index];
            }
        }

        public IEnumerator<ReleasedCell> GetEnumerator() => cells.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
