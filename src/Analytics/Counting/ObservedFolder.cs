using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Repeats;

namespace Analytics.Counting;

/// <summary>An input folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="workers">Number of threads that count; null for as many as there are cores.</param>
/// <param name="hash">Hash of person and year; null for the usual one.</param>
/// <param name="blockBytes">Bytes that a thread takes at a time; a line that is longer is read row by row.</param>
sealed class ObservedFolder(string folder, int? workers = null, PersonYearHash? hash = null, int blockBytes = LineBlocks.UsualSize) : IObservedInput
{
    readonly PersonYearHash hash = hash ?? PersonYear.Hash;

    /// <inheritdoc/>
    public InputContent? Read(Codebook codebook, ObservationCounter counter, FaultList faults, IProgress<double>? progress, CancellationToken cancellation) =>
        InputFolder.Read(folder, codebook, files => Count(files, counter), faults, progress, cancellation);

    (long Read, long Good) Count(ObservationFiles files, ObservationCounter counter)
    {
        if (new CountingPass(files, hash, workers ?? Environment.ProcessorCount, blockBytes).Run(counter) is { } counted)
        {
            files.Search(counted.Suspicions, hash);
            return (counted.Rows, counted.Rows);
        }

        return files.Read((_, in x, _) => counter.Add(x), hash);
    }
}
