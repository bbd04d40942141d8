using System.Globalization;
using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Counting;
using Analytics.Csv;
using Analytics.Observations;
using Analytics.Release;
using Analytics.Sample;
using Analytics.Tests.Postgres;
using Npgsql;
using Xunit;

namespace Analytics.Tests.Observations;

/// <summary>Observations on four servers: one that is asked and three that hold rows.</summary>
public sealed class ObservationSpreadTests(SharedServer server, ObservationSpreadTests.Servers servers) : IClassFixture<ObservationSpreadTests.Servers>, IAsyncLifetime
{
    readonly string[] holders = ["", "", ""];
    IngestFolder folder = null!;
    string owner = "";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        owner = await server.PrepareDatabaseAsync();
        for (var i = 0; i < holders.Length; i++)
        {
            holders[i] = await servers.All[i].CreateDatabaseAsync();
        }

        await ObservationSpread.RunAsync(owner, holders, Cancellation);
        await DatabaseSetup.InitialiseAsync(owner, Cancellation);
        folder = new IngestFolder(SharedServer.As("lagesbild_ingest", owner));
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Count_OnThreeServers_IsTheSameAsFromFilesAndEachCountsItsOwn()
    {
        SampleInput.Write(folder.Folder, new SampleOptions(13, 400, 3), CodebookReader.Read(ShippedCatalogue.Directory, new FaultList())!, null, Cancellation);
        await folder.DoneAsync();

        var files = CountedInputOf(null);
        var spread = CountedInputOf(SharedServer.As("lagesbild_publish", owner));
        Assert.Equal(files.Input.Files, spread.Input.Files);
        Assert.Equal(files.Tables.Count, spread.Tables.Count);
        foreach (var (one, other) in files.Tables.Zip(spread.Tables))
        {
            for (var area = 0; area < one.Layout.Areas.Count; area++)
            {
                for (var band = 0; band < one.Layout.Bands.Count; band++)
                {
                    Assert.Equal(one[area, band, Sex.T], other[area, band, Sex.T]);
                    Assert.Equal(one[area, band, Sex.F], other[area, band, Sex.F]);
                }
            }
        }

        Assert.All(await HeldAsync(), rows => Assert.NotEqual(0, rows));
        var remote = (await PlanAsync()).Where(x => x.Contains("Remote SQL", StringComparison.Ordinal)).ToArray();
        Assert.Equal(ObservationSchema.Partitions, remote.Length);
        Assert.All(remote, x => Assert.Contains("GROUP BY", x, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Build_FromThreeServers_IsTheReleaseOfOneServerAndOfTheFiles()
    {
        string[] municipalities = [.. CodebookReader.Read(ShippedCatalogue.Directory, new FaultList())!.Municipalities.Select(x => x.Code).Where(x => x.StartsWith("06", StringComparison.Ordinal))];
        string[] rows = [.. municipalities.SelectMany((code, m) => Enumerable.Range(0, 30 + m).Select(x => $"p{m}-{x},{code},15,{(x % 2 == 0 ? 'F' : 'M')},2024,sch_bullied,{(x % 4 == 0 ? 1 : 0)},{(x % 5 == 0 ? "1.5" : "")}"))];
        await folder.WithRows("observations.csv", rows).DoneAsync();
        using var one = new IngestFolder(SharedServer.As("lagesbild_ingest", await server.PrepareDatabaseAsync()));
        await one.WithRows("observations.csv", rows).DoneAsync();

        var release = ReleaseOf(null);
        Assert.Contains(release.Cells, x => x.Cell is Cell.Shown);
        foreach (var database in (string[])[folder.Address, one.Address])
        {
            var other = ReleaseOf(SharedServer.As("lagesbild_publish", database));
            Assert.Equal(release.Manifest.Id, other.Manifest.Id);
            Assert.Equal(release.Manifest.Inputs, other.Manifest.Inputs);
            Assert.Equal(release.Cells, other.Cells);
        }
    }

    ReleaseDocument ReleaseOf(string? database) =>
        Assert.IsType<BuildResult.Built>(Pipeline.Build(new BuildOptions(folder.Folder, ShippedCatalogue.Directory) { Database = database }, DateTimeOffset.UnixEpoch, null, Cancellation)).Release;

    [Fact]
    public async Task Run_OfRepeats_IsRefusedAndLeavesNothingAnywhere()
    {
        string[] municipalities = [.. CodebookReader.Read(ShippedCatalogue.Directory, new FaultList())!.Municipalities.Select(x => x.Code).Where(x => x.StartsWith("06", StringComparison.Ordinal))];
        await folder.WithRows("observations_a.csv", [.. municipalities.Select((x, i) => $"p{i},{x},15,F,2024,sch_bullied,1,")]).DoneAsync();
        var before = await HeldAsync();
        Assert.Equal(municipalities.Length, before.Sum());

        folder.Without("observations_a.csv").WithRows("observations_b.csv", [.. municipalities.Select((x, i) => $"q{i},{x},15,F,2024,sch_bullied,1,"), $"p0,{municipalities[0]},15,F,2024,sch_bullied,1,"]);
        Assert.Contains("the same person, year and indicator as in observations_a.csv", Assert.Single(await folder.RefusedAsync()), StringComparison.Ordinal);
        Assert.Equal(before, await HeldAsync());

        // Whichever server the second row falls to, the person is in two municipalities.
        foreach (var other in municipalities[1..4])
        {
            folder.WithRows("observations_b.csv", $"p0,{other},15,F,2024,sch_bullied,1,");
            Assert.Contains($"'{other}' where observations_a.csv has '{municipalities[0]}'", Assert.Single(await folder.RefusedAsync()), StringComparison.Ordinal);
        }

        Assert.Equal(before, await HeldAsync());
    }

    [Fact]
    public async Task Run_OfACorrectedFile_ReplacesItsRowsOnEveryServer()
    {
        await folder.WithRows("observations.csv", "a,0680,15,F,2024,sch_bullied,1,", "b,0643,15,F,2024,sch_bullied,1,", "c,0604,15,F,2024,sch_bullied,1,").DoneAsync();

        Assert.Equal("observations.csv Replaced 2", await folder.WithRows("observations.csv", "a,0680,15,F,2024,sch_bullied,0,", "b,0604,15,F,2024,sch_bullied,0,").DoneAsync());
        Assert.Equal(2, (await HeldAsync()).Sum());
    }

    /// <summary>What a commit leaves that reached one server and not the other: rows of a file that nobody knows.</summary>
    [Fact]
    public async Task Run_AfterACommitThatReachedOneServerOnly_TakesTheLostRowsAway()
    {
        await folder.WithRows("observations_a.csv", "a,0680,15,F,2024,sch_bullied,1,").DoneAsync();
        var part = await PostgresServer.ScalarAsync<string>(holders[1], "SELECT min(tablename::text) FROM pg_tables WHERE schemaname = 'observations_part'");
        await PostgresServer.ExecuteAsync(holders[1], $"INSERT INTO observations_part.{part} (file, year, indicator, age, sex, municipality, person) VALUES (2, 2024, 1, 3, 'F', '0680', 'lost')");

        var refused = Assert.IsType<BuildResult.Refused>(Pipeline.Build(new BuildOptions("", ShippedCatalogue.Directory) { Database = owner }, DateTimeOffset.UnixEpoch, null, Cancellation));
        Assert.StartsWith("no file in", Assert.Single(refused.Faults.Lines()), StringComparison.Ordinal);
        await folder.WithRows("observations_b.csv", "b,0680,15,F,2024,sch_bullied,1,").DoneAsync();
        Assert.Equal(2, (await HeldAsync()).Sum());
    }

    [Fact]
    public async Task Spread_OfATableWithRows_IsRefused()
    {
        await folder.WithRows("observations.csv", "a,0680,15,F,2024,sch_bullied,1,").DoneAsync();

        await Assert.ThrowsAsync<InvalidDataException>(() => ObservationSpread.RunAsync(owner, holders, Cancellation));
        Assert.Equal(1, (await HeldAsync()).Sum());
    }

    CountedInput CountedInputOf(string? database)
    {
        var faults = new FaultList();
        IObservedInput source = database is null ? new ObservedFolder(folder.Folder) : new ObservedDatabase(database);
        var counted = CountedInput.Read(source, ShippedCatalogue.Directory, faults, null, Cancellation);
        Assert.Empty(faults.Lines());
        return counted!;
    }

    /// <summary>Rows on each server, as it counts them itself.</summary>
    async Task<long[]> HeldAsync()
    {
        var held = new long[holders.Length];
        for (var i = 0; i < holders.Length; i++)
        {
            var tables = await PostgresServer.ScalarAsync<string>(holders[i], "SELECT string_agg('SELECT count(*) FROM observations_part.' || tablename, ' UNION ALL ') FROM pg_tables WHERE schemaname = 'observations_part'");
            held[i] = (long)await PostgresServer.ScalarAsync<decimal>(holders[i], $"SELECT sum(count) FROM ({tables}) counted");
        }

        return held;
    }

    async Task<IReadOnlyList<string>> PlanAsync()
    {
        await using var database = NpgsqlDataSource.Create(owner);
        await using var connection = await database.OpenConnectionAsync(Cancellation);
        await using (var set = new NpgsqlCommand("SET enable_partitionwise_aggregate = on", connection))
        {
            await set.ExecuteNonQueryAsync(Cancellation);
        }

        var codebook = CodebookReader.Read(ShippedCatalogue.Directory, new FaultList())!;
        await using var command = ObservationCounting.Command(connection, codebook, new Dictionary<short, string>(), WeightKind.Many);
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"EXPLAIN (VERBOSE) {command.CommandText}");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var lines = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    /// <summary>Three servers beside the shared one, started once.</summary>
    public sealed class Servers : IAsyncLifetime
    {
        internal PostgresServer[] All { get; private set; } = [];

        public async ValueTask InitializeAsync() => All = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PostgresServer.StartNewAsync()));

        public async ValueTask DisposeAsync()
        {
            foreach (var server in All)
            {
                await server.DisposeAsync();
            }
        }
    }
}
