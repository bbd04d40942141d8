using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;

namespace Analytics;

/// <summary>An input, read and counted: all that is the same however it is protected.</summary>
/// <param name="CatalogueFiles">The catalogue's files, by name.</param>
/// <param name="Codebook">What they say.</param>
/// <param name="Input">What it holds beside the observations.</param>
/// <param name="Layout">Areas and bands.</param>
/// <param name="Observed">Tables counted from observations.</param>
/// <param name="Published">Tables that sources publish.</param>
sealed record CountedInput(
    IReadOnlyDictionary<string, ReadOnlyMemory<byte>> CatalogueFiles, Codebook Codebook, InputContent Input, Layout Layout, IReadOnlyList<CountTable> Observed, IReadOnlyList<SourceTable> Published)
{
    /// <summary>All tables of counts.</summary>
    public IReadOnlyList<CountTable> Tables { get; } = [.. Observed, .. Published.Select(x => x.Counts).OfType<CountTable>()];

    /// <summary>Number of rows of <c>aggregates.csv</c> that no cell shows.</summary>
    public int NotUsed => Input.Aggregates.Count(row => !Layout.Areas.Contains(row.Area) || !Codebook.Indicators[row.Indicator].AgeBands.Any(id =>
        Codebook.AgeBands.Partition.Any(band => band.Id == id && band.Overlaps(row.AgeFrom, row.AgeTo))));

    /// <summary>Reads and counts; null where anything is wrong.</summary>
    /// <param name="source">The input.</param>
    /// <param name="catalogueFolder">Folder of the catalogue.</param>
    /// <param name="faults">Gets all that is wrong.</param>
    /// <param name="progress">Told how far the reading has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="times">Measures the stages; null where nobody asks.</param>
    public static CountedInput? Read(IObservedInput source, string catalogueFolder, FaultList faults, IProgress<double>? progress, CancellationToken cancellation, StageTimes? times = null)
    {
        var catalogue = Catalogue.CatalogueFiles.ReadDirectory(catalogueFolder, faults);
        var codebook = CodebookReader.Read(catalogue, faults);
        times?.End("Catalogue");
        if (codebook is null)
        {
            return null;
        }

        var counter = new ObservationCounter(codebook);
        var input = source.Read(codebook, counter, faults, progress, cancellation);
        times?.End("Reading and counting", input?.ObservationCount, "rows");
        if (input is null)
        {
            return null;
        }

        var layout = AreaHierarchy.Of(codebook, counter.Municipalities.Concat(input.Aggregates.Select(x => x.Area).Where(x => AreaCode.LevelOf(x) != AreaLevel.Nation)), codebook.AgeBands);
        var observed = counter.Tables(layout, new Population(input.Population, codebook.AgeBands)).ToArray();
        var published = SourceTables.Of(input.Aggregates, codebook, layout).ToArray();
        if (layout.Areas.Count == 0)
        {
            faults.Add(new Fault("aggregates.csv", 0, "municipality", "no municipality and no county", "figures of at least one county or municipality"));
        }

        CountedInput? counted = CountedTwice(observed, published, faults) || !faults.IsEmpty ? null : new(catalogue, codebook, input, layout, observed, published);
        times?.End("Margins", counted?.Tables.Count, "tables");
        return counted;
    }

    static bool CountedTwice(IEnumerable<CountTable> observed, IEnumerable<SourceTable> published, FaultList faults)
    {
        var counted = observed.Select(x => (x.Indicator.Id, x.Year)).ToHashSet();
        foreach (var table in published.Where(x => counted.Contains((x.Indicator.Id, x.Year))).DistinctBy(x => (x.Indicator.Id, x.Year)))
        {
            faults.Add(new Fault("aggregates.csv", 0, "indicator", $"figures of '{table.Indicator.Id}' for {table.Year}, which the observations hold too", "each indicator and year in one of the two"));
        }

        return !faults.IsEmpty;
    }
}
