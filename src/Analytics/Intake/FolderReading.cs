using Analytics.Catalogue;
using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>What the readers of one input share: opening files with checksum and progress, and one place for what is wrong.</summary>
sealed class FolderReading(FolderListing listing, IInputFiles source, Codebook codebook, FaultList faults, IProgress<double>? listener, CancellationToken cancellation)
{
    readonly List<InputFileRecord> files = [];
    readonly ReadProgress progress = new(listing.Bytes, listener);

    /// <summary>The files read to their end so far, by name; complete when there is no fault.</summary>
    public IReadOnlyList<InputFileRecord> Files => [.. files.OrderBy(x => x.Name, StringComparer.Ordinal)];

    /// <summary>Reads a table whole: one record per row without fault.</summary>
    /// <param name="table">Name of the table; without a file it is empty.</param>
    /// <param name="columns">Columns that must be there, in the order the row reader counts them.</param>
    /// <param name="row">Makes the record of the current row, or notes its faults.</param>
    public IReadOnlyList<T> Table<T>(string table, string[] columns, Func<CsvRows, RowChecks, T> row)
    {
        var records = new List<T>();
        if (listing.Find(table) is { } name)
        {
            Open(name, file =>
            {
                using var rows = CsvRows.Open(name, file.Content, columns, [], faults);
                var checks = new RowChecks(name, codebook, faults);
                while (rows.Read())
                {
                    checks.Begin(rows.Line);
                    var record = row(rows, checks);
                    if (checks.RowIsGood)
                    {
                        records.Add(record);
                    }
                }
            });
        }

        return records;
    }

    /// <summary>Where the data come from.</summary>
    public InputDescription Description()
    {
        var description = DescriptionFile.Default;
        if (listing.Find(FolderListing.Description) is { } name)
        {
            Open(name, file => description = new DescriptionFile(name, faults).Read(file.Content));
        }

        return description;
    }

    /// <summary>Opens a file, lets it be read and keeps its checksum. A file that cannot be read is a fault.</summary>
    public void Open(string name, Action<HashedFile> read) => Open(name, progress, file =>
    {
        read(file);
        if (faults.IsEmpty)
        {
            files.Add(file.Finish());
        }
    });

    /// <summary>Reads files without noting anything that is wrong: all of them, or it is as if none had been opened.</summary>
    /// <param name="names">The files.</param>
    /// <param name="read">Reads one; false where it gives up.</param>
    public bool Try(IEnumerable<string> names, Func<string, HashedFile, bool> read)
    {
        var (before, told) = (files.Count, progress.Read);
        try
        {
            foreach (var name in names)
            {
                using var opened = source.Open(name);
                using var file = new HashedFile(name, opened, progress, cancellation);
                if (file.Bytes == 0 || !read(name, file))
                {
                    return false;
                }

                files.Add(file.Finish());
            }

            before = files.Count;
            told = progress.Read;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return false;
        }
        finally
        {
            files.RemoveRange(before, files.Count - before);
            progress.Read = told;
        }
    }

    /// <summary>Opens a file that was read before.</summary>
    public void OpenAgain(string name, Action<HashedFile> read) => Open(name, new ReadProgress(0, null), read);

    void Open(string name, ReadProgress told, Action<HashedFile> read)
    {
        try
        {
            using var opened = source.Open(name);
            using var file = new HashedFile(name, opened, told, cancellation);
            if (file.Bytes == 0)
            {
                faults.Add(new Fault(name, 0, "", "an empty file", "a file with content"));
                return;
            }

            read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(name, 0, "", "a file that cannot be read", "a file that may be read"));
        }
    }
}
