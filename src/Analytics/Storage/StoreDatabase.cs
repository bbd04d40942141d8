using System.Data;
using System.Data.Common;

namespace Analytics.Storage;

/// <summary>Work on the store's database, tried again only where a second try cannot do anything twice.</summary>
/// <remarks>
/// Reading is tried again after every fault that the database calls passing (a broken connection, a server that starts). A change is tried
/// again only where nothing of it can have stayed: no connection was opened, or the database itself says that it undid the transaction
/// (SQLSTATE 40001 and 40P01). After a connection that broke while a change was on its way nobody knows, so the caller is told.
/// </remarks>
sealed class StoreDatabase(DbDataSource source)
{
    static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(800)];

    /// <summary>Reads.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                return await read(connection);
            }
            catch (DbException e) when (e.IsTransient && attempt < Pauses.Length)
            {
                await Task.Delay(Pauses[attempt], cancellation);
            }
        }
    }

    /// <summary>Changes, all or nothing.</summary>
    /// <param name="change">The change, without committing it; may be run several times.</param>
    /// <param name="cancellation">Stops the work; nothing has changed then.</param>
    /// <param name="isolation">How strictly it is kept apart from other changes.</param>
    public async Task<T> ChangeAsync<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellation, IsolationLevel isolation = IsolationLevel.Unspecified)
    {
        for (var attempt = 0; ; attempt++)
        {
            var opened = false;
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                await using var transaction = await connection.BeginTransactionAsync(isolation, cancellation);
                opened = true;
                var result = await change(connection, transaction);
                await transaction.CommitAsync(cancellation);
                return result;
            }
            catch (DbException e) when (attempt < Pauses.Length && (opened ? e.SqlState is "40001" or "40P01" : e.IsTransient))
            {
                await Task.Delay(Pauses[attempt], cancellation);
            }
        }
    }

    /// <summary>Changes, all or nothing.</summary>
    public Task ChangeAsync(Func<DbConnection, DbTransaction, Task> change, CancellationToken cancellation, IsolationLevel isolation = IsolationLevel.Unspecified) =>
        ChangeAsync(async (connection, transaction) =>
        {
            await change(connection, transaction);
            return true;
        }, cancellation, isolation);
}
