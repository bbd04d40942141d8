using System.Data.Common;
using Dapper;

namespace Analytics.Storage;

/// <summary>Meetings by name: the views that were pinned for them, and what they decided about a release.</summary>
public sealed class MeetingSessions(DbDataSource source)
{
    readonly StoreDatabase database = new(source);

    /// <summary>Keeps a meeting's views and notes; those of the same name are replaced.</summary>
    /// <param name="name">Name of the meeting.</param>
    /// <param name="content">Views and notes, as the dashboard writes them.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task SaveAsync(string name, string content, DateTimeOffset at, CancellationToken cancellation) =>
        database.ChangeAsync((connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO meeting (name, changed, content) VALUES (@name, @changed, @content) ON CONFLICT (name) DO UPDATE SET changed = @changed, content = @content",
            new { name, changed = StoredTime.Write(at), content }, transaction, cancellationToken: cancellation)), cancellation);

    /// <summary>A meeting's views and notes; null where there is no such meeting.</summary>
    public Task<string?> FindAsync(string name, CancellationToken cancellation) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<string?>(new CommandDefinition("SELECT content FROM meeting WHERE name = @name", new { name }, cancellationToken: cancellation)), cancellation);

    /// <summary>Names of all meetings, the one changed last first.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation) =>
        [.. await database.ReadAsync(connection => connection.QueryAsync<string>(new CommandDefinition("SELECT name FROM meeting ORDER BY changed DESC, name", cancellationToken: cancellation)), cancellation)];

    /// <summary>Adds a decision to a meeting, against the release it was made on.</summary>
    /// <exception cref="DbException">There is no such release.</exception>
    public Task AddDecisionAsync(string meeting, string release, string content, DateTimeOffset at, CancellationToken cancellation) =>
        database.ChangeAsync((connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO decision (release, meeting, at, content) VALUES (@release, @meeting, @at, @content)", new { release, meeting, at = StoredTime.Write(at), content }, transaction, cancellationToken: cancellation)), cancellation);

    /// <summary>A meeting's decisions, in the order they were made.</summary>
    public async Task<IReadOnlyList<MeetingDecision>> DecisionsAsync(string meeting, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<(string Release, string At, string Content)>(new CommandDefinition(
            "SELECT release, at, content FROM decision WHERE meeting = @meeting ORDER BY key", new { meeting }, cancellationToken: cancellation)), cancellation);
        return [.. rows.Select(x => new MeetingDecision(x.Release, StoredTime.Read(x.At), x.Content))];
    }
}

/// <summary>A decision of a meeting.</summary>
/// <param name="Release">Id of the release it was made on.</param>
/// <param name="At">When it was written down, UTC.</param>
/// <param name="Content">What was decided, by whom it is done and until when, as the dashboard writes it.</param>
public sealed record MeetingDecision(string Release, DateTimeOffset At, string Content);
