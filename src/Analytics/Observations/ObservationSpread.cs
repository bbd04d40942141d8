using System.Globalization;
using Analytics.Postgres;
using Npgsql;

namespace Analytics.Observations;

/// <summary>Spreads the table of observations over several servers of PostgreSQL by <c>postgres_fdw</c>: each holds some of its parts and counts their rows itself.</summary>
public static class ObservationSpread
{
    const string RemoteSchema = "observations_part";

    /// <summary>Moves the parts of an empty table to other servers; safe to repeat with the same servers.</summary>
    /// <param name="address">Connection string of the database that is asked, as a superuser: the extension and the ways to the others are made.</param>
    /// <param name="servers">Connection strings of the databases that hold the rows, as a role that may make a schema there. The database keeps user and password of each.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">An address is no connection string; the message does not show it.</exception>
    /// <exception cref="InvalidDataException">The table holds rows, or is spread in another way.</exception>
    /// <exception cref="NpgsqlException">A database failed; what was made on other servers is empty and is used by the next try.</exception>
    public static async Task RunAsync(string address, IReadOnlyList<string> servers, CancellationToken cancellation)
    {
        await using var database = PostgresAddress.Open(address, ObservationSchema.Name);
        await ObservationSchema.Steps.ApplyAsync(database, cancellation);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, ObservationSchema.TakeTurns, cancellation);
        await using (var filled = new NpgsqlCommand("SELECT EXISTS (SELECT FROM observations.observation) OR (SELECT relkind <> 'p' FROM pg_class WHERE oid = 'observations.observation'::regclass)", connection))
        {
            if (await filled.ExecuteScalarAsync(cancellation) is true)
            {
                throw new InvalidDataException("only an empty table of observations can be spread: take the files away first (ingest --remove), spread, and ingest them again. Citus spreads by itself.");
            }
        }

        await ExecuteAsync(connection, "CREATE EXTENSION IF NOT EXISTS postgres_fdw", cancellation);
        for (var i = 0; i < servers.Count; i++)
        {
            var parts = Enumerable.Range(0, ObservationSchema.Partitions).Where(part => part % servers.Count == i).ToArray();
            await MakePartsAsync(servers[i], parts, cancellation);
            await ExecuteAsync(connection, WayTo(i, PostgresAddress.Settings(servers[i]), parts), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    static async Task MakePartsAsync(string server, int[] parts, CancellationToken cancellation)
    {
        await using var database = PostgresAddress.Open(server, RemoteSchema);
        await using var command = database.CreateCommand(string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture,
            $"""
            CREATE TABLE IF NOT EXISTS {RemoteSchema}.observation_{part} (
                value double precision, weight double precision CHECK (weight > 0), file integer NOT NULL, year smallint NOT NULL, indicator smallint NOT NULL,
                age smallint NOT NULL, sex "char" NOT NULL CHECK (sex IN ('F', 'M', 'X')), municipality text COLLATE "C" NOT NULL, person text COLLATE "C" NOT NULL,
                PRIMARY KEY (person, year, indicator));
            CREATE INDEX IF NOT EXISTS observation_{part}_file ON {RemoteSchema}.observation_{part} USING brin (file) WITH (autosummarize = on);

            """)).Prepend($"CREATE SCHEMA IF NOT EXISTS {RemoteSchema}; REVOKE ALL ON SCHEMA {RemoteSchema} FROM PUBLIC;\n")));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static string WayTo(int server, NpgsqlConnectionStringBuilder remote, int[] parts)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"observations_{server}");
        // A role that is no superuser needs a password to go on, unless whoever sets this up says that the other server asks for none.
        var user = $"user {Literal(remote.Username)}, {(remote.Password is { Length: > 0 } password ? $"password {Literal(password)}" : "password_required 'false'")}";
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            DROP SERVER IF EXISTS {name} CASCADE;
            CREATE SERVER {name} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (
                host {Literal(remote.Host)}, port '{remote.Port}', dbname {Literal(remote.Database ?? remote.Username)}, fetch_size '20000', batch_size '5000', async_capable 'true', use_remote_estimate 'false');
            CREATE USER MAPPING FOR PUBLIC SERVER {name} OPTIONS ({user});

            """) + string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture,
            $"""
            DROP TABLE IF EXISTS observations.observation_{part};
            CREATE FOREIGN TABLE observations.observation_{part} PARTITION OF observations.observation FOR VALUES WITH (MODULUS {ObservationSchema.Partitions}, REMAINDER {part})
                SERVER {name} OPTIONS (schema_name '{RemoteSchema}', table_name 'observation_{part}');

            """)));
    }

    static string Literal(string? text) => $"'{(text ?? "").Replace("'", "''", StringComparison.Ordinal)}'";

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
