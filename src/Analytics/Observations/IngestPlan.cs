using System.Security.Cryptography;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Postgres;

namespace Analytics.Observations;

/// <summary>Which files of an ingest arrive and which leave.</summary>
sealed class IngestPlan(IngestOptions options)
{
    /// <summary>The input folder.</summary>
    public string Folder => options.Input ?? "";

    /// <summary>How faults name the database.</summary>
    public string Place { get; } = PostgresAddress.Shown(options.Address);

    /// <summary>Key of the first arriving file; no stored file has it or a greater one.</summary>
    public int FirstKey { get; private set; }

    /// <summary>Files of the folder that are new or changed.</summary>
    public FolderListing Arriving { get; private set; } = FolderListing.Of("", [], new FaultList());

    /// <summary>Stored files that are taken away or replaced.</summary>
    public IReadOnlyList<StoredFile> Leaving { get; private set; } = [];

    /// <summary>What became of the files that do not arrive.</summary>
    public List<IngestedFile> Files { get; } = [];

    /// <summary>Key of an arriving file.</summary>
    public int KeyOf(string name) => FirstKey + Arriving.All.ToList().IndexOf(name);

    /// <summary>Decides, and notes what is wrong with the names.</summary>
    public void Decide(IReadOnlyList<StoredFile> stored, FaultList faults)
    {
        var listing = options.Input is { } input ? FolderListing.Of(input, faults) : FolderListing.Of("", [], faults);
        if (listing.All.Count == 0 && options.Input is not null && faults.IsEmpty)
        {
            faults.Add(new Fault(options.Input, 0, "", "no input file", "at least one of observations*.csv, observations*.parquet and the other files of an input"));
        }

        foreach (var name in options.Remove.Where(name => !stored.Any(x => x.Name == name)))
        {
            faults.Add(new Fault(Fault.Quoted(name), 0, "", "no stored file of this name", stored.Count == 0 ? "a stored file; there are none" : $"one of {string.Join(", ", stored.Select(x => x.Name))}"));
        }

        if (!faults.IsEmpty)
        {
            return;
        }

        FirstKey = stored.Select(x => x.Key).DefaultIfEmpty(0).Max() + 1;
        string[] unchanged = [.. listing.All.Where(name => stored.Any(x => x.Name == name && !options.Remove.Contains(name) && IsSame(x)))];
        string[] arriving = [.. listing.All.Except(unchanged)];
        Leaving = [.. stored.Where(x => options.Remove.Contains(x.Name) || arriving.Contains(x.Name))];
        Arriving = FolderListing.Of(Folder, arriving.Select(name => (name, new FileInfo(Path.Combine(Folder, name)) is { Exists: true, Length: var length } ? length : 0)), faults);
        Files.AddRange(unchanged.Select(name => new IngestedFile(name, FileChange.Unchanged, stored.First(x => x.Name == name).Rows)));
        Files.AddRange(Leaving.Where(x => !arriving.Contains(x.Name)).Select(x => new IngestedFile(x.Name, FileChange.Removed, x.Rows)));
        // The same table under two names would be two answers to one question.
        FolderListing.Of(Place, stored.Except(Leaving).Select(x => (x.Name, x.Bytes)).Concat(arriving.Select(x => (x, 0L))), faults);
    }

    bool IsSame(StoredFile stored)
    {
        try
        {
            using var file = new FolderFiles(Folder).Open(stored.Name);
            return file.Length == stored.Bytes && Convert.ToHexStringLower(SHA256.HashData(file)) == stored.Sha256;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
