using Analytics.Storage;
using Analytics.Tests.Postgres;
using Xunit;

namespace Analytics.Tests.Storage;

/// <summary>The store on a server.</summary>
public sealed class PostgresReleaseStoreTests(SharedServer server) : ReleaseStoreTests
{
    protected override Task<string> PrepareAsync() => server.CreateDatabaseAsync();

    protected override IReleaseStore Open(string address) => new PostgresReleaseStore(address);

    [Fact]
    public async Task InitialiseAsync_OnAStoreOfANewerVersion_IsRefused()
    {
        await PostgresServer.ExecuteAsync(Address, "INSERT INTO lagesbild.schema_version (version) VALUES (99)");

        await using var newer = new PostgresReleaseStore(Address);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => newer.InitialiseAsync(Cancellation));
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }
}
