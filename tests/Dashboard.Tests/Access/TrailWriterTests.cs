using System.Net;
using Analytics.Storage;
using Dapper;
using Dashboard.Access;
using Dashboard.Tests.Examples;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dashboard.Tests.Access;

public sealed class TrailWriterTests : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("lagesbild-trail-").FullName;
    readonly SqliteReleaseStore store;

    public TrailWriterTests() => store = new SqliteReleaseStore(Path.Combine(folder, "store.db"));

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await store.InitialiseAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    TrailWriter NewWriter() => new(store, TimeProvider.System, NullLogger<TrailWriter>.Instance);

    async Task<string[]> SubjectsAsync() => [.. (await store.Records.Trail.LatestAsync(20_000, Cancellation)).Reverse().Select(x => $"{x.Action} {x.Subject}")];

    /// <summary>Takes the table away, or brings it back.</summary>
    async Task RenameAsync(string from, string to)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "store.db")}");
        await connection.ExecuteAsync($"ALTER TABLE {from} RENAME TO {to}");
    }

    [Fact]
    public async Task Write_ManyEntries_KeepsTheirOrderAndWritesAllAtTheStop()
    {
        using var writer = NewWriter();
        await writer.StartAsync(Cancellation);
        for (var i = 0; i < 1000; i++)
        {
            writer.Write(TrailActions.Download, "anyone", $"{i}");
        }

        await writer.StopAsync(Cancellation);

        Assert.Equal(Enumerable.Range(0, 1000).Select(x => $"download {x}"), await SubjectsAsync());
    }

    [Fact]
    public async Task Write_WhileTheStoreIsAway_IsTriedAgain()
    {
        await RenameAsync("trail", "away");
        using var writer = NewWriter();
        await writer.StartAsync(Cancellation);
        writer.Write(TrailActions.SignIn, "anyone", "1");
        writer.Write(TrailActions.SignOut, "anyone", "2");
        var written = writer.WrittenAsync(Cancellation);
        await RenameAsync("away", "trail");
        await written;

        Assert.Equal(["sign-in 1", "sign-out 2"], await SubjectsAsync());
        await writer.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Write_MoreThanThereIsRoomFor_CountsTheRestInTheTrail()
    {
        using var writer = NewWriter();
        for (var i = 0; i < TrailWriter.Room + 7; i++)
        {
            writer.Write(TrailActions.Download, "anyone", $"{i}");
        }

        await writer.StartAsync(Cancellation);
        await writer.WrittenAsync(Cancellation);
        await writer.StopAsync(Cancellation);

        var subjects = await SubjectsAsync();
        Assert.Equal(TrailWriter.Room + 1, subjects.Length);
        Assert.Single(subjects, "entries lost 7");
    }

    [Fact]
    public async Task Stop_WhileTheStoreIsAway_EndsAndSaysHowManyAreLost()
    {
        var log = new Lines();
        await RenameAsync("trail", "away");
        using var writer = new TrailWriter(store, TimeProvider.System, log);
        await writer.StartAsync(Cancellation);
        writer.Write(TrailActions.Download, "anyone", "1");
        writer.Write(TrailActions.Download, "anyone", "2");
        await writer.StopAsync(Cancellation);

        Assert.Contains(log.All, x => x.Contains("are lost", StringComparison.Ordinal));
    }

    /// <summary>What the log says.</summary>
    sealed class Lines : Microsoft.Extensions.Logging.ILogger<TrailWriter>
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> All { get; } = [];

        public void Log<TState>(Microsoft.Extensions.Logging.LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Enqueue(formatter(state, exception));

        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
    }

    /// <summary>Also those from the cache and those the browser had already; a page, a header and a file that is not there are none.</summary>
    [Fact]
    public async Task Downloads_OfFiles_AreNotedWithReleaseAndChoiceAndNothingElse()
    {
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(ProtectedRelease.Of()));
        const string File = "/oversikt.csv?indicator=sch_bullied&age=13-15&year=2025";
        using var first = await dashboard.Client.GetAsync($"{File}&email=anna@example.se&lang=en", Cancellation);
        using var known = new HttpRequestMessage(HttpMethod.Get, $"{File}&lang=en") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await dashboard.Client.SendAsync(known, Cancellation);
        using var head = await dashboard.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, File), Cancellation);
        using var missing = await dashboard.Client.GetAsync("/oversikt.csv?indicator=nope", Cancellation);
        await dashboard.Client.GetStringAsync("/om", Cancellation);
        using var owner = await dashboard.NewOwnerAsync();
        await owner.GetStringAsync("/skydd.csv?indicator=sch_bullied&year=2025", Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        var noted = $"/oversikt.csv?indicator=sch_bullied&age=13-15&year=2025&lang=en&release={MadeUpRelease.Id}";
        Assert.Equal(
            [("anyone", noted), ("anyone", noted), ("administrator: this machine", $"/skydd.csv?indicator=sch_bullied&year=2025&release={MadeUpRelease.Id}")],
            (await dashboard.TrailAsync(Cancellation)).Where(x => x.Action == TrailActions.Download).Select(x => (x.Actor, x.Subject)));
    }
}
