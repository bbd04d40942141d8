using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Release;
using Analytics.Sample;
using Analytics.Tests.Postgres;
using Xunit;

namespace Analytics.Tests.Observations;

/// <summary>A release built from the database is the release built from the files.</summary>
public sealed class ObservedDatabaseTests(SharedServer server) : IAsyncLifetime
{
    IngestFolder folder = null!;
    string owner = "";

    public async ValueTask InitializeAsync()
    {
        owner = await server.PrepareDatabaseAsync();
        folder = new IngestFolder(SharedServer.As("lagesbild_ingest", owner));
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Build_OfTheDemonstration_IsTheSameAsFromFiles()
    {
        SampleInput.Write(folder.Folder, new SampleOptions(13, 3000, 3), CodebookReader.Read(ShippedCatalogue.Directory, new FaultList())!, null, TestContext.Current.CancellationToken);
        await folder.DoneAsync();

        var (files, database) = (Built(null), Built(SharedServer.As("lagesbild_publish", owner)));

        Assert.Equal(files.Cells, database.Cells);
        Assert.Equal(files.Manifest.Inputs, database.Manifest.Inputs);
        Assert.Equal(ReleaseParts.Write(files), ReleaseParts.Write(database));
        Assert.Equal(files.Manifest.Id, database.Manifest.Id);
        Assert.Equal(files.Manifest.Children, database.Manifest.Children);
    }

    /// <summary>Files that arrived at different times, one of them corrected: as if the folder had always been so.</summary>
    [Fact]
    public async Task Build_AfterSeveralIngests_IsTheSameAsFromFiles()
    {
        folder.WithRows("observations_a.csv", Rows("a", "0680", 40, 3)).With("population.csv", "municipality,age,sex,year,count\n0680,15,F,2024,500\n0680,15,M,2024,400\n").With("input.json", "{\"title\": \"Enkät\"}");
        await folder.DoneAsync();
        folder.WithRows("observations_a.csv", Rows("a", "0680", 50, 4)).WithRows("observations_b.csv", Rows("b", "0643", 60, 2));
        await folder.DoneAsync();

        var (files, database) = (Built(null), Built(folder.Address));
        Assert.Equal(files.Cells, database.Cells);
        Assert.Equal(files.Manifest.Inputs, database.Manifest.Inputs);
        Assert.Equal(files.Manifest.Id, database.Manifest.Id);
        Assert.Contains(files.Cells, x => x.Cell is Cell.Shown);
    }

    [Fact]
    public async Task Build_OfAnEmptyDatabase_SaysWhatIsMissing()
    {
        var line = Assert.Single(await Task.Run(Refused));

        Assert.Contains("found neither observations nor aggregates", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INSERT INTO observations.observation (file, year, indicator, age, sex, municipality, person) VALUES (1, 2024, 1, 3, 'F', '0680', 'secret')", "observations.csv in", "found 41 rows, expected 40 as ingested")]
    [InlineData("INSERT INTO observations.observation (file, year, indicator, age, sex, municipality, person) VALUES (9, 2024, 1, 3, 'F', '0680', 'secret')", "no file in", "found 1 rows, expected 0 as ingested")]
    [InlineData("DELETE FROM observations.observation WHERE person = 'a1'", "observations.csv in", "found 39 rows, expected 40 as ingested")]
    [InlineData("UPDATE observations.observation SET municipality = '9999' WHERE person = 'a1'", "observations.csv in", "column 'municipality': found '9999', expected a municipality of the catalogue")]
    [InlineData("UPDATE observations.observation SET age = 19 WHERE person = 'a1'", "observations.csv in", "column 'age': found another age, expected a whole number from 0 to 18")]
    [InlineData("UPDATE observations.observation SET value = 0.5 WHERE person = 'a1'", "observations.csv in", "column 'value': found a number that is not 0 or 1 of 'sch_bullied', expected 0 or 1")]
    [InlineData("UPDATE observations.indicator SET id = 'sch_gone' WHERE id = 'sch_bullied'", "observations.csv in", "column 'indicator': found 'sch_gone', expected an indicator of the catalogue")]
    [InlineData("UPDATE observations.indicator SET id = id || '_' WHERE id = 'fam_concern_reports'; UPDATE observations.indicator SET id = 'fam_concern_reports' WHERE id = 'sch_bullied'; UPDATE observations.observation SET value = 0.5 WHERE person = 'a1'", "observations.csv in", "column 'value': found a number that is below 0 or not whole of 'fam_concern_reports'")]
    public async Task Build_OfRowsThatWereNotIngested_IsRefusedWithoutNamingAnybody(string statement, string file, string sentence)
    {
        await folder.WithRows("observations.csv", Rows("a", "0680", 40, 3)).DoneAsync();
        await PostgresServer.ExecuteAsync(owner, statement);

        var line = Assert.Single(await Task.Run(Refused));

        Assert.StartsWith(file, line, StringComparison.Ordinal);
        Assert.Contains(sentence, line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }

    static string[] Rows(string person, string municipality, int count, int part) =>
        [.. Enumerable.Range(0, count).Select(x => $"{person}{x},{municipality},15,{(x % 2 == 0 ? 'F' : 'M')},2024,sch_bullied,{(x % part == 0 ? 1 : 0)},{(x % 5 == 0 ? "1.5" : "")}")];

    ReleaseDocument Built(string? database)
    {
        var result = Pipeline.Build(new BuildOptions(folder.Folder, ShippedCatalogue.Directory) { Database = database }, DateTimeOffset.UnixEpoch, null, TestContext.Current.CancellationToken);
        Assert.True(result is BuildResult.Built, string.Join('\n', (result as BuildResult.Refused)?.Faults.Lines() ?? []));
        return ((BuildResult.Built)result).Release;
    }

    IReadOnlyList<string> Refused() => [.. Assert.IsType<BuildResult.Refused>(Pipeline.Build(
        new BuildOptions("", ShippedCatalogue.Directory) { Database = SharedServer.As("lagesbild_publish", owner) }, DateTimeOffset.UnixEpoch, null, CancellationToken.None)).Faults.Lines()];
}
