using System.Data.Common;
using System.Net.Sockets;
using Dashboard.Telemetry;

namespace Dashboard.Releases;

/// <summary>Whether the store answers. Questions to it go through here: none is waited for longer than its time, and while the store is away one question at a time finds out whether it is back.</summary>
/// <param name="time">Measures the waiting.</param>
/// <param name="log">Is told when the store goes away and when it is back.</param>
/// <param name="threads">Where questions are asked; the threads of the process unless told otherwise.</param>
public sealed partial class StoreState(TimeProvider time, ILogger<StoreState> log, TaskScheduler? threads = null)
{
    /// <summary>How long an answer is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>How long writing is waited for: another writer may come first.</summary>
    public static readonly TimeSpan WritingPatience = TimeSpan.FromSeconds(9);

    /// <summary>How long a whole release is waited for.</summary>
    public static readonly TimeSpan LoadingPatience = TimeSpan.FromMinutes(2);

    /// <summary>How long the store is left in peace after a failure.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    readonly Lock gate = new();
    DateTimeOffset? awaySince;
    DateTimeOffset nextLook;
    long asked;
    long answered;
    long? look;

    /// <summary>Since when the store does not answer, UTC; null while it does.</summary>
    public DateTimeOffset? AwaySince
    {
        get
        {
            lock (gate)
            {
                return awaySince;
            }
        }
    }

    /// <summary>Asks for something small.</summary>
    /// <exception cref="StoreAwayException">The store is away, or another request is finding out.</exception>
    internal Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> question, CancellationToken cancellation) => AskAsync(question, Patience, mayLook: true, isRead: true, cancellation);

    /// <summary>Asks for a whole release.</summary>
    /// <exception cref="StoreAwayException">The store is away.</exception>
    internal Task<T> LoadAsync<T>(Func<CancellationToken, Task<T>> question) => AskAsync(question, LoadingPatience, mayLook: false, isRead: true, CancellationToken.None);

    /// <summary>Writes something down. A failure says nothing of reading: another writer may be at work.</summary>
    /// <exception cref="StoreAwayException">The store is away, and nothing was written.</exception>
    internal Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> change, CancellationToken cancellation) => AskAsync(change, WritingPatience, mayLook: false, isRead: false, cancellation);

    /// <summary>Waits for work that goes on in any case.</summary>
    /// <param name="work">The work.</param>
    /// <param name="hurry">Whether only as long as for something small.</param>
    /// <exception cref="TimeoutException">It takes longer.</exception>
    internal Task<T> WaitAsync<T>(Task<T> work, bool hurry) => work.WaitAsync(hurry ? Patience : Timeout.InfiniteTimeSpan, time);

    /// <summary>Whether a failure is the store's and not the program's.</summary>
    static bool IsTheStores(Exception failure) => failure is DbException or TimeoutException or IOException or SocketException;

    // Who asks may give up; what the answer tells of the store is learnt all the same.
    async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> question, TimeSpan patience, bool mayLook, bool isRead, CancellationToken cancellation) =>
        Begin(mayLook) is { } number ? await AnswerAsync(question, patience, isRead, number).WaitAsync(cancellation) : throw new StoreAwayException("The store is away.");

    async Task<T> AnswerAsync<T>(Func<CancellationToken, Task<T>> question, TimeSpan patience, bool isRead, long number)
    {
        using var limit = new CancellationTokenSource(patience, time);
        try
        {
            // On another thread, since an embedded database answers on the caller's; and left behind at the limit, whether it heeds the token or not.
            var answer = await Task.Factory.StartNew(() => question(limit.Token), CancellationToken.None, TaskCreationOptions.DenyChildAttach, threads ?? TaskScheduler.Default).Unwrap().WaitAsync(limit.Token);
            Answered(number);
            return answer;
        }
        catch (Exception e) when (IsTheStores(e) || limit.IsCancellationRequested)
        {
            var reason = limit.IsCancellationRequested ? $"No answer within {patience.TotalSeconds:0} s." : e.Message;
            if (isRead)
            {
                Failed(number, reason);
            }

            throw new StoreAwayException(reason);
        }
        finally
        {
            lock (gate)
            {
                look = look == number ? null : look;
            }
        }
    }

    /// <summary>Number of the question; null where it must not be asked now.</summary>
    long? Begin(bool mayLook)
    {
        lock (gate)
        {
            if (awaySince is null)
            {
                return ++asked;
            }

            return mayLook && look is null && time.GetUtcNow() >= nextLook ? look = ++asked : null;
        }
    }

    void Answered(long number)
    {
        lock (gate)
        {
            answered = Math.Max(answered, number);
            if (awaySince is { } since)
            {
                awaySince = null;
                Measures.StoreAway.Record(0);
                var away = time.GetUtcNow() - since;
                LogBack(away);
            }
        }
    }

    void Failed(long number, string reason)
    {
        lock (gate)
        {
            nextLook = time.GetUtcNow() + Pause;
            // One slow question does not count where a later one was answered.
            if (awaySince is null && number > answered)
            {
                awaySince = time.GetUtcNow();
                Measures.StoreAway.Record(1);
                LogAway(reason);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store does not answer; what is in memory is served meanwhile, and nothing can be saved. {Reason}")]
    partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store answers again, after {Away}.")]
    partial void LogBack(TimeSpan away);
}
