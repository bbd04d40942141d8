using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(Analytics.Tests.Postgres.SharedServer))]

namespace Analytics.Tests.Postgres;

/// <summary>One PostgreSQL server for all tests that do not stop it: that of <c>tests/run.sh</c>, or one of its own, started when first asked for.</summary>
public sealed class SharedServer : IAsyncDisposable
{
    readonly SemaphoreSlim gate = new(1);
    PostgresServer? server;

    /// <summary>An empty database on it.</summary>
    /// <returns>Connection string of its owner.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        await gate.WaitAsync();
        try
        {
            server ??= PostgresServer.Given ?? await PostgresServer.StartNewAsync();
        }
        finally
        {
            gate.Release();
        }

        return await server.CreateDatabaseAsync();
    }

    /// <summary>A database with schemas and roles, as <c>database init</c> leaves it.</summary>
    /// <returns>Connection string of its owner; <see cref="As"/> gives those of the roles.</returns>
    public async Task<string> PrepareDatabaseAsync()
    {
        var address = await CreateDatabaseAsync();
        await InitialiseAsync(address);
        return address;
    }

    /// <summary>Makes schemas and roles in a database on it.</summary>
    public async Task InitialiseAsync(string address)
    {
        // Roles belong to the server, and it refuses two who set them at once.
        await gate.WaitAsync();
        try
        {
            await DatabaseSetup.InitialiseAsync(address, CancellationToken.None);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The same database for another role.</summary>
    public static string As(string role, string address) => new NpgsqlConnectionStringBuilder(address) { Username = role }.ConnectionString;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        gate.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
