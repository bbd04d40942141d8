using System.Data.Common;
using Analytics.Release;
using Analytics.Storage;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Examples;

/// <summary>Releases in memory; the last one published is current.</summary>
sealed class MemoryStore : IReleaseStore
{
    readonly Dictionary<string, ReleaseDocument> releases = [];
    readonly Dictionary<string, DateTimeOffset> published = [];
    readonly Dictionary<string, AuditResult> audits = [];
    string? current;

    public static AuditResult PassedAudit { get; } = new(true, ["additivity", "unpublished sex"], 120, 3, []) { NotTried = ["small group", "an attack of tomorrow"] };

    /// <summary>Number of times a whole release was read.</summary>
    public int Reads { get; private set; }

    /// <summary>Thrown whenever it is asked something, or asked to keep something people write down; null while all is well.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether it never answers.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Called whenever it is asked something.</summary>
    public Action? Asked { get; set; }

    /// <summary>A store with these releases published in turn.</summary>
    public static MemoryStore Of(params ReleaseDocument[] documents)
    {
        var store = new MemoryStore();
        foreach (var document in documents)
        {
            store.Publish(document);
        }

        return store;
    }

    /// <summary>Kept in a database in a file, since there is only one way to write them.</summary>
    public WorkRecords Records => records.Value;

    readonly Lazy<WorkRecords> records;

    // Away from the test's own threads, which are few and would wait for each other.
    public MemoryStore() => records = new(() => new WorkRecords(new GuardedDatabase(Task.Run(InFileAsync).GetAwaiter().GetResult(), () => Reading(true))));

    static async Task<DbDataSource> InFileAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("lagesbild-records-").FullName, "records.db");
        await using var store = new SqliteReleaseStore(path, foreignKeys: false);
        await store.InitialiseAsync(CancellationToken.None);
        return SqliteFactory.Instance.CreateDataSource($"Data Source={path};Foreign Keys=False");
    }

    public void Add(ReleaseDocument document) => releases[document.Manifest.Id] = document;

    public void Publish(ReleaseDocument document)
    {
        Add(document);
        audits[document.Manifest.Id] = PassedAudit;
        published[document.Manifest.Id] = document.Manifest.Created;
        current = document.Manifest.Id;
    }

    public Task InitialiseAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task<bool> MayAddAsync(CancellationToken cancellation) => Task.FromResult(true);

    public Task<IReadOnlyList<ReleaseSummary>> ListAsync(CancellationToken cancellation) => Reading<IReadOnlyList<ReleaseSummary>>(
    [
        .. releases.Values.Select(x => x.Manifest).Select(x => new ReleaseSummary(
            x.Id, x.Description.Title, x.Created, published.TryGetValue(x.Id, out var at) ? at : null, x.Id == current, true, x.Description.Demonstration, x.Inputs.Count)),
    ]);

    public Task<string?> CurrentIdAsync(CancellationToken cancellation) => Reading(current);

    public Task<ReleaseDocument?> FindAsync(string id, CancellationToken cancellation)
    {
        Reads++;
        return Reading(releases.GetValueOrDefault(id));
    }

    public Task<AuditResult?> FindAuditAsync(string id, CancellationToken cancellation) => Reading(audits.GetValueOrDefault(id));

    public Task<ProtectionRecord?> FindProtectionAsync(string id, string indicator, int year, CancellationToken cancellation) =>
        Reading(releases.GetValueOrDefault(id)?.Protection.FirstOrDefault(x => x.Indicator == indicator && x.Year == year));

    public Task<bool> AddDraftAsync(ReleaseDocument release, CancellationToken cancellation) => Task.FromResult(releases.TryAdd(release.Manifest.Id, release));

    public Task RecordAuditAsync(string id, AuditResult result, DateTimeOffset at, CancellationToken cancellation)
    {
        audits[id] = result;
        return Task.CompletedTask;
    }

    public Task PublishAsync(string id, DateTimeOffset at, CancellationToken cancellation)
    {
        (current, published[id]) = (id, at);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    Task<T> Reading<T>(T value)
    {
        Asked?.Invoke();
        return IsSilent ? new TaskCompletionSource<T>().Task : Failure is null ? Task.FromResult(value) : Task.FromException<T>(Failure);
    }

    /// <summary>A database that is as well as the store.</summary>
    sealed class GuardedDatabase(DbDataSource database, Func<Task> guard) : DbDataSource
    {
        public override string ConnectionString => database.ConnectionString;

        protected override DbConnection CreateDbConnection() => database.CreateConnection();

        protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
        {
            await guard();
            return await base.OpenDbConnectionAsync(cancellationToken);
        }
    }
}
