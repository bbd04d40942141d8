namespace Dashboard.Releases;

/// <summary>Tells open pages when another release has become the current one. One question to the store serves all of them; without open pages none is asked.</summary>
public sealed class ReleaseWatch(ReleaseReader reader, TimeProvider time) : IDisposable
{
    /// <summary>How often the store is asked.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    readonly Lock gate = new();
    readonly List<Func<string?, Task>> listeners = [];
    ITimer? timer;

    /// <summary>Calls back with the current release's id, now and then, until the answer is disposed of; while the store is away with the id as it was, where it is known.</summary>
    public IDisposable Listen(Func<string?, Task> listener)
    {
        lock (gate)
        {
            listeners.Add(listener);
            timer ??= time.CreateTimer(x => _ = ((ReleaseWatch)x!).LookAsync(), this, Interval, Interval);
        }

        return new Listening(this, listener);
    }

    /// <summary>Asks the store once and tells all.</summary>
    public async Task LookAsync()
    {
        string? current;
        try
        {
            current = await reader.CurrentIdAsync(CancellationToken.None);
        }
        catch (StoreAwayException)
        {
            // Told all the same, since pages also say whether the store answers.
            current = null;
        }

        Func<string?, Task>[] told;
        lock (gate)
        {
            told = [.. listeners];
        }

        await Task.WhenAll(told.Select(x => x(current)));
    }

    /// <inheritdoc/>
    public void Dispose() => timer?.Dispose();

    void Forget(Func<string?, Task> listener)
    {
        lock (gate)
        {
            listeners.Remove(listener);
            if (listeners.Count == 0)
            {
                timer?.Dispose();
                timer = null;
            }
        }
    }

    sealed class Listening(ReleaseWatch watch, Func<string?, Task> listener) : IDisposable
    {
        public void Dispose() => watch.Forget(listener);
    }
}
