using System.Data;
using System.Data.Common;
using System.Text.Json;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Release;
using Dapper;

namespace Analytics.Storage;

/// <summary>The store's statements, shared by every relational database; only schema and bulk writing differ.</summary>
public abstract class RelationalReleaseStore(DbDataSource source) : IReleaseStore
{
    readonly StoreDatabase database = new(source);

    /// <inheritdoc/>
    public WorkRecords Records { get; } = new(source);

    /// <inheritdoc/>
    public abstract Task InitialiseAsync(CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract Task<bool> MayAddAsync(CancellationToken cancellation);

    /// <summary>Writes the cells of a release within the transaction that adds it.</summary>
    private protected abstract Task WriteCellsAsync(DbConnection connection, DbTransaction transaction, long release, IReadOnlyList<ReleasedCell> cells, CancellationToken cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReleaseSummary>> ListAsync(CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<ReleaseSummary>>(async connection =>
    {
        var current = await connection.ExecuteScalarAsync<string?>(Command(CurrentSql, null, cancellation));
        var rows = await connection.QueryAsync<SummaryRow>(Command(
            """
            SELECT r.id AS Id, r.created AS Created, r.manifest AS Manifest, p.at AS Published, a.result AS Audit
            FROM release r
            LEFT JOIN publication p ON p.key = (SELECT max(key) FROM publication WHERE release = r.key)
            LEFT JOIN audit a ON a.key = (SELECT max(key) FROM audit WHERE release = r.key)
            ORDER BY r.key DESC
            """, null, cancellation));
        return [.. rows.Select(row => row.ToSummary(current))];
    }, cancellation);

    /// <inheritdoc/>
    public Task<string?> CurrentIdAsync(CancellationToken cancellation) => database.ReadAsync(connection => connection.ExecuteScalarAsync<string?>(Command(CurrentSql, null, cancellation)), cancellation);

    /// <inheritdoc/>
    public Task<ReleaseDocument?> FindAsync(string id, CancellationToken cancellation) => database.ReadAsync(async connection =>
    {
        var release = await connection.QuerySingleOrDefaultAsync<ReleaseRow>(Command("SELECT key AS Key, manifest AS Manifest FROM release WHERE id = @id", new { id }, cancellation));
        if (release is null)
        {
            return null;
        }

        var files = await connection.QueryAsync<FileRow>(Command("SELECT name AS Name, content AS Content FROM catalogue_file WHERE release = @Key ORDER BY name", release, cancellation));
        var catalogue = files.ToDictionary(x => x.Name, x => (ReadOnlyMemory<byte>)x.Content, StringComparer.Ordinal);
        var faults = new FaultList();
        var codebook = CodebookReader.Read(catalogue, faults) ?? throw new InvalidDataException($"The stored catalogue of release {id} cannot be read: {faults.Listed[0]}");
        var parts = await connection.QueryAsync<PartRow>(Command("SELECT name AS Name, content AS Content FROM part WHERE release = @Key ORDER BY name", release, cancellation));
        // Beside the reading of the cells, which take as long.
        var document = Task.Run(
            () => ReleaseParts.Read(new ReleaseDocument(ReadManifest(release.Manifest), codebook, []) { CatalogueFiles = catalogue }, parts.ToDictionary(x => x.Name, x => x.Content, StringComparer.Ordinal)),
            cancellation);
        var cells = await ReadCellsAsync(connection, release.Key, cancellation);
        return await document with { Cells = cells };
    }, cancellation);

    /// <inheritdoc/>
    public async Task<AuditResult?> FindAuditAsync(string id, CancellationToken cancellation)
    {
        var json = await database.ReadAsync(connection => connection.ExecuteScalarAsync<string?>(Command(LatestAuditSql, new { id }, cancellation)), cancellation);
        return json is null ? null : ReadAudit(json);
    }

    /// <inheritdoc/>
    public async Task<ProtectionRecord?> FindProtectionAsync(string id, string indicator, int year, CancellationToken cancellation)
    {
        var json = await database.ReadAsync(connection => connection.ExecuteScalarAsync<string?>(Command(
            "SELECT p.record FROM protection p JOIN release r ON r.key = p.release WHERE r.id = @id AND p.indicator = @indicator AND p.year = @year", new { id, indicator, year }, cancellation)), cancellation);
        return json is null ? null : JsonSerializer.Deserialize<ProtectionRecord>(json, RecordOptions);
    }

    /// <inheritdoc/>
    public Task<bool> AddDraftAsync(ReleaseDocument release, CancellationToken cancellation) => database.ChangeAsync(async (connection, transaction) =>
    {
        var manifest = release.Manifest;
        var key = await connection.ExecuteScalarAsync<long?>(Command(
            "INSERT INTO release (id, created, manifest) VALUES (@id, @created, @manifest) ON CONFLICT (id) DO NOTHING RETURNING key",
            new { id = manifest.Id, created = StoredTime.Write(manifest.Created), manifest = JsonSerializer.Serialize(manifest, ReleaseJson.Options) }, cancellation, transaction));
        if (key is null)
        {
            // A release of before records were kept gets them when it is built again.
            await WriteProtectionAsync(connection, transaction, release, cancellation);
            return false;
        }

        foreach (var (name, content) in release.CatalogueFiles)
        {
            await connection.ExecuteAsync(Command("INSERT INTO catalogue_file (release, name, content) VALUES (@key, @name, @content)", new { key, name, content = content.ToArray() }, cancellation, transaction));
        }

        foreach (var (name, content) in ReleaseParts.Write(release))
        {
            await connection.ExecuteAsync(Command("INSERT INTO part (release, name, content) VALUES (@key, @name, @content)", new { key, name, content }, cancellation, transaction));
        }

        await WriteProtectionAsync(connection, transaction, release, cancellation);
        await WriteCellsAsync(connection, transaction, key.Value, release.Cells, cancellation);
        return true;
    }, cancellation, IsolationLevel.Serializable);

    /// <inheritdoc/>
    public Task RecordAuditAsync(string id, AuditResult result, DateTimeOffset at, CancellationToken cancellation) =>
        database.ChangeAsync((connection, transaction) => connection.ExecuteAsync(Command(
            "INSERT INTO audit (release, at, result) SELECT key, @at, @result FROM release WHERE id = @id",
            new { id, at = StoredTime.Write(at), result = JsonSerializer.Serialize(result, ReleaseJson.Options) }, cancellation, transaction)), cancellation);

    /// <inheritdoc/>
    public Task PublishAsync(string id, DateTimeOffset at, CancellationToken cancellation) => database.ChangeAsync(async (connection, transaction) =>
    {
        var audit = await connection.ExecuteScalarAsync<string?>(Command(LatestAuditSql, new { id }, cancellation, transaction));
        if (audit is null || !ReadAudit(audit).Passed)
        {
            throw new InvalidOperationException($"Release {id} has no passed audit and was not published.");
        }

        await connection.ExecuteAsync(Command("INSERT INTO publication (release, at) SELECT key, @at FROM release WHERE id = @id", new { id, at = StoredTime.Write(at) }, cancellation, transaction));
    }, cancellation, IsolationLevel.Serializable);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    const string CurrentSql = "SELECT r.id FROM publication p JOIN release r ON r.key = p.release ORDER BY p.key DESC LIMIT 1";
    const string LatestAuditSql = "SELECT a.result FROM audit a JOIN release r ON r.key = a.release WHERE r.id = @id ORDER BY a.key DESC LIMIT 1";

    static async Task WriteProtectionAsync(DbConnection connection, DbTransaction transaction, ReleaseDocument release, CancellationToken cancellation)
    {
        foreach (var record in release.Protection)
        {
            await connection.ExecuteAsync(Command(
                "INSERT INTO protection (release, indicator, year, record) SELECT key, @indicator, @year, @text FROM release WHERE id = @id ON CONFLICT (release, indicator, year) DO NOTHING",
                new { id = release.Manifest.Id, indicator = record.Indicator, year = record.Year, text = JsonSerializer.Serialize(record, RecordOptions) }, cancellation, transaction));
        }
    }

    // One line each: a record names every withheld cell.
    static readonly JsonSerializerOptions RecordOptions = new(ReleaseJson.Options) { WriteIndented = false };

    private protected static CommandDefinition Command(string sql, object? parameters, CancellationToken cancellation, DbTransaction? transaction = null) =>
        new(sql, parameters, transaction, cancellationToken: cancellation);

    static async Task<IReadOnlyList<ReleasedCell>> ReadCellsAsync(DbConnection connection, long release, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = StoredCells.Sql;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@release", release);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var stored = new StoredCells(reader);
        var cells = new List<ReleasedCell>();
        while (await reader.ReadAsync(cancellation))
        {
            cells.Add(stored.Read());
        }

        return cells;
    }

    static Manifest ReadManifest(string json) => JsonSerializer.Deserialize<Manifest>(json, ReleaseJson.Options)!;

    static AuditResult ReadAudit(string json) => JsonSerializer.Deserialize<AuditResult>(json, ReleaseJson.Options)!;

    sealed record ReleaseRow(long Key, string Manifest);

    sealed record FileRow(string Name, byte[] Content);

    sealed record PartRow(string Name, string Content);

    sealed record SummaryRow(string Id, string Created, string Manifest, string? Published, string? Audit)
    {
        public ReleaseSummary ToSummary(string? current)
        {
            var manifest = ReadManifest(Manifest);
            return new ReleaseSummary(
                Id, manifest.Description.Title, StoredTime.Read(Created), Published is null ? null : StoredTime.Read(Published), Id == current,
                Audit is null ? null : ReadAudit(Audit).Passed, manifest.Description.Demonstration, manifest.Inputs.Count);
        }
    }
}
