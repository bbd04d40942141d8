using Analytics.Tests.Postgres;
using Npgsql;
using Xunit;

namespace Dashboard.Tests.Commands;

/// <summary>A process killed at any moment leaves the current release as it was, and the same work can be done again.</summary>
public abstract class KilledTests : IDisposable
{
    private protected readonly ProgramRun program = new();

    public void Dispose()
    {
        program.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>An empty store, for every start of the program.</summary>
    protected abstract Task PrepareAsync();

    /// <summary>Copies the store and gives the copy's address.</summary>
    protected abstract Task<string> CopyAsync();

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.7)]
    [InlineData(0.85)]
    [InlineData(0.95)]
    public async Task Build_KilledOnTheWay_LeavesTheCurrentRelease(double moment)
    {
        var current = await PublishedAsync();
        await SecondInputAsync();

        await KillAsync(moment, "build", "--input", "second");

        Assert.StartsWith(current, await CurrentLineAsync(), StringComparison.Ordinal);
        await program.SucceedsAsync("export", current, "--out", "out");
        await program.BuildAsync("second");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public async Task Publish_KilledOnTheWay_LeavesOneWholeRelease(double moment)
    {
        var current = await PublishedAsync();
        await SecondInputAsync();
        var next = await program.BuildAsync("second");

        await KillAsync(moment, "publish", next);

        var line = await CurrentLineAsync();
        Assert.True(line.StartsWith(current, StringComparison.Ordinal) || line.StartsWith(next, StringComparison.Ordinal), line);
        await program.SucceedsAsync("publish", next);
        Assert.StartsWith(next, await CurrentLineAsync(), StringComparison.Ordinal);
    }

    /// <summary>Kills the command at a part of the time that it takes when left alone, which is measured on a copy of the store.</summary>
    private protected async Task KillAsync(double moment, params string[] arguments)
    {
        var copy = await CopyAsync();
        var started = TimeProvider.System.GetTimestamp();
        await program.SucceedsAsync([.. arguments, "--store", copy]);
        using var due = new PeriodicTimer(TimeProvider.System.GetElapsedTime(started) * moment);

        using var process = program.Start(arguments);
        await due.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private protected async Task<string> CurrentLineAsync() =>
        Assert.Single((await program.SucceedsAsync("releases")).Split('\n'), x => x.Contains("  current  ", StringComparison.Ordinal));

    /// <summary>The same people under another title: another release, which what is published does not contradict.</summary>
    async Task SecondInputAsync()
    {
        await program.SmallInputAsync("second", 1);
        var path = Path.Combine(program["second"], "input.json");
        var description = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, description.Replace("\"title\": \"", "\"title\": \"Again: ", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    private protected async Task<string> PublishedAsync()
    {
        await PrepareAsync();
        await program.SmallInputAsync("first", 1);
        var id = await program.BuildAsync("first");
        await program.SucceedsAsync("publish", id);
        return id;
    }
}

/// <summary>The store in a file.</summary>
public sealed class SqliteKilledTests : KilledTests
{
    protected override Task PrepareAsync() => Task.CompletedTask;

    protected override Task<string> CopyAsync()
    {
        foreach (var file in Directory.GetFiles(program["data"], "lagesbild.db*"))
        {
            File.Copy(file, program[Path.GetFileName(file).Replace("lagesbild", "copy", StringComparison.Ordinal)]);
        }

        return Task.FromResult("copy.db");
    }
}

/// <summary>The store on a server.</summary>
public sealed class PostgresKilledTests(SharedServer server) : KilledTests
{
    [Theory]
    [InlineData(0.4)]
    [InlineData(0.7)]
    [InlineData(0.9)]
    public async Task Ingest_KilledOnTheWay_LeavesTheObservationsThatWereThere(double moment)
    {
        var owner = await server.PrepareDatabaseAsync();
        program.Store = owner;
        await program.SmallInputAsync("first", 1);
        await program.SucceedsAsync("ingest", "--input", "first");
        var before = await StateAsync();
        await program.SmallInputAsync("second", 2);

        await KillAsync(moment, "ingest", "--input", "second");

        // What the killed process sent last may still be on its way through the server.
        await PostgresServer.ExecuteAsync(owner, "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        var after = await StateAsync();
        await program.SucceedsAsync("ingest", "--input", "second");
        var done = await StateAsync();
        Assert.NotEqual(before, done);
        Assert.True(after == before || after == done, "The observations are neither those that were there nor those that came.");

        Task<string> StateAsync() => PostgresServer.ScalarAsync<string>(
            owner, "SELECT md5(string_agg(concat_ws(' ', person, municipality, year, indicator, age, sex, value, weight), ',' ORDER BY person, year, indicator)) FROM observations.observation");
    }

    protected override async Task PrepareAsync() => program.Store = SharedServer.As("lagesbild_publish", await server.PrepareDatabaseAsync());

    protected override async Task<string> CopyAsync()
    {
        var (original, copy) = (new NpgsqlConnectionStringBuilder(program.Store), new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync()));
        NpgsqlConnection.ClearAllPools();
        var owner = new NpgsqlConnectionStringBuilder(copy.ConnectionString) { Database = "postgres" }.ConnectionString;
        await PostgresServer.ExecuteAsync(owner, $"DROP DATABASE {copy.Database}");
        // A process that has just ended may still be known to the server.
        await PostgresServer.ExecuteAsync(owner, $"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{original.Database}'");
        await PostgresServer.ExecuteAsync(owner, $"CREATE DATABASE {copy.Database} TEMPLATE {original.Database}");
        // Who may connect is not copied.
        await PostgresServer.ExecuteAsync(owner, $"GRANT TEMPORARY ON DATABASE {copy.Database} TO lagesbild_publish");
        return SharedServer.As(original.Username!, copy.ConnectionString);
    }
}
