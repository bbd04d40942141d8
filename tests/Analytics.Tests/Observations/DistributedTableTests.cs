using Analytics.Tests.Postgres;
using Npgsql;
using Xunit;

namespace Analytics.Tests.Observations;

/// <summary>A database with Citus, as far as that can be seen without it: its function is there, and only notes that it was called.</summary>
public sealed class DistributedTableTests(SharedServer server)
{
    [Fact]
    public async Task Initialise_WhereCitusIsThere_DistributesByMunicipality()
    {
        var address = await server.CreateDatabaseAsync();
        await PostgresServer.ExecuteAsync(
            address,
            """
            CREATE TABLE public.called (name text, by_column text);
            CREATE FUNCTION public.create_distributed_table(table_name regclass, distribution_column text) RETURNS void LANGUAGE sql AS $$ INSERT INTO public.called VALUES (table_name::text, distribution_column) $$;
            """);
        await server.InitialiseAsync(address);

        Assert.Equal("observations.observation municipality", await PostgresServer.ScalarAsync<string>(address, "SELECT name || ' ' || by_column FROM public.called"));
        Assert.Equal('r', await PostgresServer.ScalarAsync<char>(address, "SELECT relkind FROM pg_class WHERE oid = 'observations.observation'::regclass"));
        using var folder = new IngestFolder(SharedServer.As("lagesbild_ingest", address));
        await folder.WithRows("observations_a.csv", "a,0680,15,F,2024,sch_bullied,1,").DoneAsync();
        Assert.Equal("observations_a.csv Replaced 1", await folder.WithRows("observations_a.csv", "a,0680,15,F,2024,sch_bullied,0,").DoneAsync());
        folder.Without("observations_a.csv").WithRows("observations_b.csv", "a,0643,15,F,2024,sch_bullied,1,");
        Assert.Single(await folder.RefusedAsync());
        folder.WithRows("observations_b.csv", "a,0680,15,F,2024,sch_bullied,1,");
        Assert.Single(await folder.RefusedAsync());
        await Assert.ThrowsAsync<InvalidDataException>(() => Analytics.Observations.ObservationSpread.RunAsync(address, [address], TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<PostgresException>(() => PostgresServer.ExecuteAsync(
            address, "INSERT INTO observations.observation (file, year, indicator, age, sex, municipality, person) SELECT file, year, indicator, age, sex, municipality, person FROM observations.observation"));
    }
}
