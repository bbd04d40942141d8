using Analytics.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Analytics.Tests.Storage;

/// <summary>The audit trail of the store in a file.</summary>
public sealed class SqliteAuditTrailTests : AuditTrailTests
{
    readonly string folder = Directory.CreateTempSubdirectory("lagesbild-trail-").FullName;

    string Path => System.IO.Path.Combine(folder, "store.db");

    protected override Task<IReleaseStore> CreateAsync() => Task.FromResult<IReleaseStore>(new SqliteReleaseStore(Path));

    protected override async Task ExecuteAsync(string statement)
    {
        await using var connection = new SqliteConnection($"Data Source={Path}");
        await connection.ExecuteAsync(statement);
    }

    protected override void Clean()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("UPDATE trail SET actor = 'nobody'")]
    [InlineData("UPDATE OR REPLACE trail SET key = 2 WHERE key = 1")]
    [InlineData("DELETE FROM trail")]
    [InlineData("DELETE FROM trail WHERE key = 1")]
    [InlineData("REPLACE INTO trail (key, at, action, actor, subject) VALUES (1, '', 'x', 'x', 'x')")]
    [InlineData("INSERT INTO trail (key, at, action, actor, subject) VALUES (1, '', 'x', 'x', 'x') ON CONFLICT (key) DO UPDATE SET actor = 'x'")]
    public Task Trail_ChangedInTheDatabaseItself_Refuses(string statement) => RefusesAsync(statement);
}
