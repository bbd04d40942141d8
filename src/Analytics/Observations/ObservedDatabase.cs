using System.Data;
using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Postgres;
using Npgsql;

namespace Analytics.Observations;

/// <summary>An input that was ingested: its observations are counted where they are, its other files are read as if they lay in a folder.</summary>
/// <param name="address">Connection string of PostgreSQL.</param>
sealed class ObservedDatabase(string address) : IObservedInput
{
    // Without a compiler of expressions, which takes longer than it saves; with the parts of the table counted one by one, on as many servers or cores as there are.
    const string Settings = "SET TRANSACTION READ ONLY; SET LOCAL enable_partitionwise_aggregate = on; SET LOCAL jit = off; SET LOCAL work_mem = '64MB'";

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    /// <exception cref="InvalidDataException">The database is not prepared.</exception>
    public InputContent? Read(Codebook codebook, ObservationCounter counter, FaultList faults, IProgress<double>? progress, CancellationToken cancellation)
    {
        var before = faults.Count;
        using var database = PostgresAddress.Open(address, ObservationSchema.Name, TimeSpan.Zero);
        ObservationSchema.Steps.ApplyAsync(database, cancellation).GetAwaiter().GetResult();
        using var connection = database.OpenConnection();
        // One snapshot for the ledger, the rows and the files: what another ingest commits meanwhile is not seen.
        using var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        using (var settings = new NpgsqlCommand(Settings, connection))
        {
            settings.ExecuteNonQuery();
        }

        var place = PostgresAddress.Shown(address);
        var stored = FileLedger.ReadAsync(connection, cancellation).GetAwaiter().GetResult();
        var listing = FolderListing.Of(place, stored.Select(x => (x.Name, x.Bytes)), faults);
        listing.RequireFigures(faults);
        var folder = new FolderReading(listing, new StoredFiles(connection, stored), codebook, faults, progress, cancellation);
        var counting = new ObservationCounting(connection, stored, place, codebook, counter, faults);
        var content = InputFolder.Read(folder, codebook, () => counting.Run(cancellation), faults, listing.HasFigures ? place : null);
        var rows = stored.Where(x => x.Rows is not null).Select(x => new InputFileRecord(x.Name, x.Bytes, x.Sha256));
        return faults.Count > before ? null : content with { Files = [.. content.Files.Concat(rows).OrderBy(x => x.Name, StringComparer.Ordinal)] };
    }

    /// <summary>Files that the database keeps whole.</summary>
    sealed class StoredFiles(NpgsqlConnection connection, IReadOnlyList<StoredFile> stored) : IInputFiles
    {
        public Stream Open(string name) => new MemoryStream(FileLedger.Content(connection, stored.Single(x => x.Name == name)), writable: false);
    }
}
