using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Analytics.Tests.Postgres;

/// <summary>A PostgreSQL server: one of the tests' own in a new folder and on a free port, gone when it is disposed of; or the one that <c>tests/run.sh</c> started.</summary>
sealed class PostgresServer : IAsyncDisposable
{
    static readonly bool IsRoot = Environment.UserName == "root";

    readonly string? folder;
    readonly NpgsqlConnectionStringBuilder owner;

    PostgresServer(string? folder, string address) => (this.folder, owner) = (folder, new NpgsqlConnectionStringBuilder(address) { Timeout = 5 });

    /// <summary>The server whose owner's connection string is in <c>LAGESBILD_TEST_POSTGRES</c>; null without it.</summary>
    public static PostgresServer? Given { get; } = Environment.GetEnvironmentVariable("LAGESBILD_TEST_POSTGRES") is { Length: > 0 } address ? new(null, address) : null;

    /// <summary>Where it listens.</summary>
    public int Port => owner.Port;

    /// <summary>Connection string for a database.</summary>
    public string Address(string database = "postgres", string? user = null) =>
        new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Database = database, Username = user ?? owner.Username }.ConnectionString;

    /// <summary>Makes and starts a server.</summary>
    /// <param name="parent">Folder to make it in; null for the usual one.</param>
    /// <param name="settings">Lines for its configuration.</param>
    public static async Task<PostgresServer> StartNewAsync(string? parent = null, params string[] settings)
    {
        var folder = Path.Combine(parent ?? Path.GetTempPath(), $"lagesbild-postgres-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        if (IsRoot)
        {
            await RunAsync("chown", "postgres", folder);
        }

        var port = FreePort();
        var server = new PostgresServer(folder, string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres"));
        await ToolAsync("initdb", "--pgdata", server.Data, "--auth", "trust", "--username", "postgres", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        await File.AppendAllLinesAsync(
            Path.Combine(server.Data, "postgresql.conf"),
            [
                string.Create(CultureInfo.InvariantCulture, $"port = {port}"), "listen_addresses = '127.0.0.1'", $"unix_socket_directories = '{folder}'",
                "fsync = off", "max_connections = 60", "shared_buffers = 64MB", "jit = off", .. settings,
            ]);
        await server.StartAsync();
        return server;
    }

    string Data => Path.Combine(folder ?? throw new InvalidOperationException("This server is not the test's own."), "data");

    /// <summary>Starts it again after <see cref="StopAsync"/> or <see cref="KillAsync"/>.</summary>
    public Task StartAsync() => ToolAsync("pg_ctl", "start", "--pgdata", Data, "--wait", "--timeout", "60", "--log", Path.Combine(folder!, "log"));

    /// <summary>Starts it where it gave up, and waits where it is recovering by itself.</summary>
    public async Task EnsureStartedAsync()
    {
        try
        {
            await ToolAsync("pg_ctl", "status", "--pgdata", Data);
        }
        catch (InvalidOperationException)
        {
            await StartAsync();
        }

        await ToolAsync("pg_isready", "--host", "127.0.0.1", "--port", Port.ToString(CultureInfo.InvariantCulture), "--timeout", "60");
    }

    /// <summary>Stops it; everyone who is connected is thrown out.</summary>
    public Task StopAsync() => ToolAsync("pg_ctl", "stop", "--pgdata", Data, "--mode", "fast", "--wait");

    /// <summary>Stops it as if the current had been cut; it recovers at the next start.</summary>
    public Task KillAsync() => ToolAsync("pg_ctl", "stop", "--pgdata", Data, "--mode", "immediate", "--wait");

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync(Address(), $"CREATE DATABASE {name}");
        return Address(name);
    }

    /// <summary>Runs statements at an address.</summary>
    public static async Task ExecuteAsync(string address, string sql)
    {
        await using var source = NpgsqlDataSource.Create(address);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first value of a query at an address.</summary>
    public static async Task<T> ScalarAsync<T>(string address, string sql)
    {
        await using var source = NpgsqlDataSource.Create(address);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Runs a program of PostgreSQL; those of the server as its own user where this is root, which the server refuses.</summary>
    public static Task<string> ToolAsync(string tool, params string[] arguments)
    {
        var program = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(x => int.Parse(Path.GetFileName(x), CultureInfo.InvariantCulture)).Select(x => Path.Combine(x, "bin", tool)).FirstOrDefault(File.Exists) ?? tool
            : tool;
        return IsRoot && (tool is "initdb" or "pg_ctl") ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments]) : RunAsync(program, arguments);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (folder is null)
        {
            return;
        }

        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await KillAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said[0] : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {string.Concat(said)}");
    }
}
