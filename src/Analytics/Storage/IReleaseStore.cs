using Analytics.Release;

namespace Analytics.Storage;

/// <summary>Where releases are kept. A release never changes; only which one is current does.</summary>
public interface IReleaseStore : IAsyncDisposable
{
    /// <summary>What people write down while they use releases.</summary>
    WorkRecords Records { get; }

    /// <summary>Creates or upgrades the schema; safe to call at every start.</summary>
    Task InitialiseAsync(CancellationToken cancellation);

    /// <summary>Whether this program may add releases here; a web server with a role of its own may not.</summary>
    Task<bool> MayAddAsync(CancellationToken cancellation);

    /// <summary>All releases, newest first.</summary>
    Task<IReadOnlyList<ReleaseSummary>> ListAsync(CancellationToken cancellation);

    /// <summary>Id of the current release; null before the first publication.</summary>
    Task<string?> CurrentIdAsync(CancellationToken cancellation);

    /// <summary>A release, draft or published, or null; without <see cref="ReleaseDocument.Protection"/>.</summary>
    Task<ReleaseDocument?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Result of the latest audit of a release, or null.</summary>
    Task<AuditResult?> FindAuditAsync(string id, CancellationToken cancellation);

    /// <summary>What the protection did to an indicator and year of a release, for the analyst only; null where the release is older than such records, or has none of it.</summary>
    Task<ProtectionRecord?> FindProtectionAsync(string id, string indicator, int year, CancellationToken cancellation);

    /// <summary>Adds a draft, all or nothing. A release that is already there is left as it is, but for protection records that it lacks.</summary>
    /// <returns>Whether it was added.</returns>
    Task<bool> AddDraftAsync(ReleaseDocument release, CancellationToken cancellation);

    /// <summary>Records the result of an audit.</summary>
    Task RecordAuditAsync(string id, AuditResult result, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Makes a release the current one, all or nothing.</summary>
    /// <exception cref="InvalidOperationException">The release is not there or its latest audit did not pass.</exception>
    Task PublishAsync(string id, DateTimeOffset at, CancellationToken cancellation);
}

/// <summary>A release in a list.</summary>
/// <param name="Id">Content-hash id.</param>
/// <param name="Title">Title of its data.</param>
/// <param name="Created">When it was built, UTC.</param>
/// <param name="Published">When it was last made current, UTC; null for a draft.</param>
/// <param name="Current">Whether it is the current one.</param>
/// <param name="AuditPassed">Result of its latest audit; null before one.</param>
/// <param name="Demonstration">Whether its data are made up.</param>
/// <param name="InputFiles">Number of input files it was built from.</param>
public sealed record ReleaseSummary(
    string Id, string Title, DateTimeOffset Created, DateTimeOffset? Published, bool Current, bool? AuditPassed, bool Demonstration, int InputFiles);
