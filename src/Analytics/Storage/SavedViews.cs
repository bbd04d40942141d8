using System.Data.Common;
using Dapper;

namespace Analytics.Storage;

/// <summary>Views that somebody wants to come back to: addresses under names of their own.</summary>
public sealed class SavedViews(DbDataSource source)
{
    readonly StoreDatabase database = new(source);

    /// <summary>Keeps a view; one of the same name is replaced.</summary>
    /// <param name="owner">Opaque subject of who keeps it.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="address">Path and query, without host.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task SaveAsync(string owner, string name, string address, DateTimeOffset at, CancellationToken cancellation) =>
        database.ChangeAsync((connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO saved_view (owner, name, changed, address) VALUES (@owner, @name, @changed, @address) ON CONFLICT (owner, name) DO UPDATE SET changed = @changed, address = @address",
            new { owner, name, changed = StoredTime.Write(at), address }, transaction, cancellationToken: cancellation)), cancellation);

    /// <summary>Somebody's views, by name.</summary>
    public async Task<IReadOnlyList<SavedView>> OfAsync(string owner, CancellationToken cancellation) =>
        [.. await database.ReadAsync(connection => connection.QueryAsync<SavedView>(new CommandDefinition(
            "SELECT name AS Name, address AS Address FROM saved_view WHERE owner = @owner ORDER BY name", new { owner }, cancellationToken: cancellation)), cancellation)];

    /// <summary>Forgets a view; nothing happens where there is none.</summary>
    public Task RemoveAsync(string owner, string name, CancellationToken cancellation) =>
        database.ChangeAsync((connection, transaction) =>
            connection.ExecuteAsync(new CommandDefinition("DELETE FROM saved_view WHERE owner = @owner AND name = @name", new { owner, name }, transaction, cancellationToken: cancellation)), cancellation);
}

/// <summary>A kept view.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Path and query, without host.</param>
public sealed record SavedView(string Name, string Address);
