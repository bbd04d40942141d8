namespace Analytics.Practice;

/// <summary>Pieces of work of a study, beside each other, and how many of them are done.</summary>
/// <param name="target">Who is told the share done, or nobody.</param>
/// <param name="pieces">Pieces of all steps.</param>
/// <param name="cancellation">Stops the work.</param>
sealed class StudyProgress(IProgress<double>? target, int pieces, CancellationToken cancellation)
{
    int _done;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Does each piece once; each writes only what is its own.</summary>
    public void ForEach(int count, int cores, Action<int> piece) => Parallel.For(
        0,
        count,
        new ParallelOptions { MaxDegreeOfParallelism = cores, CancellationToken = cancellation },
        i =>
        {
            piece(i);
            target?.Report(Math.Min(1, (double)Interlocked.Increment(ref _done) / pieces));
        });
}
