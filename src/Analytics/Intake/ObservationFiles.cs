using Analytics.Catalogue;
using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Reads all microdata of a folder, and a second time where rows seem to repeat each other.</summary>
sealed class ObservationFiles(FolderReading folder, FolderListing listing, IInputFiles source, Codebook codebook, FaultList faults, CancellationToken cancellation)
{
    /// <summary>Reads every file.</summary>
    /// <param name="sink">Receives the good rows.</param>
    /// <param name="hash">Hash of person and year; another one only to test collisions.</param>
    /// <returns>Rows read, and rows that the sink received.</returns>
    public (long Read, long Good) Read(PersonSink sink, PersonYearHash hash)
    {
        var filter = new RepeatFilter(codebook.Indicators.Count, hash);
        var rows = new ObservationRows(codebook, filter, sink, faults);
        foreach (var name in listing.Observations)
        {
            folder.Open(name, file => Read(name, file.Content, rows));
        }

        if (filter.Suspected.Count > 0)
        {
            Search(filter, hash);
        }

        return (rows.Read, rows.Good);
    }

    void Search(RepeatFilter filter, PersonYearHash hash)
    {
        // What else is wrong in the files is reported already.
        var again = new ObservationRows(codebook, new RepeatSearch(filter.Suspected, hash, codebook, faults), static (_, in _, _) => { }, new FaultList());
        foreach (var name in listing.Observations)
        {
            folder.OpenAgain(name, file => Read(name, file.Content, again));
        }

        faults.AddUnlisted(filter.Further);
    }

    void Read(string name, Stream content, ObservationRows rows)
    {
        if (name.EndsWith(".parquet", StringComparison.Ordinal))
        {
            using var buffered = new BufferedStream(source.Open(name));
            ObservationParquet.Read(name, buffered, rows, cancellation);
        }
        else
        {
            ObservationCsv.Read(name, content, rows);
        }
    }
}
