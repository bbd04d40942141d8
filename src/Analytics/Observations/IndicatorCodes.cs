using Analytics.Catalogue;
using Npgsql;

namespace Analytics.Observations;

/// <summary>The database's own numbers of indicators.</summary>
static class IndicatorCodes
{
    /// <summary>The numbers there are, by id of the indicator.</summary>
    public static async Task<IReadOnlyDictionary<string, short>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT id, code FROM observations.indicator", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var codes = new Dictionary<string, short>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            codes.Add(reader.GetString(0), reader.GetInt16(1));
        }

        return codes;
    }

    /// <summary>Numbers indicators that have none yet.</summary>
    public static async Task AddMissingAsync(NpgsqlConnection connection, Codebook codebook, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO observations.indicator (code, id)
            SELECT (SELECT coalesce(max(code), 0) FROM observations.indicator) + row_number() OVER (ORDER BY place), id
            FROM unnest($1) WITH ORDINALITY AS wanted (id, place)
            WHERE NOT EXISTS (SELECT FROM observations.indicator there WHERE there.id = wanted.id)
            """, connection);
        command.Parameters.Add(new() { Value = codebook.Indicators.Select(x => x.Id).ToArray() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Per indicator of a codebook its number; −1 where it has none.</summary>
    public static short[] Of(Codebook codebook, IReadOnlyDictionary<string, short> codes) => [.. codebook.Indicators.Select(x => codes.GetValueOrDefault(x.Id, (short)-1))];
}
