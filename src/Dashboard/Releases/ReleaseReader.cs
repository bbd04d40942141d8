using System.Collections.Concurrent;
using System.Diagnostics;
using Analytics.Release;
using Analytics.Storage;
using Dashboard.Telemetry;

namespace Dashboard.Releases;

/// <summary>Reads published releases from the store, each once, and keeps the last few, the current one always.</summary>
/// <remarks>Which release is current is asked anew every time, so that a publication is seen at once. While the store is away it is the one that was. Drafts are never given out.</remarks>
public sealed class ReleaseReader(IReleaseStore store, StoreState state)
{
    const int MostKept = 4;

    readonly ConcurrentDictionary<string, Task<LoadedRelease?>> kept = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<string> order = new();
    volatile LoadedRelease? last;
    volatile IReadOnlyList<ReleaseSummary>? lastList;

    /// <summary>Id of the release that was current when it was last read; null before.</summary>
    public string? LastId => last?.Manifest.Id;

    /// <summary>Id of the current release; null before the first publication.</summary>
    /// <exception cref="StoreAwayException">The store is away, and no current release was read before.</exception>
    public async Task<string?> CurrentIdAsync(CancellationToken cancellation)
    {
        try
        {
            return await state.AskAsync(store.CurrentIdAsync, cancellation);
        }
        catch (StoreAwayException) when (last is not null)
        {
            return LastId;
        }
    }

    /// <summary>The current release; the one before it while the store is away, or slow to give the new one.</summary>
    /// <param name="currentId">Its id: what <see cref="CurrentIdAsync"/> says.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="StoreAwayException">The store is away, and no current release was read before.</exception>
    public async Task<LoadedRelease?> FindCurrentAsync(string? currentId, CancellationToken cancellation)
    {
        try
        {
            return currentId is not null && await state.WaitAsync(FindAsync(currentId, cancellation), hurry: last is not null) is { } release ? last = release : null;
        }
        catch (Exception e) when (e is StoreAwayException or TimeoutException && last is not null)
        {
            return last;
        }
    }

    /// <summary>All releases that are or were current, the newest first; those last heard of while the store is away.</summary>
    /// <exception cref="StoreAwayException">The store is away, and was not asked for them before.</exception>
    public async Task<IReadOnlyList<ReleaseSummary>> PublishedAsync(CancellationToken cancellation)
    {
        try
        {
            return await ListAsync(cancellation);
        }
        catch (StoreAwayException) when (lastList is not null)
        {
            return lastList;
        }
    }

    /// <summary>A release that is or was current; null when there is none with this id.</summary>
    /// <exception cref="StoreAwayException">The store is away, and the release is not in memory.</exception>
    public async Task<LoadedRelease?> FindAsync(string id, CancellationToken cancellation)
    {
        if (last is { } known && known.Manifest.Id == id)
        {
            return known;
        }

        var release = kept.GetOrAdd(id, LoadAsync);
        try
        {
            return await release.WaitAsync(cancellation) ?? Forget(id);
        }
        catch when (release.IsFaulted)
        {
            Forget(id);
            throw;
        }
    }

    /// <summary>What the protection did to an indicator and year of a release; read anew each time. Null where the store does not know.</summary>
    /// <exception cref="StoreAwayException">The store is away.</exception>
    public Task<ProtectionRecord?> FindProtectionAsync(string id, string indicator, int year, CancellationToken cancellation) =>
        state.AskAsync(x => store.FindProtectionAsync(id, indicator, year, x), cancellation);

    async Task<IReadOnlyList<ReleaseSummary>> ListAsync(CancellationToken cancellation) =>
        lastList = [.. (await state.AskAsync(store.ListAsync, cancellation)).Where(x => x.Current || x.Published is not null)];

    LoadedRelease? Forget(string id)
    {
        kept.TryRemove(id, out _);
        return null;
    }

    // The caller may give up; another one waits for the same load.
    async Task<LoadedRelease?> LoadAsync(string id)
    {
        var begun = Stopwatch.GetTimestamp();
        var summary = (await ListAsync(CancellationToken.None)).FirstOrDefault(x => x.Id == id);
        if (summary is null || await state.LoadAsync(x => store.FindAsync(id, x)) is not { } document)
        {
            return null;
        }

        var release = new LoadedRelease(document, summary.Published, await state.LoadAsync(x => store.FindAuditAsync(id, x)));
        Measures.ReleaseLoads.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        order.Enqueue(id);
        while (order.Count > MostKept && order.TryDequeue(out var oldest) && oldest != id)
        {
            kept.TryRemove(oldest, out _);
        }

        return release;
    }
}
