using System.Collections.Concurrent;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Release;

/// <summary>Every municipality of a release against every benchmark, worked out when asked for. Safe to ask from several threads.</summary>
public sealed class ReleaseComparisons
{
    readonly CellIndex cells;
    readonly Codebook codebook;
    readonly SimilarMunicipalities similar;
    readonly BenchmarkValues values;
    readonly ILookup<string, string> municipalitiesByCounty;
    readonly ConcurrentDictionary<(string County, int Year, int Band, Sex Sex, Benchmark Benchmark), Lazy<TestFamily>> tests = new();

    /// <summary>Prepares the comparisons of a release.</summary>
    /// <param name="release">The release.</param>
    /// <param name="cells">Its cells.</param>
    public ReleaseComparisons(ReleaseDocument release, CellIndex cells)
    {
        (this.cells, codebook) = (cells, release.Codebook);
        similar = new SimilarMunicipalities(codebook, release.Manifest);
        municipalitiesByCounty = release.Manifest.Areas.Where(x => AreaCode.LevelOf(x) == AreaLevel.Municipality).ToLookup(x => x[..2], StringComparer.Ordinal);
        values = new BenchmarkValues(cells, municipalitiesByCounty.SelectMany(x => x), similar);
        Benchmarks = [.. BenchmarksOf(release)];
    }

    /// <summary>The benchmarks that the release can offer; a municipality may still lack one.</summary>
    public IReadOnlyList<Benchmark> Benchmarks { get; }

    /// <summary>Codes of the municipalities that are similar to one: none, or two to five.</summary>
    public IReadOnlyList<string> SimilarTo(string municipality) => similar[municipality];

    /// <summary>A benchmark's value for a municipality's cell; null where the cell, or what the benchmark is made of, is not shown.</summary>
    public BenchmarkValue? Value(CellAddress address, Benchmark benchmark) => Of(cells[address])?.Value(benchmark);

    /// <summary>A municipality's cell against a benchmark; null where it is not shown, has no interval, or the benchmark has no value.</summary>
    public Comparison? Of(CellAddress address, Benchmark benchmark, FlagLevel level) => Of(cells[address])?.Against(benchmark, level);

    /// <summary>All comparisons of a cell; null where it is not shown, or no municipality's.</summary>
    public CellComparisons? Of(ReleasedCell? cell) => cell is { Cell: Cell.Shown } && AreaCode.LevelOf(cell.Address.Area) == AreaLevel.Municipality
        ? new CellComparisons(cells.PlaceOf(cell.Address)!.Value, cell, codebook.FindIndicator(cell.Address.Indicator)!, values, TestsOf)
        : null;

    /// <summary>The tests of a county's overview: all indicators of its municipalities in one year, age band and sex against one benchmark.</summary>
    TestFamily TestsOf(CellPlace place, CellAddress some, Benchmark benchmark) => tests.GetOrAdd((some.Area[..2], some.Year, place.Band, some.Sex, benchmark), key => new(() =>
    {
        var pValues = new List<double>();
        foreach (var indicator in codebook.Indicators)
        {
            foreach (var municipality in municipalitiesByCounty[key.County])
            {
                if (cells.PlaceOf(some with { Indicator = indicator.Id, Area = municipality }) is { } other && cells.SeriesAt(other).Estimate is { } estimate
                    && values.Of(other, indicator.Measure, benchmark) is { } value && Comparing.PValueInFamily(estimate, indicator, value) is { } p)
                {
                    pValues.Add(p);
                }
            }
        }

        return new TestFamily(pValues);
    })).Value;

    IEnumerable<Benchmark> BenchmarksOf(ReleaseDocument release)
    {
        var years = release.Manifest.Years;
        yield return new Benchmark(BenchmarkKind.RestOfCounty);
        yield return new Benchmark(BenchmarkKind.County);
        if (release.Manifest.Areas.Contains(AreaCode.Nation))
        {
            yield return new Benchmark(BenchmarkKind.Nation);
        }

        if (similar.Any)
        {
            yield return new Benchmark(BenchmarkKind.Similar);
        }

        // As far apart as any two years of the release, but not so near that years taken together overlap.
        foreach (var distance in years.SelectMany(_ => years, (later, earlier) => later - earlier).Where(x => x >= release.YearsTogether).Distinct().Order())
        {
            yield return new Benchmark(BenchmarkKind.Earlier, distance);
        }
    }
}
