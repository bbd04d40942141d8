using Analytics.Observations;
using Analytics.Postgres;
using Analytics.Storage;

namespace Analytics;

/// <summary>Prepares a database of PostgreSQL: its schemas, and the roles that share the work.</summary>
public static class DatabaseSetup
{
    /// <summary>The script that makes the roles, for whoever prefers to run it by hand after the schemas are made.</summary>
    public static string RolesScript => DatabaseRoles.Script;

    /// <summary>Makes or upgrades the schemas and sets the roles; safe to repeat.</summary>
    /// <param name="address">Connection string of the database's owner, who may make roles.</param>
    /// <param name="cancellation">Stops the work; each part is all or nothing.</param>
    public static async Task InitialiseAsync(string address, CancellationToken cancellation)
    {
        await using var database = PostgresAddress.Open(address, PostgresReleaseStore.Schema);
        await using (var store = new PostgresReleaseStore(address))
        {
            await store.InitialiseAsync(cancellation);
        }

        await ObservationSchema.Steps.ApplyAsync(database, cancellation);
        await DatabaseRoles.ApplyAsync(database, cancellation);
    }
}
