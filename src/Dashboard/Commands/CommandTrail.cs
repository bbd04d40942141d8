using Analytics.Storage;

namespace Dashboard.Commands;

/// <summary>Notes in the audit trail what was done from the command line. Who sat there is the machine's own business to know.</summary>
static class CommandTrail
{
    /// <summary>How the trail names whoever uses the command line.</summary>
    public const string Actor = "command line";

    /// <summary>Adds an entry.</summary>
    /// <param name="store">The store that was worked on.</param>
    /// <param name="action">One of <see cref="Access.TrailActions"/>.</param>
    /// <param name="subject">The release.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Task AddAsync(IReleaseStore store, string action, string subject, CancellationToken cancellation) =>
        store.Records.Trail.AddAsync(TimeProvider.System.GetUtcNow(), action, Actor, subject, cancellation);
}
