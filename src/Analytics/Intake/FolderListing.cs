using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Which files of an input folder are read, by their names alone.</summary>
/// <remarks>
/// A file that looks like data but has no place in the input is a fault, so that a misspelt name is never passed over in silence.
/// Everything else (a README, hidden files, folders) is left alone.
/// </remarks>
sealed class FolderListing
{
    /// <summary>Name of the file that says where the data come from.</summary>
    public const string Description = "input.json";

    static readonly string[] Tables = ["aggregates", "population", "method_use", "collaboration", "follow_up", "interview_codes"];
    static readonly string[] DataEndings = [".csv", ".gz", ".parquet", ".json"];
    static readonly string Expected =
        $"one of observations*.csv, observations*.parquet, {string.Join(", ", Tables.Select(x => x + ".csv"))} (each .csv also as .csv.gz) and {Description}";

    readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    readonly List<string> observations = [];
    bool missing;

    FolderListing(string place) => Place = place;

    /// <summary>The folder, or how faults name the database.</summary>
    public string Place { get; }

    /// <summary>Names of the files with microdata, in ordinal order.</summary>
    public IReadOnlyList<string> Observations => observations;

    /// <summary>Whether there is a file that figures can come from.</summary>
    public bool HasFigures => observations.Count > 0 || Find("aggregates") is not null;

    /// <summary>Bytes of all files that are read.</summary>
    public long Bytes { get; private set; }

    /// <summary>Names of all files that are read, in ordinal order.</summary>
    public IReadOnlyList<string> All => [.. observations.Concat(names.Values).Order(StringComparer.Ordinal)];

    /// <summary>Name of the file that holds a table, such as <c>population</c>, or the description <c>input.json</c>; null when there is none.</summary>
    public string? Find(string table) => names.GetValueOrDefault(table);

    /// <summary>Lists a folder and reports what is wrong with its names.</summary>
    public static FolderListing Of(string directory, FaultList faults)
    {
        var listing = new FolderListing(directory);
        if (!Directory.Exists(directory))
        {
            listing.missing = true;
            faults.Add(new Fault(directory, 0, "", File.Exists(directory) ? "a file" : "no such folder", "a folder with input files"));
            return listing;
        }

        foreach (var entry in new DirectoryInfo(directory).GetFileSystemInfos().OrderBy(x => x.Name, StringComparer.Ordinal))
        {
            listing.Add(entry, faults);
        }

        return listing;
    }

    /// <summary>Lists files that are known by name and size, and reports what is wrong with their names.</summary>
    /// <param name="place">How faults name where they are.</param>
    /// <param name="files">Name and bytes of each.</param>
    /// <param name="faults">Gets what is wrong.</param>
    public static FolderListing Of(string place, IEnumerable<(string Name, long Bytes)> files, FaultList faults)
    {
        var listing = new FolderListing(place);
        foreach (var (name, bytes) in files.OrderBy(x => x.Name, StringComparer.Ordinal))
        {
            listing.Add(name, bytes, faults);
        }

        return listing;
    }

    /// <summary>Whether a file of this name holds microdata.</summary>
    public static bool IsObservations(string name) =>
        name.StartsWith("observations", StringComparison.Ordinal) && (IsCsv(name) || name.EndsWith(".parquet", StringComparison.Ordinal));

    /// <summary>Notes a fault where there is no file that figures can come from.</summary>
    public void RequireFigures(FaultList faults)
    {
        if (!HasFigures && !missing)
        {
            faults.Add(new Fault(Place, 0, "", "neither observations nor aggregates", "at least one of observations*.csv, observations*.parquet and aggregates.csv"));
        }
    }

    void Add(FileSystemInfo entry, FaultList faults)
    {
        if (entry is FileInfo file)
        {
            Add(file.Name, file.Exists ? file.Length : 0, faults);
        }
        else if (IsObservations(entry.Name) || TableOf(entry.Name) is not null)
        {
            faults.Add(new Fault(entry.Name, 0, "", "a folder", "a file"));
        }
    }

    void Add(string name, long bytes, FaultList faults)
    {
        var table = TableOf(name);
        if (!IsObservations(name) && table is null)
        {
            if (LooksLikeData(name))
            {
                faults.Add(new Fault(name, 0, "", "an unexpected file", Expected));
            }
        }
        else if (table is not null && names.TryGetValue(table, out var other))
        {
            faults.Add(new Fault(name, 0, "", $"the same table as {other}", "only one of the two files"));
        }
        else
        {
            Bytes += bytes;
            if (table is null)
            {
                observations.Add(name);
            }
            else
            {
                names.Add(table, name);
            }
        }
    }

    static string? TableOf(string name) => name == Description ? name : Tables.FirstOrDefault(x => name == x + ".csv" || name == x + ".csv.gz");

    static bool IsCsv(string name) => name.EndsWith(".csv", StringComparison.Ordinal) || name.EndsWith(".csv.gz", StringComparison.Ordinal);

    static bool LooksLikeData(string name) =>
        !name.StartsWith('.')
        && (DataEndings.Any(x => name.EndsWith(x, StringComparison.OrdinalIgnoreCase))
            || Tables.Append("observations").Any(x => name.StartsWith(x + ".", StringComparison.OrdinalIgnoreCase)));
}
