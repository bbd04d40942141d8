using Xunit;

namespace Dashboard.Tests.Commands;

/// <summary>A process killed at any moment leaves the current release as it was, and the same work can be done again.</summary>
public sealed class KilledTests : IDisposable
{
    readonly ProgramRun program = new();

    public void Dispose() => program.Dispose();

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.7)]
    [InlineData(0.85)]
    [InlineData(0.95)]
    public async Task Build_KilledOnTheWay_LeavesTheCurrentRelease(double moment)
    {
        var current = await PublishedAsync();
        await SecondInputAsync();

        await KillAsync(moment, "build", "--input", "second");

        Assert.StartsWith(current, await CurrentLineAsync(), StringComparison.Ordinal);
        await program.SucceedsAsync("export", current, "--out", "out");
        await program.BuildAsync("second");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public async Task Publish_KilledOnTheWay_LeavesOneWholeRelease(double moment)
    {
        var current = await PublishedAsync();
        await SecondInputAsync();
        var next = await program.BuildAsync("second");

        await KillAsync(moment, "publish", next);

        var line = await CurrentLineAsync();
        Assert.True(line.StartsWith(current, StringComparison.Ordinal) || line.StartsWith(next, StringComparison.Ordinal), line);
        await program.SucceedsAsync("publish", next);
        Assert.StartsWith(next, await CurrentLineAsync(), StringComparison.Ordinal);
    }

    /// <summary>Kills the command at a part of the time that it takes when left alone, which is measured on a copy of the store.</summary>
    async Task KillAsync(double moment, params string[] arguments)
    {
        foreach (var file in Directory.GetFiles(program["data"], "lagesbild.db*"))
        {
            File.Copy(file, program[Path.GetFileName(file).Replace("lagesbild", "copy", StringComparison.Ordinal)]);
        }

        var started = TimeProvider.System.GetTimestamp();
        await program.SucceedsAsync([.. arguments, "--store", "copy.db"]);
        using var due = new PeriodicTimer(TimeProvider.System.GetElapsedTime(started) * moment);

        using var process = program.Start(arguments);
        await due.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    async Task<string> CurrentLineAsync() =>
        Assert.Single((await program.SucceedsAsync("releases")).Split('\n'), x => x.Contains("  current  ", StringComparison.Ordinal));

    /// <summary>The same people under another title: another release, which what is published does not contradict.</summary>
    async Task SecondInputAsync()
    {
        await program.SmallInputAsync("second", 1);
        var path = Path.Combine(program["second"], "input.json");
        var description = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, description.Replace("\"title\": \"", "\"title\": \"Again: ", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    async Task<string> PublishedAsync()
    {
        await program.SmallInputAsync("first", 1);
        var id = await program.BuildAsync("first");
        await program.SucceedsAsync("publish", id);
        return id;
    }
}
