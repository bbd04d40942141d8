using Analytics.Storage;
using Analytics.Tests.Postgres;
using Xunit;

namespace Analytics.Tests.Storage;

/// <summary>The audit trail of the store on a server.</summary>
public sealed class PostgresAuditTrailTests(SharedServer server) : AuditTrailTests
{
    string address = "";

    protected override async Task<IReleaseStore> CreateAsync() => new PostgresReleaseStore(address = await server.CreateDatabaseAsync());

    protected override Task ExecuteAsync(string statement) => PostgresServer.ExecuteAsync(address, statement);

    [Theory]
    [InlineData("UPDATE lagesbild.trail SET actor = 'nobody'")]
    [InlineData("DELETE FROM lagesbild.trail")]
    [InlineData("DELETE FROM lagesbild.trail WHERE subject = '1'")]
    [InlineData("TRUNCATE lagesbild.trail")]
    [InlineData("INSERT INTO lagesbild.trail (key, at, action, actor, subject) OVERRIDING SYSTEM VALUE VALUES (1, '', 'x', 'x', 'x') ON CONFLICT (key) DO UPDATE SET actor = 'x'")]
    [InlineData("MERGE INTO lagesbild.trail t USING (VALUES (1)) s (k) ON t.key = s.k WHEN MATCHED THEN UPDATE SET actor = 'x'")]
    public Task Trail_ChangedInTheDatabaseItself_Refuses(string statement) => RefusesAsync(statement);
}
