using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Repeats;

namespace Analytics.Intake;

/// <summary>Reads all microdata of a folder row by row, and a second time where rows seem to repeat each other.</summary>
sealed class ObservationFiles(FolderReading folder, FolderListing listing, IInputFiles source, Codebook codebook, FaultList faults, CancellationToken cancellation)
{
    /// <summary>What the codes mean.</summary>
    public Codebook Codebook => codebook;

    /// <summary>Names of the files, in the order of reading.</summary>
    public IReadOnlyList<string> Names => listing.Observations;

    /// <summary>Opens the files.</summary>
    public FolderReading Folder => folder;

    /// <summary>Stops the reading.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>The bytes of a file, in which one can seek.</summary>
    public Stream Open(string name) => source.Open(name);

    /// <summary>Whether a file is Parquet by its name; the others are CSV.</summary>
    public static bool IsParquet(string name) => name.EndsWith(".parquet", StringComparison.Ordinal);

    /// <summary>Reads every file.</summary>
    /// <param name="sink">Receives the good rows.</param>
    /// <param name="hash">Hash of person and year; another one only to test collisions.</param>
    /// <returns>Rows read, and rows that the sink received.</returns>
    public (long Read, long Good) Read(PersonSink sink, PersonYearHash hash)
    {
        var keys = new RepeatKeys(codebook.Indicators.Count);
        var rows = new ObservationRows(codebook, new RepeatFilter(keys, hash), sink, faults);
        foreach (var name in listing.Observations)
        {
            folder.Open(name, file => Read(name, file.Content, rows));
        }

        Search(keys.Find(Environment.ProcessorCount, cancellation), hash);
        return (rows.Read, rows.Good);
    }

    /// <summary>Reads every file once more to tell true repeats, which are faults, from persons who share a hash.</summary>
    /// <param name="suspicions">What to look into; the files are left alone where there is nothing.</param>
    /// <param name="hash">The hash that the suspicions were made with.</param>
    public void Search(Suspicions suspicions, PersonYearHash hash)
    {
        if (suspicions.IsEmpty)
        {
            return;
        }

        // What else is wrong in the files is reported already.
        var again = new ObservationRows(codebook, new RepeatSearch(suspicions.Suspected, hash, codebook, faults), static (_, in _, _) => { }, new FaultList());
        foreach (var name in listing.Observations)
        {
            folder.OpenAgain(name, file => Read(name, file.Content, again));
        }

        faults.AddUnlisted(suspicions.Further);
    }

    void Read(string name, Stream content, ObservationRows rows)
    {
        if (IsParquet(name))
        {
            using var parquet = source.Open(name);
            ObservationParquet.Read(name, parquet, rows, cancellation);
        }
        else
        {
            ObservationCsv.Read(name, content, rows);
        }
    }
}
