using Analytics.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Analytics.Tests.Storage;

public sealed class AuditTrailTests : IAsyncLifetime
{
    static readonly DateTimeOffset At = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);

    readonly string folder = Directory.CreateTempSubdirectory("lagesbild-trail-").FullName;
    readonly SqliteReleaseStore store;

    public AuditTrailTests() => store = new SqliteReleaseStore(Path.Combine(folder, "store.db"));

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    AuditTrail Trail => store.Records.Trail;

    public async ValueTask InitializeAsync() => await store.InitialiseAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Add_Entries_AreReadNewestFirstAsTheyWereWritten()
    {
        await Trail.AddAsync(At, "build", "command line", "aaaa", Cancellation);
        await Trail.AddAsync([new(At.AddMilliseconds(1), "publish", "command line", "aaaa"), new(At, "sign-in", "analyst 00ff", "å")], Cancellation);

        var entries = await Trail.LatestAsync(10, Cancellation);
        Assert.Equal(
            [(At, "sign-in", "analyst 00ff", "å"), (At.AddMilliseconds(1), "publish", "command line", "aaaa"), (At, "build", "command line", "aaaa")],
            entries.Select(x => (x.At, x.Action, x.Actor, x.Subject)));
    }

    [Fact]
    public async Task Latest_BeforeAKey_GoesOnWhereTheLastPageEnded()
    {
        await Trail.AddAsync([.. Enumerable.Range(0, 5).Select(x => new TrailEntry(At, "download", "anyone", $"{x}"))], Cancellation);

        var first = await Trail.LatestAsync(2, Cancellation);
        var second = await Trail.LatestAsync(2, Cancellation, first[^1].Key);
        var third = await Trail.LatestAsync(2, Cancellation, second[^1].Key);
        Assert.Equal(["4", "3", "2", "1", "0"], [.. first.Concat(second).Concat(third).Select(x => x.Subject)]);
    }

    [Theory]
    [InlineData("UPDATE trail SET actor = 'nobody'")]
    [InlineData("UPDATE OR REPLACE trail SET key = 2 WHERE key = 1")]
    [InlineData("DELETE FROM trail")]
    [InlineData("DELETE FROM trail WHERE key = 1")]
    [InlineData("REPLACE INTO trail (key, at, action, actor, subject) VALUES (1, '', 'x', 'x', 'x')")]
    [InlineData("INSERT INTO trail (key, at, action, actor, subject) VALUES (1, '', 'x', 'x', 'x') ON CONFLICT (key) DO UPDATE SET actor = 'x'")]
    public async Task Trail_ChangedInTheDatabaseItself_Refuses(string statement)
    {
        await Trail.AddAsync([new(At, "sign-in", "analyst", "1"), new(At, "sign-out", "analyst", "2")], Cancellation);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "store.db")}");

        var refused = await Assert.ThrowsAsync<SqliteException>(() => connection.ExecuteAsync(statement));
        Assert.Contains("only added to", refused.Message, StringComparison.Ordinal);
        Assert.Equal([("sign-out", "analyst", "2"), ("sign-in", "analyst", "1")], (await Trail.LatestAsync(10, Cancellation)).Select(x => (x.Action, x.Actor, x.Subject)));
    }

    [Fact]
    public async Task Add_OneThatCannotBeStored_StoresNone()
    {
        await Assert.ThrowsAsync<SqliteException>(() => Trail.AddAsync([new(At, "build", "command line", "a"), new(At, null!, "command line", "b")], Cancellation));

        Assert.Empty(await Trail.LatestAsync(10, Cancellation));
    }
}
