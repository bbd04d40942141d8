using Npgsql;

namespace Analytics.Postgres;

/// <summary>The three roles of a county's database and what each may do; the script itself is <c>roles.sql</c>.</summary>
static class DatabaseRoles
{
    /// <summary>The script, for whoever prefers to run it by hand.</summary>
    public static string Script { get; } = Read();

    /// <summary>Makes the roles where they are missing and sets what they may do; the schemas must be there.</summary>
    public static async Task ApplyAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand($"{SchemaSteps.TakeTurns};\n{Script}", connection, transaction);
        await command.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    static string Read()
    {
        using var stream = typeof(DatabaseRoles).Assembly.GetManifestResourceStream("roles.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
