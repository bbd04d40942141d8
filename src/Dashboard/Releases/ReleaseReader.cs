using System.Collections.Concurrent;
using Analytics.Release;
using Analytics.Storage;

namespace Dashboard.Releases;

/// <summary>Reads published releases from the store, each once, and keeps the last few.</summary>
/// <remarks>Which release is current is asked anew every time, so that a publication is seen at once. Drafts are never given out.</remarks>
public sealed class ReleaseReader(IReleaseStore store)
{
    const int MostKept = 4;

    readonly ConcurrentDictionary<string, Task<LoadedRelease?>> kept = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<string> order = new();

    /// <summary>Id of the current release; null before the first publication.</summary>
    public Task<string?> CurrentIdAsync(CancellationToken cancellation) => store.CurrentIdAsync(cancellation);

    /// <summary>All releases that are or were current, the newest first.</summary>
    public async Task<IReadOnlyList<ReleaseSummary>> PublishedAsync(CancellationToken cancellation) => [.. (await store.ListAsync(cancellation)).Where(IsPublished)];

    /// <summary>A release that is or was current; null when there is none with this id.</summary>
    public async Task<LoadedRelease?> FindAsync(string id, CancellationToken cancellation)
    {
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
    public Task<ProtectionRecord?> FindProtectionAsync(string id, string indicator, int year, CancellationToken cancellation) => store.FindProtectionAsync(id, indicator, year, cancellation);

    static bool IsPublished(ReleaseSummary release) => release.Current || release.Published is not null;

    LoadedRelease? Forget(string id)
    {
        kept.TryRemove(id, out _);
        return null;
    }

    // The caller may give up; another one waits for the same load.
    async Task<LoadedRelease?> LoadAsync(string id)
    {
        var releases = await store.ListAsync(CancellationToken.None);
        var summary = releases.FirstOrDefault(x => x.Id == id && IsPublished(x));
        if (summary is null || await store.FindAsync(id, CancellationToken.None) is not { } document)
        {
            return null;
        }

        var release = new LoadedRelease(document, summary.Published, await store.FindAuditAsync(id, CancellationToken.None));
        order.Enqueue(id);
        while (order.Count > MostKept && order.TryDequeue(out var oldest) && oldest != id)
        {
            kept.TryRemove(oldest, out _);
        }

        return release;
    }
}
