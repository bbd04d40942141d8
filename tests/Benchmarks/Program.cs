using System.Diagnostics;
using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Benchmarks;

// All comparisons of a national release: every municipality cell against every benchmark at every level.
var release = NationalRelease.Create(indicators: 60, years: 5, bands: 5);
var processors = Process.GetCurrentProcess().TotalProcessorTime;
var watch = Stopwatch.StartNew();
var comparisons = new ReleaseComparisons(release, new CellIndex(release.Cells));
var indexed = watch.Elapsed.TotalSeconds;
var overviews =
    from county in release.Codebook.Counties
    from year in release.Manifest.Years
    from band in release.Codebook.AgeBands.Partition
    from sex in Sexes.Published
    from benchmark in comparisons.Benchmarks
    where benchmark.YearsBefore <= 1
    select (Address: new CellAddress("", year, county.Code, band.Id, sex), Benchmark: benchmark);
long made = 0, flagged = 0;
Parallel.ForEach(overviews, some =>
{
    var overview = comparisons.OverviewOf(some.Address, some.Benchmark);
    var (count, flags) = (0, 0);
    foreach (var (_, comparison) in FlagLevels.All.SelectMany(overview.Comparisons))
    {
        count++;
        flags += comparison.Verdict == Verdict.Similar ? 0 : 1;
    }

    Interlocked.Add(ref made, count);
    Interlocked.Add(ref flagged, flags);
});
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{release.Cells.Count} cells, {made} comparisons, {flagged} flagged: {watch.Elapsed.TotalSeconds:0.00} s ({(Process.GetCurrentProcess().TotalProcessorTime - processors).TotalSeconds:0.00} s of processors; {indexed:0.00} s for the index)"));
