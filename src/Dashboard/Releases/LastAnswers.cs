using System.Collections.Concurrent;

namespace Dashboard.Releases;

/// <summary>What the store answered last, by question: said again while it is away. There is room for some; the oldest question is forgotten first.</summary>
public sealed class LastAnswers(StoreState state)
{
    /// <summary>Answers that are kept.</summary>
    public const int Most = 300;

    readonly ConcurrentDictionary<string, object> kept = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<string> order = new();

    /// <summary>The store's answer, or its last one while it is away.</summary>
    /// <param name="about">What is asked; the same for the same question.</param>
    /// <param name="question">Asks the store.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="StoreAwayException">The store is away and was not asked this before.</exception>
    internal async Task<T?> AskAsync<T>(string about, Func<CancellationToken, Task<T?>> question, CancellationToken cancellation)
        where T : class
    {
        try
        {
            var answer = await state.AskAsync(question, cancellation);
            Keep(about, answer);
            return answer;
        }
        catch (StoreAwayException) when (kept.TryGetValue(about, out var known))
        {
            return (T)known;
        }
    }

    void Keep(string about, object? answer)
    {
        if (answer is null)
        {
            kept.TryRemove(about, out _);
            return;
        }

        if (kept.TryAdd(about, answer))
        {
            order.Enqueue(about);
            while (order.Count > Most && order.TryDequeue(out var oldest))
            {
                kept.TryRemove(oldest, out _);
            }
        }
        else
        {
            kept[about] = answer;
        }
    }
}
