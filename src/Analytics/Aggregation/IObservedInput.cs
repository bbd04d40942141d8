using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;

namespace Analytics.Aggregation;

/// <summary>An input whose observations can be counted: a folder of files, or a database that counts them itself.</summary>
interface IObservedInput
{
    /// <summary>Reads everything, and counts the observations.</summary>
    /// <param name="codebook">What the codes mean.</param>
    /// <param name="counter">Receives the observations; void where the result is null.</param>
    /// <param name="faults">Receives everything that is wrong.</param>
    /// <param name="progress">Told how far the reading has come.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The content, or null when there is any fault.</returns>
    InputContent? Read(Codebook codebook, ObservationCounter counter, FaultList faults, IProgress<double>? progress, CancellationToken cancellation);
}
