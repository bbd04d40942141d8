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
            server ??= await PostgresServer.StartNewAsync();
        }
        finally
        {
            gate.Release();
        }

        return await server.CreateDatabaseAsync();
    }

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
