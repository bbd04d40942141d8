using System.Security.Cryptography;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Postgres;
using Analytics.Repeats;
using Npgsql;

namespace Analytics.Observations;

/// <summary>Brings an input folder into PostgreSQL: microdata as rows, every other file whole. All of it or nothing.</summary>
public static class ObservationIngest
{
    /// <summary>Reads and checks a folder and stores what is new or changed in it.</summary>
    /// <param name="options">What to bring where.</param>
    /// <param name="progress">Told how far the work has come.</param>
    /// <param name="cancellation">Stops the work; nothing has changed then.</param>
    /// <exception cref="ArgumentException">The address is no connection string; the message does not show it.</exception>
    /// <exception cref="InvalidDataException">The database is not prepared.</exception>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public static async Task<IngestResult> RunAsync(IngestOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var faults = new FaultList();
        if (CodebookReader.Read(CatalogueFiles.ReadDirectory(options.Catalogue, faults), faults) is not { } codebook)
        {
            return new IngestResult.Refused(faults);
        }

        await using var database = PostgresAddress.Open(options.Address, ObservationSchema.Name, TimeSpan.Zero);
        await ObservationSchema.Steps.ApplyAsync(database, cancellation);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var plan = new IngestPlan(options);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await ExecuteAsync(connection, ObservationSchema.TakeTurns, cancellation);
            plan.Decide(await FileLedger.ReadAsync(connection, cancellation), faults);
            if (faults.IsEmpty && await StoreAsync(connection, plan, codebook, faults, progress, cancellation) is { } files)
            {
                await transaction.CommitAsync(cancellation);
                return new IngestResult.Done(files);
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The server's own words may quote a row. Which lines they are about is found by asking it.
            await StoredRepeats.FindAsync(connection, plan, codebook, faults, cancellation);
        }

        return new IngestResult.Refused(faults);
    }

    static async Task<IReadOnlyList<IngestedFile>?> StoreAsync(
        NpgsqlConnection connection, IngestPlan plan, Codebook codebook, FaultList faults, IProgress<double>? progress, CancellationToken cancellation)
    {
        await using var asked = new NpgsqlCommand("SELECT observations.is_spread()", connection);
        var spread = (bool)(await asked.ExecuteScalarAsync(cancellation))!;
        if (spread)
        {
            await FileLedger.RemoveLostAsync(connection, plan.FirstKey, cancellation);
        }

        foreach (var file in plan.Leaving)
        {
            await FileLedger.RemoveAsync(connection, file, cancellation);
        }

        await IndicatorCodes.AddMissingAsync(connection, codebook, cancellation);
        var indicators = IndicatorCodes.Of(codebook, await IndicatorCodes.ReadAsync(connection, cancellation));
        var source = new FolderFiles(plan.Folder);
        var folder = new FolderReading(plan.Arriving, source, codebook, faults, progress, cancellation);
        using var rows = new ArrivingRows(connection, plan, codebook, indicators, spread, faults);
        InputFolder.Read(folder, codebook, () => new ObservationFiles(folder, plan.Arriving, source, codebook, faults, cancellation).Read(rows.Add, PersonYear.Hash), faults, mustHoldFigures: null);
        if (!faults.IsEmpty)
        {
            return null;
        }

        rows.Complete();
        var files = plan.Files;
        foreach (var record in folder.Files)
        {
            files.Add(await AddAsync(connection, plan, rows, record, faults, cancellation));
        }

        // What is checked at the end of the transaction is checked now, so that a refusal is one before the commit.
        await ExecuteAsync(connection, "SET CONSTRAINTS ALL IMMEDIATE", cancellation);
        return faults.IsEmpty ? [.. files.OrderBy(x => x.Name, StringComparer.Ordinal)] : null;
    }

    static async Task<IngestedFile> AddAsync(NpgsqlConnection connection, IngestPlan plan, ArrivingRows rows, InputFileRecord record, FaultList faults, CancellationToken cancellation)
    {
        var change = plan.Leaving.Any(x => x.Name == record.Name) ? FileChange.Replaced : FileChange.Added;
        var key = plan.KeyOf(record.Name);
        if (FolderListing.IsObservations(record.Name))
        {
            var (count, weights) = rows.CountsOf(record.Name);
            await FileLedger.AddAsync(connection, new StoredFile(key, record.Name, record.Bytes, record.Sha256, count, weights), content: null, cancellation);
            return new IngestedFile(record.Name, change, count);
        }

        var content = await File.ReadAllBytesAsync(Path.Combine(plan.Folder, record.Name), cancellation);
        if (Convert.ToHexStringLower(SHA256.HashData(content)) != record.Sha256)
        {
            faults.Add(new Fault(record.Name, 0, "", "a file that changed while it was read", "a file that stays as it is"));
        }

        await FileLedger.AddAsync(connection, new StoredFile(key, record.Name, record.Bytes, record.Sha256, Rows: null, Weights: null), content, cancellation);
        return new IngestedFile(record.Name, change, Rows: null);
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
