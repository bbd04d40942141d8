using Analytics.Release;

namespace Analytics.Storage;

/// <summary>The releases of a store that readers may have kept: what a new one is protected and audited together with.</summary>
public static class PublishedReleases
{
    /// <summary>Every release that has ever been current, the newest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="except">Id of a release to leave out, or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyList<ReleaseDocument>> OfAsync(IReleaseStore store, string? except, CancellationToken cancellation)
    {
        var releases = new List<ReleaseDocument>();
        foreach (var summary in await store.ListAsync(cancellation))
        {
            if (summary.Published is not null && summary.Id != except && await store.FindAsync(summary.Id, cancellation) is { } release)
            {
                releases.Add(release);
            }
        }

        return releases;
    }
}
