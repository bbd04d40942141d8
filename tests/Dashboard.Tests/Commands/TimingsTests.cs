using System.Globalization;
using Xunit;

namespace Dashboard.Tests.Commands;

public sealed class TimingsTests : IDisposable
{
    static readonly string[] OfABuild =
    [
        "Opening the store", "Published releases", "Catalogue", "Reading and counting", "Margins", "Protecting", "Estimating", "Records of the protection", "Grouping", "Collaboration", "Release id", "Writing", "Audit trail",
    ];

    readonly ProgramRun program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Build_WithTimings_PrintsEveryStageAndTheWholeToStandardError()
    {
        await program.SmallInputAsync("in", 7);

        var (code, output, error) = await program.RunAsync("build", "--input", "in", "--timings");

        Assert.Equal(0, code);
        var lines = Lines(error);
        Assert.Equal(["Stage", .. OfABuild, "Whole"], lines.Select(x => x[0]));
        Assert.True(lines[1..^1].Sum(Seconds) <= Seconds(lines[^1]) + (0.0005 * OfABuild.Length), error);
        Assert.Contains(lines, x => x is ["Reading and counting", _, _, var rows] && rows.EndsWith(" rows", StringComparison.Ordinal));

        var plain = await program.RunAsync("build", "--input", "in");
        Assert.Equal((0, ""), (plain.ExitCode, plain.Error));
        Assert.Equal(output.Replace("Draft", "Already in the store", StringComparison.Ordinal), plain.Output);
    }

    [Fact]
    public async Task Build_ThatIsRefused_PrintsTheTimesSoFarAfterTheFaults()
    {
        FaultyFolder.Write(program["faulty"]);

        var (code, output, error) = await program.RunAsync("build", "--input", "faulty", "--timings");

        Assert.Equal((1, ""), (code, output));
        var table = error.IndexOf("Stage", StringComparison.Ordinal);
        Assert.True(table > error.IndexOf("Nothing was built", StringComparison.Ordinal));
        Assert.Equal(["Stage", .. OfABuild[..4], "Whole"], Lines(error[table..]).Select(x => x[0]));
    }

    static string[][] Lines(string table) => [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    static double Seconds(string[] line) => double.Parse(line[1], CultureInfo.InvariantCulture);
}
