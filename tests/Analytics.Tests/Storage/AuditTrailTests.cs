using Analytics.Storage;
using Xunit;

namespace Analytics.Tests.Storage;

/// <summary>What the audit trail of every store does.</summary>
public abstract class AuditTrailTests : IAsyncLifetime
{
    private protected static readonly DateTimeOffset At = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);

    IReleaseStore store = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected AuditTrail Trail => store.Records.Trail;

    /// <summary>An empty store.</summary>
    protected abstract Task<IReleaseStore> CreateAsync();

    /// <summary>Changes the store's database behind the program's back, with all rights that its owner has.</summary>
    protected abstract Task ExecuteAsync(string statement);

    /// <summary>Takes the store away.</summary>
    protected virtual void Clean()
    {
    }

    public async ValueTask InitializeAsync()
    {
        store = await CreateAsync();
        await store.InitialiseAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        Clean();
        GC.SuppressFinalize(this);
    }

    /// <summary>A change is refused by the database itself and leaves the trail as it is.</summary>
    private protected async Task RefusesAsync(string statement)
    {
        await Trail.AddAsync([new(At, "sign-in", "analyst", "1"), new(At, "sign-out", "analyst", "2")], Cancellation);

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ExecuteAsync(statement));
        Assert.Contains("only added to", refused.Message, StringComparison.Ordinal);
        Assert.Equal([("sign-out", "analyst", "2"), ("sign-in", "analyst", "1")], (await Trail.LatestAsync(10, Cancellation)).Select(x => (x.Action, x.Actor, x.Subject)));
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

    [Fact]
    public async Task Add_OneThatCannotBeStored_StoresNone()
    {
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Trail.AddAsync([new(At, "build", "command line", "a"), new(At, null!, "command line", "b")], Cancellation));

        Assert.Empty(await Trail.LatestAsync(10, Cancellation));
    }
}
