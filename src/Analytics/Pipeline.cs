using System.Globalization;
using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Disclosure;
using Analytics.Intake;
using Analytics.Release;

namespace Analytics;

/// <summary>What to build a release from, and how to protect it.</summary>
/// <param name="Input">The input folder.</param>
/// <param name="Catalogue">Folder of the catalogue.</param>
/// <param name="Threshold">Counts from 1 to one less are small.</param>
/// <param name="Base">Smallest base that is shown; with rounding the smallest of a mean.</param>
/// <param name="Protection">How counts are protected: a name of <see cref="ProtectionMode"/>.</param>
public sealed record BuildOptions(string Input, string Catalogue, int Threshold = 5, int Base = 20, string Protection = ProtectionMode.Suppression)
{
    /// <summary>Every release that has been published of the same population: the new one is protected together with them.</summary>
    public IReadOnlyList<ReleaseDocument> Published { get; init; } = [];
}

/// <summary>A release, or everything that is wrong with its input.</summary>
public abstract record BuildResult
{
    BuildResult()
    {
    }

    /// <summary>The release.</summary>
    /// <param name="Release">The release.</param>
    /// <param name="AggregatesNotUsed">Rows of <c>aggregates.csv</c> that no cell shows: areas outside the release, or ages at which the indicator is not measured.</param>
    public sealed record Built(ReleaseDocument Release, int AggregatesNotUsed) : BuildResult;

    /// <summary>Nothing was built: together with what is published already it could not be made safe.</summary>
    /// <param name="Places">The cells, by indicator, year, area, age band and sex; never a count.</param>
    public sealed record NotSafe(IReadOnlyList<string> Places) : BuildResult;

    /// <summary>Nothing was built.</summary>
    public sealed record Refused(FaultList Faults) : BuildResult;
}

/// <summary>How far long work has come.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Fraction">Done part of the step, in [0, 1].</param>
public readonly record struct BuildProgress(string Step, double Fraction);

/// <summary>From an input folder to a release: the flow of the whole program.</summary>
public static class Pipeline
{
    /// <summary>Reads, counts, protects and estimates. Nothing is stored: the same input, catalogue and options give the same release.</summary>
    /// <param name="options">What to build from.</param>
    /// <param name="created">Time of building, for the manifest.</param>
    /// <param name="progress">Told how far the work has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no such protection.</exception>
    public static BuildResult Build(BuildOptions options, DateTimeOffset created, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        ProtectionMode.Check(options.Protection);
        var faults = new FaultList();
        var catalogue = CatalogueFiles.ReadDirectory(options.Catalogue, faults);
        if (CodebookReader.Read(catalogue, faults) is not { } codebook)
        {
            return new BuildResult.Refused(faults);
        }

        var counter = new ObservationCounter(codebook);
        var input = InputFolder.Read(options.Input, codebook, counter.Add, faults, Step(progress, "Reading"), cancellation);
        if (input is null)
        {
            return new BuildResult.Refused(faults);
        }

        var layout = AreaHierarchy.Of(codebook, counter.Municipalities.Concat(input.Aggregates.Select(x => x.Area).Where(x => AreaCode.LevelOf(x) != AreaLevel.Nation)), codebook.AgeBands);
        var observed = counter.Tables(layout, new Population(input.Population, codebook.AgeBands)).ToArray();
        var published = SourceTables.Of(input.Aggregates, codebook, layout).ToArray();
        if (layout.Areas.Count == 0)
        {
            faults.Add(new Fault("aggregates.csv", 0, "municipality", "no municipality and no county", "figures of at least one county or municipality"));
        }

        if (CountedTwice(observed, published, faults) || !faults.IsEmpty)
        {
            return new BuildResult.Refused(faults);
        }

        var earlier = new EarlierReleases(options.Published, input.Description.Demonstration, options.Protection);
        CountTable[] counted = [.. observed, .. published.Select(x => x.Counts).OfType<CountTable>()];
        if (counted.Where(x => earlier.HasOtherMode(x.Indicator.Id, x.Year)).ToArray() is { Length: > 0 } mixed)
        {
            return new BuildResult.NotSafe([.. mixed.Select(x => $"{Name(x)}: published before with the other kind of protection").Distinct()]);
        }

        var protection = Protect(counted, options, earlier, Step(progress, "Protecting"), cancellation);
        string[] unsafePlaces = [.. counted.SelectMany(x => protection[x].Unsafe.Select(count => Place(x, count)))];
        if (unsafePlaces.Length > 0)
        {
            return new BuildResult.NotSafe(unsafePlaces);
        }

        var cells = Cells(codebook, layout, observed, published, protection);
        var manifest = ManifestOf(options, created, codebook, input, layout, cells);
        return new BuildResult.Built(new ReleaseDocument(manifest, codebook, cells) { CatalogueFiles = catalogue }, NotUsed(input.Aggregates, codebook, layout));
    }

    static string Name(CountTable table) => string.Create(CultureInfo.InvariantCulture, $"{table.Indicator.Id}, {table.Year}");

    static string Place(CountTable table, (Quantity Quantity, int Cell) count)
    {
        var (area, band, sex) = new AdditiveSystem(table.Layout, table.BySex, otherSex: true).Place(count.Cell);
        return $"{Name(table)}, {table.Layout.Areas[area]}, {table.Layout.Bands[band].Id}, {sex}: {count.Quantity}";
    }

    static int NotUsed(IReadOnlyList<AggregateRow> rows, Codebook codebook, Layout layout) =>
        rows.Count(row => !layout.Areas.Contains(row.Area) || !codebook.Indicators[row.Indicator].AgeBands.Any(id =>
            codebook.AgeBands.Partition.Any(band => band.Id == id && band.Overlaps(row.AgeFrom, row.AgeTo))));

    static bool CountedTwice(IEnumerable<CountTable> observed, IEnumerable<SourceTable> published, FaultList faults)
    {
        var counted = observed.Select(x => (x.Indicator.Id, x.Year)).ToHashSet();
        foreach (var table in published.Where(x => counted.Contains((x.Indicator.Id, x.Year))).DistinctBy(x => (x.Indicator.Id, x.Year)))
        {
            faults.Add(new Fault("aggregates.csv", 0, "indicator", $"figures of '{table.Indicator.Id}' for {table.Year}, which the observations hold too", "each indicator and year in one of the two"));
        }

        return !faults.IsEmpty;
    }

    /// <summary>Each table on its own, on all cores: the result does not depend on their number.</summary>
    static Dictionary<CountTable, ProtectedTable> Protect(IReadOnlyList<CountTable> tables, BuildOptions options, EarlierReleases earlier, IProgress<double>? progress, CancellationToken cancellation)
    {
        var parameters = new ProtectionParameters(options.Threshold, options.Base);
        var done = 0;
        var result = new ProtectedTable[tables.Count];
        Parallel.For(0, tables.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            result[i] = options.Protection == ProtectionMode.Rounding
                ? Rounding.Protect(tables[i], parameters)
                : Suppression.Protect(tables[i], parameters, earlier.Find(tables[i].Indicator.Id, tables[i].Year), cancellation);
            progress?.Report((double)Interlocked.Increment(ref done) / tables.Count);
        });
        return tables.Zip(result).ToDictionary(x => x.First, x => x.Second);
    }

    static List<ReleasedCell> Cells(Codebook codebook, Layout layout, CountTable[] observed, SourceTable[] published, Dictionary<CountTable, ProtectedTable> protection)
    {
        var cells = new List<ReleasedCell>();
        var observedByIndicator = observed.ToLookup(x => x.Indicator.Id);
        var publishedByIndicator = published.ToLookup(x => x.Indicator.Id);
        foreach (var indicator in codebook.Indicators)
        {
            var counted = observedByIndicator[indicator.Id].Select(x => (x.Year, Cells: ObservedCells.Of(protection[x])));
            var taken = publishedByIndicator[indicator.Id].GroupBy(x => x.Year).Select(year => (Year: year.Key, Cells: SourceCells.Of(
                [.. year.Select(x => (x, x.Counts is null ? null : protection[x.Counts]))], layout)));
            cells.AddRange(counted.Concat(taken).OrderBy(x => x.Year).SelectMany(x => x.Cells));
        }

        return cells;
    }

    static Manifest ManifestOf(BuildOptions options, DateTimeOffset created, Codebook codebook, InputContent input, Layout layout, IReadOnlyList<ReleasedCell> cells)
    {
        var manifest = new Manifest(
            Id: "", created, input.Description, input.Files, codebook.Version, new ReleaseParameters(options.Threshold, options.Base, options.Protection), MethodVersions.Of(options.Protection),
            [.. cells.Select(x => x.Address.Year).Distinct().Order()], layout.Areas)
        {
            Children = ChildrenOf(input.Population, codebook),
        };
        return manifest with { Id = ReleaseContent.IdOf(manifest, cells) };
    }

    static SortedDictionary<string, long> ChildrenOf(IReadOnlyList<PopulationRow> population, Codebook codebook)
    {
        var latest = population.Count == 0 ? 0 : population.Max(x => x.Year);
        var children = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var municipality in population.Where(x => x.Year == latest && codebook.AgeBands.IndexOf(x.Age) >= 0).GroupBy(x => x.Municipality))
        {
            children[codebook.Municipalities[municipality.Key].Code] = municipality.Sum(x => x.Count);
        }

        return children;
    }

    static Progress? Step(IProgress<BuildProgress>? progress, string step) => progress is null ? null : new Progress(progress, step);

    sealed class Progress(IProgress<BuildProgress> target, string step) : IProgress<double>
    {
        public void Report(double value) => target.Report(new BuildProgress(step, value));
    }
}
