using System.Data.Common;
using Dapper;

namespace Analytics.Storage;

/// <summary>Who did what to releases, in the order it was done. It is only added to: the database itself refuses changes.</summary>
public sealed class AuditTrail(DbDataSource source)
{
    readonly StoreDatabase database = new(source);

    /// <summary>Adds an entry.</summary>
    /// <param name="at">When it was done.</param>
    /// <param name="action">What was done: <c>sign-in</c>, <c>build</c>, <c>publish</c>, <c>download</c>.</param>
    /// <param name="actor">Who did it, as a role or an opaque subject; never a name.</param>
    /// <param name="subject">What it was done to: a release, an address without its host.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task AddAsync(DateTimeOffset at, string action, string actor, string subject, CancellationToken cancellation) => AddAsync([new TrailEntry(at, action, actor, subject)], cancellation);

    /// <summary>Adds entries in their order, all or none.</summary>
    public Task AddAsync(IReadOnlyList<TrailEntry> entries, CancellationToken cancellation) => database.ChangeAsync(async (connection, transaction) =>
    {
        foreach (var (at, action, actor, subject) in entries)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "INSERT INTO trail (at, action, actor, subject) VALUES (@at, @action, @actor, @subject)", new { at = StoredTime.Write(at), action, actor, subject }, transaction, cancellationToken: cancellation));
        }
    }, cancellation);

    /// <summary>The latest entries, the newest first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="before">Only entries that stand before the one with this key.</param>
    public async Task<IReadOnlyList<TrailEntry>> LatestAsync(int most, CancellationToken cancellation, long before = long.MaxValue)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<(long Key, string At, string Action, string Actor, string Subject)>(new CommandDefinition(
            "SELECT key, at, action, actor, subject FROM trail WHERE key < @before ORDER BY key DESC LIMIT @most", new { most, before }, cancellationToken: cancellation)), cancellation);
        return [.. rows.Select(x => new TrailEntry(StoredTime.Read(x.At), x.Action, x.Actor, x.Subject) { Key = x.Key })];
    }
}

/// <summary>An entry of the audit trail.</summary>
/// <param name="At">When it was done, UTC.</param>
/// <param name="Action">What was done.</param>
/// <param name="Actor">Who did it, as a role or an opaque subject.</param>
/// <param name="Subject">What it was done to.</param>
public sealed record TrailEntry(DateTimeOffset At, string Action, string Actor, string Subject)
{
    /// <summary>Its place in the trail: later entries have greater keys. 0 for one that is not stored yet.</summary>
    public long Key { get; init; }
}
