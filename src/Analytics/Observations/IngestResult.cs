using Analytics.Csv;

namespace Analytics.Observations;

/// <summary>What to bring into a database.</summary>
/// <param name="Address">Connection string of PostgreSQL.</param>
/// <param name="Input">Input folder; null to take files away only. Unlike that of a build it may hold a corrected file alone.</param>
/// <param name="Catalogue">Folder of the catalogue.</param>
public sealed record IngestOptions(string Address, string? Input, string Catalogue)
{
    /// <summary>Names of stored files to take away.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];
}

/// <summary>What became of a file.</summary>
public enum FileChange
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It stands in the place of the file of the same name.</summary>
    Replaced,

    /// <summary>The same bytes were there already.</summary>
    Unchanged,

    /// <summary>It was taken away.</summary>
    Removed,
}

/// <summary>A file of an ingest.</summary>
/// <param name="Name">File name.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Rows">Rows of microdata; null for a file that is kept whole.</param>
public sealed record IngestedFile(string Name, FileChange Change, long? Rows);

/// <summary>What an ingest did, or everything that is wrong.</summary>
public abstract record IngestResult
{
    IngestResult()
    {
    }

    /// <summary>All of it is stored.</summary>
    /// <param name="Files">Every file of the folder and every file taken away, by name.</param>
    public sealed record Done(IReadOnlyList<IngestedFile> Files) : IngestResult;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(FaultList Faults) : IngestResult;
}
