using Analytics.Catalogue;
using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Reads and checks a whole input.</summary>
static class InputFolder
{
    /// <summary>Reads a folder; every file that is there is read to its end.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="codebook">What the codes mean.</param>
    /// <param name="observations">Reads the microdata and tells how many rows there were, and how many of them were good.</param>
    /// <param name="faults">Receives everything that is wrong.</param>
    /// <param name="progress">Receives the fraction of bytes read, about a hundred times; may be null.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The content, or null when there is any fault.</returns>
    /// <exception cref="OperationCanceledException">Reading was cancelled.</exception>
    public static InputContent? Read(
        string directory, Codebook codebook, Func<ObservationFiles, (long Read, long Good)> observations, FaultList faults, IProgress<double>? progress, CancellationToken cancellation)
    {
        var before = faults.Count;
        var listing = FolderListing.Of(directory, faults);
        listing.RequireFigures(faults);
        var files = new FolderFiles(directory);
        var folder = new FolderReading(listing, files, codebook, faults, progress, cancellation);
        var content = Read(folder, codebook, () => observations(new ObservationFiles(folder, listing, files, codebook, faults, cancellation)), faults, listing.HasFigures ? directory : null);
        return faults.Count > before ? null : content;
    }

    /// <summary>Reads the files of an input in their order.</summary>
    /// <param name="folder">Opens them; its faults are those noted here.</param>
    /// <param name="codebook">What the codes mean.</param>
    /// <param name="observations">Reads the microdata and tells how many rows there were, and how many of them were good.</param>
    /// <param name="faults">Receives everything that is wrong.</param>
    /// <param name="mustHoldFigures">How a fault names the input where it has no figures; null where it need not have any.</param>
    /// <returns>The content; to be used only where nothing is wrong.</returns>
    public static InputContent Read(FolderReading folder, Codebook codebook, Func<(long Read, long Good)> observations, FaultList faults, string? mustHoldFigures)
    {
        var description = folder.Description();
        var counted = faults.Count;
        var (read, good) = observations();
        var aggregates = folder.Table("aggregates", AggregatesFile.Columns, new AggregatesFile(codebook).Row);
        if (read + aggregates.Count == 0 && faults.Count == counted && mustHoldFigures is not null)
        {
            faults.Add(new Fault(mustHoldFigures, 0, "", "no rows in observations and aggregates", "at least one row"));
        }

        var population = folder.Table("population", PopulationFile.Columns, new PopulationFile().Row);
        var methodUse = folder.Table("method_use", MethodUseFile.Columns, MethodUseFile.Row);
        var collaboration = folder.Table("collaboration", CollaborationFile.Columns, CollaborationFile.Row);
        var followUp = folder.Table("follow_up", FollowUpFile.Columns, FollowUpFile.Row);
        var interviews = folder.Table("interview_codes", InterviewFile.Columns, InterviewFile.Row);
        return new InputContent(description, folder.Files, good, aggregates, population, methodUse, collaboration, followUp, interviews);
    }
}
