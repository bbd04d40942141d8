using Analytics.Catalogue;
using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Reads and checks a whole input folder.</summary>
static class InputFolder
{
    /// <summary>Reads a folder; every file that is there is read to its end.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="codebook">What the codes mean.</param>
    /// <param name="sink">
    /// Receives every good row of microdata during reading, in the order of the files by name and of their rows. It may have received rows
    /// of an input that turns out to be wrong: what it made of them is void when the result is null.
    /// </param>
    /// <param name="faults">Receives everything that is wrong.</param>
    /// <param name="progress">Receives the fraction of bytes read, about a hundred times; may be null.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="hash">Hash of person and year; null for the usual one.</param>
    /// <returns>The content, or null when there is any fault.</returns>
    /// <exception cref="OperationCanceledException">Reading was cancelled.</exception>
    public static InputContent? Read(
        string directory, Codebook codebook, ObservationSink sink, FaultList faults, IProgress<double>? progress, CancellationToken cancellation,
        PersonYearHash? hash = null)
    {
        var before = faults.Count;
        var listing = FolderListing.Of(directory, faults);
        var folder = new FolderReading(listing, codebook, faults, progress, cancellation);
        var description = folder.Description();

        var counted = faults.Count;
        var (read, good) = new ObservationFiles(folder, listing, codebook, faults, cancellation).Read(sink, hash ?? PersonYear.Hash);
        var aggregates = folder.Table("aggregates", AggregatesFile.Columns, new AggregatesFile(codebook).Row);
        if (read + aggregates.Count == 0 && faults.Count == counted && listing.HasFigures)
        {
            faults.Add(new Fault(directory, 0, "", "no rows in observations and aggregates", "at least one row"));
        }

        var population = folder.Table("population", PopulationFile.Columns, new PopulationFile().Row);
        var methodUse = folder.Table("method_use", MethodUseFile.Columns, MethodUseFile.Row);
        var collaboration = folder.Table("collaboration", CollaborationFile.Columns, CollaborationFile.Row);
        var followUp = folder.Table("follow_up", FollowUpFile.Columns, FollowUpFile.Row);
        var interviews = folder.Table("interview_codes", InterviewFile.Columns, InterviewFile.Row);
        return faults.Count > before
            ? null
            : new InputContent(description, folder.Files, good, aggregates, population, methodUse, collaboration, followUp, interviews);
    }
}
