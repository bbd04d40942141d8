namespace Analytics.Intake;

/// <summary>Where the bytes of an input's files are: in a folder, or in a database that keeps them.</summary>
interface IInputFiles
{
    /// <summary>Opens a file from its start; one can seek in it.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    Stream Open(string name);
}

/// <summary>Files of a folder.</summary>
sealed class FolderFiles(string folder) : IInputFiles
{
    /// <inheritdoc/>
    public Stream Open(string name) => new FileStream(Path.Combine(folder, name), FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
}
