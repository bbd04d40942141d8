using System.Threading.Channels;
using Analytics.Storage;

namespace Dashboard.Access;

/// <summary>Writes the audit trail behind the requests, so that none of them waits for the store. Nothing is lost in silence: what finds no room is counted, in the log and in the trail.</summary>
sealed partial class TrailWriter(IReleaseStore store, TimeProvider time, ILogger<TrailWriter> log) : IHostedService, IDisposable
{
    /// <summary>Entries that may wait.</summary>
    public const int Room = 8192;

    const int Batch = 256;

    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(Room) { SingleReader = true });
    readonly CancellationTokenSource stopping = new();
    Task work = Task.CompletedTask;
    long lost;

    /// <summary>Adds an entry soon.</summary>
    /// <param name="action">One of <see cref="TrailActions"/>.</param>
    /// <param name="actor">Who did it: <see cref="Reader.Actor"/>.</param>
    /// <param name="subject">What it was done to; nothing personal.</param>
    public void Write(string action, string actor, string subject)
    {
        if (!queue.Writer.TryWrite(new Waiting(new TrailEntry(time.GetUtcNow(), action, actor, subject), null)))
        {
            Interlocked.Increment(ref lost);
        }
    }

    /// <summary>Waits until everything up to now is in the store.</summary>
    public async Task WrittenAsync(CancellationToken cancellation)
    {
        var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await queue.Writer.WriteAsync(new Waiting(null, mark), cancellation);
            await mark.Task.WaitAsync(cancellation);
        }
        catch (ChannelClosedException)
        {
            // Stopping: what can be written is being written.
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Not a background service: one that is stopped before it got going would leave its queue as it is.
        work = Task.Run(WorkAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Writes what waits, trying once more where the store is away.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        await stopping.CancelAsync();
        await work.WaitAsync(cancellationToken);
    }

    public void Dispose() => stopping.Dispose();

    async Task WorkAsync()
    {
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batch = new List<TrailEntry>();
            var marks = new List<TaskCompletionSource>();
            while (batch.Count < Batch && queue.Reader.TryRead(out var next))
            {
                if (next.Entry is { } entry)
                {
                    batch.Add(entry);
                }
                else
                {
                    marks.Add(next.Mark!);
                }
            }

            if (Interlocked.Exchange(ref lost, 0) is > 0 and var count)
            {
                LogLost(count);
                batch.Add(new TrailEntry(time.GetUtcNow(), TrailActions.Lost, "dashboard", count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }

            await StoreAsync(batch);
            marks.ForEach(x => x.TrySetResult());
        }
    }

    async Task StoreAsync(List<TrailEntry> batch)
    {
        for (var pause = FirstPause; batch.Count > 0; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var last = stopping.IsCancellationRequested;
            try
            {
                await store.Records.Trail.AddAsync(batch, CancellationToken.None);
                return;
            }
            catch (Exception e) when (!last)
            {
                LogWaiting(batch.Count + queue.Reader.Count, e.Message);
            }
            catch (Exception e)
            {
                LogNotWritten(batch.Count, e.Message);
                return;
            }

            await Task.Delay(pause, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit trail cannot be written; {Count} entries wait. {Reason}")]
    partial void LogWaiting(int count, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit trail could not be written before the stop; {Count} entries are lost. {Reason}")]
    partial void LogNotWritten(int count, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit trail had no room for {Count} entries; they are lost.")]
    partial void LogLost(long count);

    sealed record Waiting(TrailEntry? Entry, TaskCompletionSource? Mark);
}
