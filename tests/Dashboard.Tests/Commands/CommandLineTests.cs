using System.Diagnostics;
using System.Text;
using Analytics.Release;
using Analytics.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dashboard.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    readonly ProgramRun program = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Verbs_InSequence_LeadFromSampleToExport()
    {
        await program.SucceedsAsync("sample", "--out", "in", "--persons", "2000");
        var id = await program.BuildAsync("in");
        Assert.Contains("Passed", await program.SucceedsAsync("audit", id), StringComparison.Ordinal);
        await program.SucceedsAsync("publish", id);
        await program.SucceedsAsync("export", id, "--out", "out");

        Assert.Contains("current", await program.SucceedsAsync("releases"), StringComparison.Ordinal);
        Assert.StartsWith("indicator,year,area,age_band,sex,numerator,denominator,estimate,lower,upper,status\n", await File.ReadAllTextAsync(program["out/cells.csv"], Cancellation), StringComparison.Ordinal);
        Assert.StartsWith("indicator,year,area,age_band,sex,benchmark,benchmark_value,level,verdict,smallest_difference\n", await File.ReadAllTextAsync(program["out/comparisons.csv"], Cancellation), StringComparison.Ordinal);
        Assert.Contains("Made-up demonstration data", await File.ReadAllTextAsync(program["out/about.txt"], Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_WithRounding_IsAuditedAndExportedAsRounded()
    {
        await program.SmallInputAsync("in", 7);
        var id = await program.BuildAsync("in", "--protection", "rounding");
        Assert.Contains("no small count is shown or follows", await program.SucceedsAsync("audit", id), StringComparison.Ordinal);
        await program.SucceedsAsync("publish", id);
        await program.SucceedsAsync("export", id, "--out", "out");

        Assert.Contains("Counts are rounded to protect individuals: small numbers are shown as 0 or 5.", await File.ReadAllTextAsync(program["out/about.txt"], Cancellation), StringComparison.Ordinal);
        Assert.Contains("\"protection\": \"rounding\"", await File.ReadAllTextAsync(program["out/manifest.json"], Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_OfTheSameInputInTwoStores_ExportsTheSameBytes()
    {
        await program.SmallInputAsync("in", 7);
        var exports = new List<Dictionary<string, byte[]>>();
        foreach (var store in (string[])["one.db", "two.db"])
        {
            var id = await program.BuildAsync("in", "--store", store);
            await program.SucceedsAsync("export", id, "--out", $"{store}.out", "--store", store);
            exports.Add(Directory.GetFiles(program[$"{store}.out"]).ToDictionary(x => Path.GetFileName(x), File.ReadAllBytes));
        }

        Assert.Equal(exports[0].Keys.Order(), exports[1].Keys.Order());
        Assert.Equal(exports[0]["cells.csv"], exports[1]["cells.csv"]);
        Assert.Equal(exports[0]["comparisons.csv"], exports[1]["comparisons.csv"]);
        Assert.Equal(exports[0]["about.txt"], exports[1]["about.txt"]);
        Assert.Equal(WithoutDates(exports[0]["manifest.json"]), WithoutDates(exports[1]["manifest.json"]));
    }

    [Fact]
    public async Task Build_OfAFaultyFolder_ListsEveryFaultAndLeavesTheStore()
    {
        await program.SmallInputAsync("in", 1);
        await program.BuildAsync("in");
        var before = await File.ReadAllBytesAsync(program["data/lagesbild.db"], Cancellation);
        FaultyFolder.Write(program["faulty"]);

        var (code, output, error) = await program.RunAsync("build", "--input", "faulty");

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.All(FaultyFolder.Expected, fault => Assert.Contains(fault, error, StringComparison.Ordinal));
        Assert.Equal(FaultyFolder.Expected.Count + 1, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain(FaultyFolder.Person, error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(program["data/lagesbild.db"], Cancellation));
    }

    [Theory]
    [InlineData("no-such-verb")]
    [InlineData("build")]
    [InlineData("build", "--input", "in", "--threshold", "1")]
    [InlineData("build", "--input", "in", "--threshold", "five")]
    [InlineData("build", "--input", "in", "--protection", "blurring")]
    [InlineData("sample", "--out", "in", "--municipalities", "14")]
    [InlineData("sample", "--out", "in", "--persons", "50000001")]
    [InlineData("releases", "--store", "")]
    public async Task CommandLine_ThatIsWrong_ExitsWithTwo(params string[] arguments)
    {
        var (code, _, error) = await program.RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("audit", "0123")]
    [InlineData("publish", "0123")]
    [InlineData("export", "0123", "--out", "x")]
    public async Task Verb_WithAnUnknownRelease_ExitsWithOne(params string[] arguments)
    {
        var (code, _, error) = await program.RunAsync(arguments);

        Assert.Equal(1, code);
        Assert.Contains("No release '0123'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_ThatCannotBeReached_ExitsWithFour()
    {
        Directory.CreateDirectory(program["folder.db"]);

        Assert.Equal(4, (await program.RunAsync("build", "--input", "in", "--store", "folder.db")).ExitCode);
        Assert.Equal(4, (await program.RunAsync("releases", "--store", "mistyped.db")).ExitCode);
        Assert.False(File.Exists(program["mistyped.db"]));
        await File.WriteAllTextAsync(program["text.db"], "This is no database, whatever its name says, and it is longer than a header.", Cancellation);
        Assert.Equal(4, (await program.RunAsync("releases", "--store", "text.db")).ExitCode);
    }

    [Fact]
    public async Task PublishAndExport_OfAReleaseWhoseAuditFailed_ExitWithThree()
    {
        await program.SmallInputAsync("in", 1);
        var id = await program.BuildAsync("in");
        await using (var store = new SqliteReleaseStore(program["data/lagesbild.db"]))
        {
            await store.RecordAuditAsync(id, new AuditResult(false, ["additivity"], 1, 0, ["a cell"]), DateTimeOffset.UnixEpoch, Cancellation);
        }

        SqliteConnection.ClearAllPools();
        foreach (var arguments in (string[][])[["publish", id], ["export", id, "--out", "out"]])
        {
            var (code, _, error) = await program.RunAsync(arguments);
            Assert.Equal(3, code);
            Assert.Contains("not safe", error, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(program["out"]));
        Assert.DoesNotContain("current", await program.SucceedsAsync("releases"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_IntoAFile_ExitsWithOneLine()
    {
        await File.WriteAllTextAsync(program["file"], "", Cancellation);

        var (code, _, error) = await program.RunAsync("sample", "--out", "file", "--persons", "10");

        Assert.Equal(1, code);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>As the README says it: a path means what it means in the shell, not within the project.</summary>
    [Fact]
    public async Task DotnetRun_WithARelativePath_WritesWhereTheUserStands()
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var project = Path.GetFullPath(Path.Combine(built.FullName, "..", "..", "..", "..", "..", "src", "Dashboard"));
        var start = new ProcessStartInfo("dotnet", ["run", "--no-build", "--configuration", built.Parent!.Name, "--project", project, "--", "sample", "--out", "here", "--persons", "10"])
        {
            WorkingDirectory = program.Folder,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.True(process.ExitCode == 0, error);
        Assert.True(File.Exists(program["here/observations.csv"]));
    }

    [Fact]
    public async Task Help_NamesEveryVerb()
    {
        var help = await program.SucceedsAsync("--help");

        Assert.All((string[])["serve", "sample", "build", "protect", "audit", "publish", "export", "releases", "--store"], verb => Assert.Contains(verb, help, StringComparison.Ordinal));
    }

    static string[] WithoutDates(byte[] manifest) => [.. Encoding.UTF8.GetString(manifest).Split('\n').Where(x => !x.Contains("\"created\"", StringComparison.Ordinal))];
}
