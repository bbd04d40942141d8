using System.Data.Common;
using System.Diagnostics;
using Analytics.Release;
using Analytics.Storage;
using Analytics.Tests.Postgres;
using Analytics.Tests.Releases;
using Npgsql;
using Xunit;

namespace Analytics.Tests.Storage;

/// <summary>A server that is stopped, killed, cut off or full at the worst moment: nothing is half there, and nothing that was there is lost.</summary>
public sealed class PostgresFaultTests : IAsyncLifetime
{
    static readonly DateTimeOffset Noon = new(2026, 5, 6, 12, 0, 0, TimeSpan.Zero);

    readonly ReleaseDocument first = MadeUpRelease.Create("Ett");
    readonly ReleaseDocument second = Large(MadeUpRelease.Create("Två"));
    PostgresServer server = null!;
    PostgresReleaseStore store = null!;
    string address = "";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // What is committed must be on the disk when the current is cut.
        server = await PostgresServer.StartNewAsync(null, "fsync = on");
        address = await server.CreateDatabaseAsync();
        store = new PostgresReleaseStore(address);
        await store.InitialiseAsync(Cancellation);
        await PublishAsync(store, first);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30_000)]
    [InlineData(59_999)]
    public async Task AddDraft_ServerKilledOnTheWay_LeavesNothingOfIt(int position)
    {
        await Assert.ThrowsAnyAsync<DbException>(() => store.AddDraftAsync(second with { Cells = new WatchedCells(second.Cells, position, () => server.KillAsync().GetAwaiter().GetResult()) }, Cancellation));
        await server.StartAsync();

        await OnlyTheFirstIsThereAsync();
        Assert.True(await store.AddDraftAsync(second, Cancellation));
        Assert.Equal(second.Cells, (await store.FindAsync(second.Manifest.Id, Cancellation))!.Cells);
    }

    [Fact]
    public async Task AddDraft_ServerStoppedOnTheWay_LeavesNothingOfIt()
    {
        await Assert.ThrowsAnyAsync<DbException>(() => store.AddDraftAsync(second with { Cells = new WatchedCells(second.Cells, 100, () => server.StopAsync().GetAwaiter().GetResult()) }, Cancellation));
        await server.StartAsync();

        await OnlyTheFirstIsThereAsync();
        Assert.True(await store.AddDraftAsync(second, Cancellation));
    }

    [Fact]
    public async Task AddDraft_ConnectionCutOnTheWay_LeavesNothingOfIt()
    {
        await Assert.ThrowsAnyAsync<DbException>(() => store.AddDraftAsync(second with { Cells = new WatchedCells(second.Cells, 100, () => CutAsync().GetAwaiter().GetResult()) }, Cancellation));

        await OnlyTheFirstIsThereAsync();
        Assert.True(await store.AddDraftAsync(second, Cancellation));
    }

    [Fact]
    public async Task Publish_ServerKilledMeanwhile_LeavesOneWholeReleaseCurrent()
    {
        await store.AddDraftAsync(second, Cancellation);
        await store.RecordAuditAsync(second.Manifest.Id, new AuditResult(true, ["additivity"], 3, 4, []), Noon, Cancellation);
        using var stop = new CancellationTokenSource();
        var confirmed = "";
        var publishing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var id = (i % 2 == 0 ? second : first).Manifest.Id;
                await store.PublishAsync(id, Noon, Cancellation);
                confirmed = id;
            }
        }, Cancellation);
        while (confirmed == "")
        {
            await Task.Yield();
        }

        await server.KillAsync();
        await Assert.ThrowsAnyAsync<DbException>(() => publishing);
        await server.StartAsync();

        // The last that was confirmed, or the one whose confirmation was on its way.
        Assert.Contains(await store.CurrentIdAsync(Cancellation), new[] { first.Manifest.Id, second.Manifest.Id });
        Assert.Equal(second.Cells, (await store.FindAsync(second.Manifest.Id, Cancellation))!.Cells);
        Assert.Equal(first.Cells, (await store.FindAsync(first.Manifest.Id, Cancellation))!.Cells);
        await store.PublishAsync(second.Manifest.Id, Noon, Cancellation);
        Assert.Equal(second.Manifest.Id, await store.CurrentIdAsync(Cancellation));
    }

    [Fact]
    public async Task Read_ServerStartedAgainMeanwhile_IsAnsweredFromTheNewConnections()
    {
        Assert.NotNull(await store.CurrentIdAsync(Cancellation));
        await server.KillAsync();
        await server.StartAsync();

        // The pool still holds connections that are dead.
        Assert.Equal(first.Manifest.Id, await store.CurrentIdAsync(Cancellation));
        await store.Records.Trail.AddAsync(Noon, "build", "command line", "a", Cancellation);
    }

    [Fact]
    public async Task Read_ConnectionsCut_IsTriedAgain()
    {
        for (var i = 0; i < 5; i++)
        {
            await CutAsync();
            Assert.Equal(first.Manifest.Id, await store.CurrentIdAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Read_ServerAway_FailsSoonAndRecovers()
    {
        await server.StopAsync();
        var started = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAnyAsync<DbException>(() => store.CurrentIdAsync(Cancellation));
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));

        await server.StartAsync();
        Assert.Equal(first.Manifest.Id, await store.CurrentIdAsync(Cancellation));
    }

    /// <summary>A statement that runs away is stopped by the server, also when the program that sent it is gone.</summary>
    [Fact]
    public async Task Statement_LongerThanTheLimit_IsStoppedByTheServer()
    {
        await using var impatient = Analytics.Postgres.PostgresAddress.Open(address, "lagesbild", TimeSpan.FromMilliseconds(200));
        await using var command = impatient.CreateCommand("SELECT pg_sleep(30)");

        var stopped = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation));
        Assert.Equal(PostgresErrorCodes.QueryCanceled, stopped.SqlState);
    }

    /// <summary>A data folder of 120 MB: the disk fills while a release is written.</summary>
    [Fact]
    public async Task AddDraft_DiskFull_LeavesNothingOfItAndRecovers()
    {
        Assert.SkipUnless(Environment.UserName == "root", "Only root can make a small disk.");
        var disk = Directory.CreateTempSubdirectory("lagesbild-disk-").FullName;
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=120m,mode=777", "tmpfs", disk);
        try
        {
            await using (var small = await PostgresServer.StartNewAsync(disk, "max_wal_size = 32MB", "min_wal_size = 32MB", "wal_keep_size = 0"))
            {
                var database = await small.CreateDatabaseAsync();
                await using var full = new PostgresReleaseStore(database);
                await full.InitialiseAsync(Cancellation);
                await PublishAsync(full, first);
                await File.WriteAllBytesAsync(Path.Combine(disk, "filler"), new byte[Math.Max(0, new DriveInfo(disk).AvailableFreeSpace - 1_500_000)], Cancellation);

                var refused = await Assert.ThrowsAnyAsync<DbException>(() => full.AddDraftAsync(second, Cancellation));
                Assert.True(refused.SqlState is null or PostgresErrorCodes.DiskFull or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown, refused.SqlState);
                File.Delete(Path.Combine(disk, "filler"));
                await small.EnsureStartedAsync();

                Assert.Equal(first.Manifest.Id, Assert.Single(await full.ListAsync(Cancellation)).Id);
                Assert.Equal(first.Cells, (await full.FindAsync(first.Manifest.Id, Cancellation))!.Cells);
                Assert.True(await full.AddDraftAsync(first with { Manifest = first.Manifest with { Id = "aaaaaaaaaaaaaaaa" } }, Cancellation));
            }
        }
        finally
        {
            await RunAsync("umount", disk);
            Directory.Delete(disk);
        }
    }

    static async Task PublishAsync(PostgresReleaseStore store, ReleaseDocument release)
    {
        await store.AddDraftAsync(release, Cancellation);
        await store.RecordAuditAsync(release.Manifest.Id, new AuditResult(true, ["additivity"], 3, 4, []), Noon, Cancellation);
        await store.PublishAsync(release.Manifest.Id, Noon, Cancellation);
    }

    async Task OnlyTheFirstIsThereAsync()
    {
        Assert.Equal(first.Manifest.Id, await store.CurrentIdAsync(Cancellation));
        Assert.Equal(first.Manifest.Id, Assert.Single(await store.ListAsync(Cancellation)).Id);
        Assert.Equal(first.Cells, (await store.FindAsync(first.Manifest.Id, Cancellation))!.Cells);
        foreach (var table in (string[])["cell", "part", "catalogue_file", "protection"])
        {
            Assert.Equal(0L, await PostgresServer.ScalarAsync<long>(address, $"SELECT count(*) FROM lagesbild.{table} WHERE release NOT IN (SELECT key FROM lagesbild.release)"));
        }
    }

    Task CutAsync() => PostgresServer.ExecuteAsync(server.Address(), "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");

    static ReleaseDocument Large(ReleaseDocument release) =>
        release with { Cells = [.. Enumerable.Range(1, 60_000 / release.Cells.Count).SelectMany(i => release.Cells.Select(x => x with { Address = x.Address with { Year = i } }))] };

    static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
    }
}
