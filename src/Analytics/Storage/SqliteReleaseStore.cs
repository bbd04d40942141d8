using System.Data.Common;
using Analytics.Release;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage;

/// <summary>Releases in one SQLite file: nothing to install, safe against a process killed at any moment.</summary>
public sealed class SqliteReleaseStore : RelationalReleaseStore
{
    /// <summary>What takes an empty file to each version of the schema; a step that has been released never changes.</summary>
    internal static readonly string[] Schema =
    [
        """
        CREATE TABLE release (key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, created TEXT NOT NULL, manifest TEXT NOT NULL);
        CREATE TABLE catalogue_file (release INTEGER NOT NULL REFERENCES release, name TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (release, name)) WITHOUT ROWID;
        CREATE TABLE cell (
            release INTEGER NOT NULL REFERENCES release, position INTEGER NOT NULL,
            indicator TEXT NOT NULL, year INTEGER NOT NULL, area TEXT NOT NULL, age_band TEXT NOT NULL, sex TEXT NOT NULL,
            numerator INTEGER, denominator INTEGER, estimate REAL, lower REAL, upper REAL, status TEXT, method TEXT, benchmark REAL, verdict TEXT, source_band TEXT, source TEXT,
            PRIMARY KEY (release, position), CHECK ((status IS NULL) = (estimate IS NOT NULL))) WITHOUT ROWID;
        CREATE TABLE audit (key INTEGER PRIMARY KEY AUTOINCREMENT, release INTEGER NOT NULL REFERENCES release, at TEXT NOT NULL, result TEXT NOT NULL);
        CREATE TABLE publication (key INTEGER PRIMARY KEY AUTOINCREMENT, release INTEGER NOT NULL REFERENCES release, at TEXT NOT NULL)
        """,
        """
        ALTER TABLE cell DROP COLUMN benchmark;
        ALTER TABLE cell DROP COLUMN verdict;
        ALTER TABLE cell ADD COLUMN weight REAL;
        ALTER TABLE cell ADD COLUMN squared_weight REAL;
        ALTER TABLE cell ADD COLUMN weighted_value REAL;
        ALTER TABLE cell ADD COLUMN weighted_square REAL;
        ALTER TABLE cell ADD COLUMN value_sum REAL;
        ALTER TABLE cell ADD COLUMN square_sum REAL
        """,
        """
        CREATE TABLE protection (
            release INTEGER NOT NULL REFERENCES release, indicator TEXT NOT NULL, year INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (release, indicator, year)) WITHOUT ROWID
        """,
        "CREATE TABLE part (release INTEGER NOT NULL REFERENCES release, name TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (release, name)) WITHOUT ROWID",
        """
        CREATE TABLE trail (key INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, action TEXT NOT NULL, actor TEXT NOT NULL, subject TEXT NOT NULL);
        CREATE TRIGGER trail_unchanged BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'The audit trail is only added to.'); END;
        CREATE TRIGGER trail_kept BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'The audit trail is only added to.'); END;
        CREATE TABLE meeting (name TEXT PRIMARY KEY, changed TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE decision (
            key INTEGER PRIMARY KEY AUTOINCREMENT, release TEXT NOT NULL REFERENCES release (id), meeting TEXT NOT NULL, at TEXT NOT NULL, content TEXT NOT NULL);
        CREATE TABLE saved_view (owner TEXT NOT NULL, name TEXT NOT NULL, changed TEXT NOT NULL, address TEXT NOT NULL, PRIMARY KEY (owner, name)) WITHOUT ROWID
        """,
        // INSERT OR REPLACE takes the old row away without asking the trigger on DELETE.
        """
        CREATE TRIGGER trail_not_replaced BEFORE INSERT ON trail WHEN EXISTS (SELECT 1 FROM trail WHERE key = NEW.key) BEGIN SELECT RAISE(ABORT, 'The audit trail is only added to.'); END
        """,
    ];

    /// <summary>A store in a file, created at <see cref="InitialiseAsync"/> together with its folder.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="foreignKeys">Whether what is written about a release needs the release; without, records stand alone.</param>
    public SqliteReleaseStore(string path, bool foreignKeys = true)
        : this(path, SqliteFactory.Instance.CreateDataSource(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = foreignKeys, DefaultTimeout = 30 }.ToString()))
    {
    }

    SqliteReleaseStore(string path, DbDataSource source)
        : base(source) =>
        (this.path, this.source) = (Path.GetFullPath(path), source);

    readonly string path;
    readonly DbDataSource source;

    /// <inheritdoc/>
    public override async Task InitialiseAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (await VersionAsync(connection, null, cancellation) == Schema.Length)
        {
            return;
        }

        await connection.ExecuteAsync(Command("PRAGMA journal_mode = WAL", null, cancellation));
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Another process may have been first.
        var version = await VersionAsync(connection, transaction, cancellation);
        for (var step = version; step < Schema.Length; step++)
        {
            await connection.ExecuteAsync(Command(Schema[step] + $"; PRAGMA user_version = {step + 1}", null, cancellation, transaction));
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc/>
    public override Task<bool> MayAddAsync(CancellationToken cancellation) => Task.FromResult(true);

    static async Task<int> VersionAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellation)
    {
        var version = (int)await connection.ExecuteScalarAsync<long>(Command("PRAGMA user_version", null, cancellation, transaction));
        return version <= Schema.Length
            ? version
            : throw new InvalidDataException($"The store was written by a newer version of the program (schema {version}, this one knows {Schema.Length}).");
    }

    private protected override async Task WriteCellsAsync(DbConnection connection, DbTransaction transaction, long release, IReadOnlyList<ReleasedCell> cells, CancellationToken cancellation)
    {
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText =
            """
            INSERT INTO cell (release, position, indicator, year, area, age_band, sex, numerator, denominator, estimate, lower, upper, status, method,
                              weight, squared_weight, weighted_value, weighted_square, value_sum, square_sum, source_band, source)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
            """;
        for (var i = 0; i < 22; i++)
        {
            insert.Parameters.Add(new SqliteParameter($"${i}", null));
        }

        insert.Parameters[0].Value = release;
        for (var position = 0; position < cells.Count; position++)
        {
            cancellation.ThrowIfCancellationRequested();
            var row = CellRow.Of(cells[position]);
            object?[] values =
            [
                release, position, row.Indicator, row.Year, row.Area, row.AgeBand, row.Sex, row.Numerator, row.Denominator, row.Estimate, row.Lower, row.Upper,
                row.Status, row.Method, row.Weight, row.SquaredWeight, row.WeightedValue, row.WeightedSquare, row.ValueSum, row.SquareSum, row.SourceBand, row.Source,
            ];
            for (var i = 1; i < values.Length; i++)
            {
                insert.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }

        await Task.CompletedTask;
    }
}
