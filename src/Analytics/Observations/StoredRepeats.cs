using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Repeats;
using Npgsql;

namespace Analytics.Observations;

/// <summary>Finds the lines of an ingest that the database refused because stored rows are about the same person, year and indicator. The answer names files and lines, never the person.</summary>
static class StoredRepeats
{
    const string Seen =
        """
        CREATE TEMPORARY TABLE seen (
            value float8, weight float8, file integer, year smallint, indicator smallint, age smallint, sex "char", municipality text COLLATE "C", person text COLLATE "C", line bigint) ON COMMIT DROP
        """;

    const string Repeats =
        """
        SELECT seen.file, seen.line, seen.municipality, stored.municipality, input_file.name, count(*) OVER ()
        FROM pg_temp.seen
        JOIN observations.observation stored USING (person, year, indicator)
        LEFT JOIN observations.input_file ON input_file.key = stored.file
        WHERE stored.file <> ALL ($1)
        ORDER BY seen.file, seen.line
        LIMIT 50
        """;

    /// <summary>Reads the arriving files again and notes every repeat.</summary>
    public static async Task FindAsync(NpgsqlConnection connection, IngestPlan plan, Codebook codebook, FaultList faults, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var create = new NpgsqlCommand(Seen, connection))
        {
            await create.ExecuteNonQueryAsync(cancellation);
        }

        Send(connection, plan, codebook, IndicatorCodes.Of(codebook, await IndicatorCodes.ReadAsync(connection, cancellation)), faults, cancellation);
        var names = plan.Arriving.All.ToDictionary(plan.KeyOf);
        await using var command = new NpgsqlCommand(Repeats, connection);
        command.Parameters.Add(new() { Value = plan.Leaving.Select(x => x.Key).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (listed, found) = (0L, 0L);
        while (await reader.ReadAsync(cancellation))
        {
            var other = await reader.IsDBNullAsync(4, cancellation) ? "rows that belong to no stored file" : reader.GetString(4);
            faults.Add(Repeat(names[reader.GetInt32(0)], reader.GetInt64(1), reader.GetString(2), reader.GetString(3), other));
            (listed, found) = (listed + 1, reader.GetInt64(5));
        }

        faults.AddUnlisted(found - listed);
        if (faults.IsEmpty)
        {
            faults.Add(new Fault(plan.Place, 0, "person", "a person twice for the same year and indicator, or in two municipalities", "one row per person, year and indicator"));
        }
    }

    static void Send(NpgsqlConnection connection, IngestPlan plan, Codebook codebook, short[] indicators, FaultList faults, CancellationToken cancellation)
    {
        var source = new FolderFiles(plan.Folder);
        var folder = new FolderReading(plan.Arriving, source, codebook, faults, null, cancellation);
        using var copy = new ObservationCopy(connection, "pg_temp.seen", codebook, indicators, lines: true);
        var keys = plan.Arriving.All.ToDictionary(x => x, plan.KeyOf, StringComparer.Ordinal);
        new ObservationFiles(folder, plan.Arriving, source, codebook, faults, cancellation).Read((person, in observation, row) =>
        {
            if (!person.Contains('\0'))
            {
                copy.Add(person, observation, keys[row.File], row.Line);
            }
        }, PersonYear.Hash);
        copy.Complete();
    }

    static Fault Repeat(string file, long line, string municipality, string stored, string other) => municipality == stored
        ? new Fault(file, line, "person", $"the same person, year and indicator as in {other}", "one row per person, year and indicator")
        : new Fault(file, line, "municipality", $"'{municipality}' where {other} has '{stored}' for the same person, year and indicator", "one municipality per person and year for an indicator");
}
