namespace Analytics;

/// <summary>Tells how far one step of long work has come.</summary>
/// <param name="target">Who is told.</param>
/// <param name="step">What is being done.</param>
sealed class StepProgress(IProgress<BuildProgress> target, string step) : IProgress<double>
{
    /// <inheritdoc/>
    public void Report(double value) => target.Report(new BuildProgress(step, value));
}
