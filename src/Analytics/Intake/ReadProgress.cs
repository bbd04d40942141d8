namespace Analytics.Intake;

/// <summary>How much of a folder is read, told in about a hundred steps.</summary>
/// <param name="total">Bytes of all files.</param>
/// <param name="listener">Receives fractions in (0, 1], ascending except where reading starts over.</param>
sealed class ReadProgress(long total, IProgress<double>? listener)
{
    const int Steps = 100;

    long told;

    /// <summary>Bytes read so far.</summary>
    public long Read { get; set; }

    /// <summary>Counts bytes as read.</summary>
    public void Advance(long bytes)
    {
        Read = Math.Min(Read + bytes, total);
        if (listener is null || total == 0 || Read * Steps / total is var step && step == told)
        {
            return;
        }

        told = step;
        listener.Report((double)Read / total);
    }
}
