using System.Globalization;
using Npgsql;

namespace Analytics.Postgres;

/// <summary>Brings a schema of a database up to date: each step once, in order, all or nothing, also when two programs start at the same time.</summary>
/// <param name="schema">Name of the schema.</param>
/// <param name="steps">What takes an empty schema to each version; a step that has been released never changes.</param>
sealed class SchemaSteps(string schema, IReadOnlyList<string> steps)
{
    /// <summary>Waits for others who prepare the same database, until the end of the transaction. The number is the letters "lagesbil".</summary>
    public const string TakeTurns = "SELECT pg_advisory_xact_lock(x'6C6167657362696C'::bigint)";

    /// <summary>Applies the steps that are missing.</summary>
    /// <exception cref="InvalidDataException">The schema is newer than this program, or this role may not create it.</exception>
    public async Task ApplyAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await VersionAsync(connection, cancellation) is var found && found == steps.Count)
        {
            return;
        }

        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await ExecuteAsync(connection, TakeTurns, cancellation);
            // Another program may have been first.
            var version = await VersionAsync(connection, cancellation);
            if (version == 0)
            {
                await ExecuteAsync(connection, $"CREATE SCHEMA IF NOT EXISTS {schema}; CREATE TABLE {schema}.schema_version (version integer PRIMARY KEY, applied timestamptz NOT NULL DEFAULT now())", cancellation);
            }

            for (var step = version; step < steps.Count; step++)
            {
                await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"{steps[step]}; INSERT INTO {schema}.schema_version (version) VALUES ({step + 1})"), cancellation);
            }

            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw NotPrepared(found);
        }
    }

    async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        try
        {
            // Not to_regclass, which may answer from before the lock.
            await using var exists = new NpgsqlCommand($"SELECT EXISTS (SELECT FROM pg_catalog.pg_tables WHERE schemaname = '{schema}' AND tablename = 'schema_version')", connection);
            if (await exists.ExecuteScalarAsync(cancellation) is not true)
            {
                return 0;
            }

            await using var command = new NpgsqlCommand($"SELECT coalesce(max(version), 0) FROM {schema}.schema_version", connection);
            var version = (int)(await command.ExecuteScalarAsync(cancellation))!;
            return version <= steps.Count
                ? version
                : throw new InvalidDataException($"The store was written by a newer version of the program (schema {version}, this one knows {steps.Count}).");
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw NotPrepared(0);
        }
    }

    InvalidDataException NotPrepared(int version) => new(version == 0
        ? $"the schema '{schema}' is not there or not open to this role; run 'database init' as the database's owner first."
        : string.Create(CultureInfo.InvariantCulture, $"the schema '{schema}' has version {version} and this program needs {steps.Count}; run 'database init' as the database's owner."));

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
