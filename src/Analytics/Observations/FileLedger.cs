using Npgsql;

namespace Analytics.Observations;

/// <summary>A file that the database holds.</summary>
/// <param name="Key">What its rows carry.</param>
/// <param name="Name">File name within its input folder.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes, hexadecimal.</param>
/// <param name="Rows">Rows of microdata; null for a file that is kept whole.</param>
/// <param name="Weights">Different weights other than 1 in them, counted up to one more than <see cref="AggregationStatement.FewWeights"/>.</param>
sealed record StoredFile(int Key, string Name, long Bytes, string Sha256, long? Rows, int? Weights);

/// <summary>The table <c>input_file</c>: which files the database holds.</summary>
static class FileLedger
{
    /// <summary>All files, by name.</summary>
    public static async Task<IReadOnlyList<StoredFile>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT key, name, bytes, sha256, rows, weights FROM observations.input_file ORDER BY name", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var files = new List<StoredFile>();
        while (await reader.ReadAsync(cancellation))
        {
            files.Add(new StoredFile(
                reader.GetInt32(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3), await reader.IsDBNullAsync(4, cancellation) ? null : reader.GetInt64(4),
                await reader.IsDBNullAsync(5, cancellation) ? null : reader.GetInt32(5)));
        }

        return files;
    }

    /// <summary>Adds a file; <paramref name="content"/> is null for one whose rows are stored.</summary>
    public static async Task AddAsync(NpgsqlConnection connection, StoredFile file, byte[]? content, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("INSERT INTO observations.input_file (key, name, bytes, sha256, rows, weights, content) VALUES ($1, $2, $3, $4, $5, $6, $7)", connection);
        command.Parameters.Add(new() { Value = file.Key });
        command.Parameters.Add(new() { Value = file.Name });
        command.Parameters.Add(new() { Value = file.Bytes });
        command.Parameters.Add(new() { Value = file.Sha256 });
        command.Parameters.Add(new() { Value = (object?)file.Rows ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = (object?)file.Weights ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = (object?)content ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Takes a file and its rows away.</summary>
    public static async Task RemoveAsync(NpgsqlConnection connection, StoredFile file, CancellationToken cancellation)
    {
        foreach (var statement in (string[])["DELETE FROM observations.observation WHERE file = $1", "DELETE FROM observations.input_file WHERE key = $1"])
        {
            await using var command = new NpgsqlCommand(statement, connection);
            command.Parameters.Add(new() { Value = file.Key });
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Takes away rows of an ingest whose commit reached only some of several servers: no file has their keys.</summary>
    /// <param name="connection">Within the transaction of an ingest.</param>
    /// <param name="firstKey">The first key that no file has.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task RemoveLostAsync(NpgsqlConnection connection, int firstKey, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("DELETE FROM observations.observation WHERE file >= $1", connection);
        command.Parameters.Add(new() { Value = firstKey });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The bytes of a file that is kept whole.</summary>
    public static byte[] Content(NpgsqlConnection connection, StoredFile file)
    {
        using var command = new NpgsqlCommand("SELECT content FROM observations.input_file WHERE key = $1", connection);
        command.Parameters.Add(new() { Value = file.Key });
        return (byte[])command.ExecuteScalar()!;
    }
}
