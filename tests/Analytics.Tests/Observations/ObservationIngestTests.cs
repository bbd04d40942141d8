using Analytics.Catalogue;
using Analytics.Observations;
using Analytics.Tests.Intake;
using Analytics.Tests.Postgres;
using Npgsql;
using Xunit;

namespace Analytics.Tests.Observations;

public sealed class ObservationIngestTests(SharedServer server) : IAsyncLifetime
{
    const string Population = "municipality,age,sex,year,count\n0680,1,F,2024,5\n";
    const string Agnes = "agnes", Bo = "bo0000000000000000000000000000";

    IngestFolder folder = null!;

    public async ValueTask InitializeAsync() => folder = new IngestFolder(SharedServer.As("lagesbild_ingest", await server.PrepareDatabaseAsync()));

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Run_OfEveryKindOfRow_StoresThemAsTheyWereRead()
    {
        var done = await folder.WithRows("observations.csv", "agnes,0680,15,F,2024,sch_bullied,1,", "bo,0643,0,M,2025,fam_concern_reports,3,0.25", "åke 雪,0680,18,X,2024,ind_moral_attitudes,-2.5,1", "dan,0680,9,F,2024,sch_bullied,,2")
            .With("population.csv", Population).DoneAsync();

        Assert.Equal("observations.csv Added 4; population.csv Added ", done);
        var state = (await IngestFolder.StateAsync(folder.Address)).Split('\n');
        Assert.Equal(
            [
                "0680 agnes 2024 sch_bullied 15 F 1 - observations.csv",
                "0643 bo 2025 fam_concern_reports 0 M 3 0.25 observations.csv",
                "0680 dan 2024 sch_bullied 9 F - 2 observations.csv",
                "0680 åke 雪 2024 ind_moral_attitudes 18 X -2.5 - observations.csv",
            ],
            state[..4]);
        Assert.EndsWith(" 4 2", state[4], StringComparison.Ordinal);
        Assert.StartsWith($"population.csv {Population.Length} ", state[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfACorrectedFile_ReplacesItsRowsAndNothingElse()
    {
        await folder.WithRows("observations_a.csv", "a,0680,15,F,2024,sch_bullied,1,", "b,0680,15,F,2024,sch_bullied,0,")
            .WithRows("observations_b.csv", "c,0643,15,F,2024,sch_bullied,1,").With("population.csv", Population).DoneAsync();
        using var correction = new IngestFolder(folder.Address);
        var done = await correction.WithRows("observations_a.csv", "a,0643,15,F,2024,sch_bullied,0,", "d,0680,15,F,2024,sch_bullied,1,").DoneAsync();

        Assert.Equal("observations_a.csv Replaced 2", done);
        Assert.StartsWith(
            "0643 a 2024 sch_bullied 15 F 0 - observations_a.csv\n0643 c 2024 sch_bullied 15 F 1 - observations_b.csv\n0680 d 2024 sch_bullied 15 F 1 - observations_a.csv\nobservations_a.csv",
            await IngestFolder.StateAsync(folder.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Again_LeavesEveryFileAlone()
    {
        await folder.WithRows("observations.csv", "a,0680,15,F,2024,sch_bullied,1,").With("population.csv", Population).DoneAsync();
        var before = await PostgresServer.ScalarAsync<string>(folder.Address, "SELECT string_agg(concat(xmin, ctid), ',') FROM observations.input_file");

        Assert.Equal("observations.csv Unchanged 1; population.csv Unchanged ", await folder.DoneAsync());
        Assert.Equal(before, await PostgresServer.ScalarAsync<string>(folder.Address, "SELECT string_agg(concat(xmin, ctid), ',') FROM observations.input_file"));
    }

    [Fact]
    public async Task Run_WithRemove_TakesTheFileAway()
    {
        await folder.WithRows("observations_a.csv", "a,0680,15,F,2024,sch_bullied,1,").WithRows("observations_b.csv", "b,0680,15,F,2024,sch_bullied,1,").DoneAsync();
        var result = await ObservationIngest.RunAsync(new IngestOptions(folder.Address, null, ShippedCatalogue.Directory) { Remove = ["observations_a.csv"] }, null, TestContext.Current.CancellationToken);

        Assert.Equal(new IngestedFile("observations_a.csv", FileChange.Removed, 1), Assert.Single(Assert.IsType<IngestResult.Done>(result).Files));
        Assert.StartsWith("0680 b 2024 sch_bullied 15 F 1 - observations_b.csv\nobservations_b.csv", await IngestFolder.StateAsync(folder.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithRemoveOfAnUnknownFile_IsRefused()
    {
        await folder.With("population.csv", Population).DoneAsync();

        Assert.Equal(["'observations.csv': found no stored file of this name, expected one of population.csv."], await folder.RefusedAsync("observations.csv"));
    }

    [Fact]
    public async Task Run_OfARepeatWithinAFile_NamesBothLines()
    {
        Assert.Equal(
            ["observations.csv, line 4, column 'person': found the same person, year and indicator as in line 2, expected one row per person, year and indicator."],
            await folder.WithRows("observations.csv", "a,0680,15,F,2024,sch_bullied,1,", "b,0680,15,F,2024,sch_bullied,1,", "a,0680,15,F,2024,sch_bullied,1,").RefusedAsync());
    }

    [Fact]
    public async Task Run_OfARepeatBetweenFiles_NamesTheOther()
    {
        Assert.Equal(
            ["observations_b.csv, line 2, column 'municipality': found '0643' where observations_a.csv, line 2 has '0680' for the same person, year and indicator, expected one municipality per person and year for an indicator."],
            await folder.WithRows("observations_a.csv", "a,0680,15,F,2024,sch_bullied,1,").WithRows("observations_b.csv", "a,0643,15,F,2024,sch_bullied,1,").RefusedAsync());
    }

    [Fact]
    public async Task Run_OfRowsThatAreStoredAlready_NamesLinesAndFileButNobody()
    {
        await folder.WithRows("observations_a.csv", [.. Enumerable.Range(0, 40).Select(x => $"p{x},0680,15,F,2024,sch_bullied,1,"), $"{Bo},0680,15,F,2024,sch_bullied,1,", $"{Agnes},0680,15,F,2024,sch_bullied,1,"]).DoneAsync();
        folder.Without("observations_a.csv").WithRows("observations_b.csv", $"{Agnes},0680,15,F,2025,sch_bullied,1,", $"{Agnes},0680,15,F,2024,sch_bullied,1,", $"{Bo},0643,15,F,2024,sch_bullied,0,");

        Assert.Equal(
            [
                "observations_b.csv, line 3, column 'person': found the same person, year and indicator as in observations_a.csv, expected one row per person, year and indicator.",
                "observations_b.csv, line 4, column 'municipality': found '0643' where observations_a.csv has '0680' for the same person, year and indicator, expected one municipality per person and year for an indicator.",
            ],
            await folder.RefusedAsync());
    }

    /// <summary>Two municipalities whose rows lie in different parts of the table, by both ways of looking for them.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Run_OfAStoredPersonInAnotherMunicipality_IsRefused(int stored)
    {
        await folder.WithRows("observations_a.csv", [.. Enumerable.Range(0, stored).Select(x => $"p{x},0680,15,F,2024,sch_bullied,1,")]).DoneAsync();
        folder.Without("observations_a.csv").WithRows("observations_b.csv", "p0,0643,15,F,2024,sch_bullied,1,");

        Assert.Single(await folder.RefusedAsync());
        Assert.Equal("observations_b.csv Added 1", await folder.WithRows("observations_b.csv", "p0,0643,15,F,2024,sch_safe_y8,1,").DoneAsync());
    }

    [Fact]
    public async Task Run_OfMoreRepeatsThanAreListed_CountsThemAll()
    {
        string[] rows = [.. Enumerable.Range(0, 70).Select(x => $"p{x},0680,15,F,2024,sch_bullied,1,")];
        await folder.WithRows("observations_a.csv", rows).DoneAsync();

        var lines = await folder.Without("observations_a.csv").WithRows("observations_b.csv", rows).RefusedAsync();
        Assert.Equal("… and 20 more; 70 in all.", lines[^1]);
    }

    [Fact]
    public async Task Run_OfABrokenFolder_ListsEveryFaultAndStoresNothing()
    {
        await folder.WithRows("observations_a.csv", "a,0680,15,F,2024,sch_bullied,1,").DoneAsync();
        var lines = await folder.WithRows("observations_a.csv", "a,0680,15,F,2024,sch_bullied,0,").WithRows("observations_b.csv", "b,680,15,F,2024,sch_bullied,1,", "c\0,0680,15,F,2024,sch_bullied,1,")
            .With("observations_c.csv", "").With("observations_d.parquet", "no").With("observations_e.csv.gz", TestInput.Packed(TestInput.Header)[..^1]).With("population.csv", Population + "0680,1,F,2024,x\n").With("populaton.csv", "").RefusedAsync();

        Assert.Equal(
            ["populaton.csv: found an unexpected file"], lines.Select(x => x.Split(',')[0]).Take(1));
        Assert.Single(lines);
        folder.Without("populaton.csv");
        Assert.Equal(
            ["observations_b.csv, line 2", "observations_b.csv, line 3", "observations_c.csv: found an empty file", "observations_d.parquet: found content that cannot be decoded", "observations_e.csv.gz", "population.csv, line 3"],
            (await folder.RefusedAsync()).Select(x => string.Join(',', x.Split(',').Take(x.Contains("line", StringComparison.Ordinal) && !x.StartsWith("observations_e", StringComparison.Ordinal) ? 2 : 1))).Select(x => x.StartsWith("observations_e", StringComparison.Ordinal) ? "observations_e.csv.gz" : x));
    }

    [Fact]
    public async Task Run_OfAnEmptyFolder_IsRefused() => Assert.Single(await folder.RefusedAsync());

    [Fact]
    public async Task Run_OfATableUnderASecondName_IsRefused()
    {
        await folder.With("population.csv", Population).DoneAsync();
        folder.Without("population.csv").With("population.csv.gz", TestInput.Packed(Population));

        Assert.Equal(["population.csv.gz: found the same table as population.csv, expected only one of the two files."], await folder.RefusedAsync());
        Assert.Equal("population.csv Removed ; population.csv.gz Added ", await folder.DoneAsync("population.csv"));
    }

    [Fact]
    public async Task Run_Stopped_LeavesNothing()
    {
        await folder.WithRows("observations_a.csv", "a,0680,15,F,2024,sch_bullied,1,").DoneAsync();
        var before = await IngestFolder.StateAsync(folder.Address);
        folder.WithRows("observations_a.csv", [.. Enumerable.Range(0, 200_000).Select(x => $"p{x},0680,15,F,2024,sch_bullied,1,")]);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ObservationIngest.RunAsync(
            new IngestOptions(folder.Address, folder.Folder, ShippedCatalogue.Directory), new StopAt(stop), stop.Token));
        Assert.Equal(before, await IngestFolder.StateAsync(folder.Address));
    }

    /// <summary>What a program that goes around the ingest would do.</summary>
    [Theory]
    [InlineData("INSERT INTO observations.observation (file, year, indicator, age, sex, municipality, person) SELECT 1, 2024, code, 3, 'F', '0643', 'a' FROM observations.indicator WHERE id = 'sch_bullied'; UPDATE observations.input_file SET rows = rows + 1", PostgresErrorCodes.UniqueViolation)]
    [InlineData("INSERT INTO observations.observation (file, year, indicator, age, sex, municipality, person) SELECT 1, 2024, code, 3, 'F', '0680', 'a' FROM observations.indicator WHERE id = 'sch_bullied'", PostgresErrorCodes.UniqueViolation)]
    [InlineData("UPDATE observations.input_file SET rows = rows + 1", PostgresErrorCodes.CheckViolation)]
    [InlineData("BEGIN ISOLATION LEVEL REPEATABLE READ; UPDATE observations.input_file SET rows = rows; COMMIT", PostgresErrorCodes.RaiseException)]
    public async Task Statement_AroundTheIngest_IsRefusedByTheDatabase(string statement, string expected)
    {
        await folder.WithRows("observations.csv", "a,0680,15,F,2024,sch_bullied,1,").DoneAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => PostgresServer.ExecuteAsync(SharedServer.As("postgres", folder.Address), statement));
        Assert.Equal(expected, refused.SqlState);
    }

    [Theory]
    [InlineData("lagesbild_ingest", "UPDATE observations.observation SET value = 0")]
    [InlineData("lagesbild_ingest", "TRUNCATE observations.observation")]
    [InlineData("lagesbild_ingest", "UPDATE observations.input_file SET rows = 0")]
    [InlineData("lagesbild_ingest", "DELETE FROM observations.indicator")]
    [InlineData("lagesbild_ingest", "INSERT INTO observations.observation_3 (file) VALUES (1)")]
    [InlineData("lagesbild_ingest", "ALTER TABLE observations.input_file DISABLE TRIGGER ALL")]
    [InlineData("lagesbild_publish", "SELECT person FROM observations.observation")]
    [InlineData("lagesbild_publish", "SELECT * FROM observations.observation_3")]
    [InlineData("lagesbild_publish", "INSERT INTO observations.input_file (key, name, bytes, sha256) VALUES (1, 'x', 1, '')")]
    public async Task Statement_BeyondARole_IsRefused(string role, string statement)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => PostgresServer.ExecuteAsync(SharedServer.As(role, folder.Address), statement));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    sealed class StopAt(CancellationTokenSource stop) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value > 0.3)
            {
                stop.Cancel();
            }
        }
    }
}
