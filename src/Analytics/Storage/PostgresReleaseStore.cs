using System.Data.Common;
using Analytics.Postgres;
using Analytics.Release;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Analytics.Storage;

/// <summary>Releases in PostgreSQL, for a county's server: shared by everyone, guarded by the roles of the database itself (<see cref="DatabaseSetup"/>).</summary>
public sealed class PostgresReleaseStore : RelationalReleaseStore
{
    /// <summary>Where the tables are.</summary>
    internal const string Schema = "lagesbild";

    /// <summary>What takes an empty schema to each version; a step that has been released never changes.</summary>
    /// <remarks>Texts sort by their bytes, as in SQLite. A cell has no foreign key, which would be looked up once per row: it is only written in the transaction of its release.</remarks>
    static readonly SchemaSteps Steps = new(Schema,
    [
        """
        CREATE TABLE release (key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text COLLATE "C" NOT NULL UNIQUE, created text NOT NULL, manifest text NOT NULL);
        CREATE TABLE catalogue_file (release bigint NOT NULL REFERENCES release, name text COLLATE "C" NOT NULL, content bytea NOT NULL, PRIMARY KEY (release, name));
        CREATE TABLE cell (
            release bigint NOT NULL, position integer NOT NULL,
            indicator text NOT NULL, year integer NOT NULL, area text NOT NULL, age_band text NOT NULL, sex text NOT NULL,
            numerator bigint, denominator bigint, estimate double precision, lower double precision, upper double precision, status text, method text,
            weight double precision, squared_weight double precision, weighted_value double precision, weighted_square double precision,
            value_sum double precision, square_sum double precision, source_band text, source text,
            PRIMARY KEY (release, position), CHECK ((status IS NULL) = (estimate IS NOT NULL)));
        CREATE TABLE part (release bigint NOT NULL REFERENCES release, name text COLLATE "C" NOT NULL, content text NOT NULL, PRIMARY KEY (release, name));
        CREATE TABLE protection (
            release bigint NOT NULL REFERENCES release, indicator text COLLATE "C" NOT NULL, year integer NOT NULL, record text NOT NULL, PRIMARY KEY (release, indicator, year));
        CREATE TABLE audit (key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, release bigint NOT NULL REFERENCES release, at text NOT NULL, result text NOT NULL);
        CREATE TABLE publication (key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, release bigint NOT NULL REFERENCES release, at text NOT NULL);
        CREATE INDEX ON audit (release);
        CREATE INDEX ON publication (release);
        CREATE TABLE trail (key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at text NOT NULL, action text NOT NULL, actor text NOT NULL, subject text NOT NULL);
        CREATE FUNCTION trail_is_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The audit trail is only added to.'; END $$;
        CREATE TRIGGER trail_unchanged BEFORE UPDATE OR DELETE ON trail FOR EACH ROW EXECUTE FUNCTION trail_is_added_to();
        CREATE TRIGGER trail_kept BEFORE TRUNCATE ON trail FOR EACH STATEMENT EXECUTE FUNCTION trail_is_added_to();
        CREATE TABLE meeting (name text COLLATE "C" PRIMARY KEY, changed text NOT NULL, content text NOT NULL);
        CREATE TABLE decision (
            key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, release text COLLATE "C" NOT NULL REFERENCES release (id), meeting text NOT NULL, at text NOT NULL, content text NOT NULL);
        CREATE TABLE saved_view (owner text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL, changed text NOT NULL, address text NOT NULL, PRIMARY KEY (owner, name))
        """,
    ]);

    readonly NpgsqlDataSource database;

    /// <summary>A store on a server; its tables are made at <see cref="InitialiseAsync"/>.</summary>
    /// <param name="address">Connection string of Npgsql.</param>
    /// <exception cref="ArgumentException">It is no connection string; the message does not show it.</exception>
    public PostgresReleaseStore(string address)
        : this(PostgresAddress.Open(address, Schema))
    {
    }

    PostgresReleaseStore(NpgsqlDataSource database)
        : base(database) =>
        this.database = database;

    /// <inheritdoc/>
    public override Task InitialiseAsync(CancellationToken cancellation) => Steps.ApplyAsync(database, cancellation);

    /// <inheritdoc/>
    public override async Task<bool> MayAddAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT has_table_privilege('release', 'INSERT')");
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private protected override async Task WriteCellsAsync(DbConnection connection, DbTransaction transaction, long release, IReadOnlyList<ReleasedCell> cells, CancellationToken cancellation)
    {
        // By way of a table of this session: a table whose rows are open to some roles only cannot be copied into.
        await connection.ExecuteAsync(Command("CREATE TEMPORARY TABLE written_cell (LIKE cell) ON COMMIT DROP", null, cancellation, transaction));
        await CopyAsync((NpgsqlConnection)connection, release, cells, cancellation);
        await connection.ExecuteAsync(Command($"INSERT INTO cell ({Columns}) SELECT {Columns} FROM written_cell", null, cancellation, transaction));
    }

    const string Columns =
        "release, position, indicator, year, area, age_band, sex, numerator, denominator, estimate, lower, upper, status, method, " +
        "weight, squared_weight, weighted_value, weighted_square, value_sum, square_sum, source_band, source";

    static async Task CopyAsync(NpgsqlConnection connection, long release, IReadOnlyList<ReleasedCell> cells, CancellationToken cancellation)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY written_cell ({Columns}) FROM STDIN (FORMAT BINARY)", cancellation);
        for (var position = 0; position < cells.Count; position++)
        {
            cancellation.ThrowIfCancellationRequested();
            var row = CellRow.Of(cells[position]);
            await writer.StartRowAsync(cancellation);
            await writer.WriteAsync(release, NpgsqlDbType.Bigint, cancellation);
            await writer.WriteAsync(position, NpgsqlDbType.Integer, cancellation);
            await writer.WriteAsync(row.Indicator, NpgsqlDbType.Text, cancellation);
            await writer.WriteAsync(row.Year, NpgsqlDbType.Integer, cancellation);
            foreach (var text in (ReadOnlySpan<string?>)[row.Area, row.AgeBand, row.Sex])
            {
                writer.Write(text!, NpgsqlDbType.Text);
            }

            foreach (var count in (ReadOnlySpan<long?>)[row.Numerator, row.Denominator])
            {
                Write(writer, count, NpgsqlDbType.Bigint);
            }

            foreach (var number in (ReadOnlySpan<double?>)[row.Estimate, row.Lower, row.Upper])
            {
                Write(writer, number, NpgsqlDbType.Double);
            }

            Write(writer, row.Status);
            Write(writer, row.Method);
            foreach (var sum in (ReadOnlySpan<double?>)[row.Weight, row.SquaredWeight, row.WeightedValue, row.WeightedSquare, row.ValueSum, row.SquareSum])
            {
                Write(writer, sum, NpgsqlDbType.Double);
            }

            Write(writer, row.SourceBand);
            Write(writer, row.Source);
        }

        await writer.CompleteAsync(cancellation);
    }

    // Into the importer's buffer; it is sent in blocks.
    static void Write<T>(NpgsqlBinaryImporter writer, T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } there)
        {
            writer.Write(there, type);
        }
        else
        {
            writer.WriteNull();
        }
    }

    static void Write(NpgsqlBinaryImporter writer, string? text)
    {
        if (text is null)
        {
            writer.WriteNull();
        }
        else
        {
            writer.Write(text, NpgsqlDbType.Text);
        }
    }
}
