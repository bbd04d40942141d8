using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Dashboard.Tests.Commands;

/// <summary>The program as its user starts it: a process of its own, in a folder of its own.</summary>
public sealed partial class ProgramRun : IDisposable
{
    /// <summary>Working directory of every start; removed afterwards.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("lagesbild").FullName;

    /// <summary>The setting <c>ConnectionStrings:Store</c> of every start; null for the file that is used without it.</summary>
    public string? Store { get; set; }

    /// <summary>A path within the folder.</summary>
    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Runs to the end.</summary>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Runs to the end, which must be a good one, and gives the output.</summary>
    public async Task<string> SucceedsAsync(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)} exited with {code}: {error}");
        return output;
    }

    /// <summary>Writes a made-up input folder of two indicators, which builds in a second.</summary>
    public async Task SmallInputAsync(string folder, int seed)
    {
        await SucceedsAsync("sample", "--out", folder, "--persons", "1500", "--seed", seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        File.Delete(this[$"{folder}/aggregates.csv"]);
        var file = this[$"{folder}/observations.csv"];
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllLinesAsync(file, lines.Where((line, i) => i == 0 || line.Contains(",sch_bullied,", StringComparison.Ordinal) || line.Contains(",ind_moral_attitudes,", StringComparison.Ordinal)));
    }

    /// <summary>Builds a draft and gives its id.</summary>
    public async Task<string> BuildAsync(string input, params string[] more) => (await SucceedsAsync(["build", "--input", input, .. more])).Split('\n')[0].Trim();

    /// <summary>Starts without waiting.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Dashboard.dll"), .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Store is not null)
        {
            start.Environment["ConnectionStrings__Store"] = Store;
        }

        return Process.Start(start)!;
    }

    /// <summary>Starts the dashboard on a free port, and gives its address once it listens.</summary>
    public async Task<(Process Process, Uri Address)> ServeAsync(CancellationToken cancellation)
    {
        var process = Start("--urls", "http://127.0.0.1:0");
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                return (process, new Uri(found.Value));
            }
        }

        throw new InvalidOperationException($"The dashboard did not start: {await process.StandardError.ReadToEndAsync(cancellation)}");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Listening();

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
