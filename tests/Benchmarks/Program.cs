using System.Diagnostics;
using System.Globalization;
using Analytics.Estimation;
using Analytics.Release;
using BenchmarkDotNet.Running;
using Benchmarks;

if (args is ["clustering", var folder])
{
    ClusterFits.Run(folder);
    return;
}

if (args is ["count", var input, var output])
{
    CountedCells.Run(input, output);
    return;
}

if (args is ["repeats", var many])
{
    ManyRepeats.Run(long.Parse(many, CultureInfo.InvariantCulture));
    return;
}

if (args is ["stages"])
{
    BenchmarkRunner.Run<Stages>();
    return;
}

if (args is ["circuits", var address, var process, var count, var changes, var cookie])
{
    await Circuits.RunAsync(new Uri(address), int.Parse(process, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture), int.Parse(changes, CultureInfo.InvariantCulture), cookie);
    return;
}

// All comparisons of a national release: every municipality cell against every kind of benchmark (itself a year before) at every level.
var release = NationalRelease.Create(indicators: 60, years: 5, bands: 5);
var processors = Process.GetCurrentProcess().TotalProcessorTime;
var watch = Stopwatch.StartNew();
var comparisons = new ReleaseComparisons(release, new CellIndex(release.Cells));
var indexed = watch.Elapsed.TotalSeconds;
Benchmark[] benchmarks = [.. comparisons.Benchmarks.Where(x => x.YearsBefore <= 1)];
long made = 0, flagged = 0;
Parallel.For(0, release.Cells.Count / 1000, block =>
{
    var (count, flags) = (0, 0);
    foreach (var cell in release.Cells.Skip(block * 1000).Take(1000))
    {
        if (comparisons.Of(cell) is not { } compared)
        {
            continue;
        }

        foreach (var benchmark in benchmarks)
        {
            foreach (var level in FlagLevels.All)
            {
                if (compared.Against(benchmark, level) is { } comparison)
                {
                    count++;
                    flags += comparison.Verdict == Verdict.Similar ? 0 : 1;
                }
            }
        }
    }

    Interlocked.Add(ref made, count);
    Interlocked.Add(ref flagged, flags);
});
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{release.Cells.Count} cells, {made} comparisons, {flagged} flagged: {watch.Elapsed.TotalSeconds:0.00} s ({(Process.GetCurrentProcess().TotalProcessorTime - processors).TotalSeconds:0.00} s of processors; {indexed:0.00} s for the index)"));
