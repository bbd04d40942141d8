using Analytics.Storage;
using Dashboard.Releases;

namespace Dashboard.Meeting;

/// <summary>Meetings in addresses and by name.</summary>
/// <param name="store">Where those with a name are kept.</param>
/// <param name="state">Whether it answers; what it said last is said again while it does not.</param>
/// <param name="answers">What it said last.</param>
/// <param name="clock">Says when something was written down; no page shows it.</param>
sealed class Meetings(IReleaseStore store, StoreState state, LastAnswers answers, TimeProvider clock) : IDisposable
{
    // Two people who pin at the same moment must not undo each other.
    readonly SemaphoreSlim turn = new(1);

    MeetingSessions Kept => store.Records.Meetings;

    /// <summary>Reads what an address carries.</summary>
    /// <exception cref="StoreAwayException">It is a name, and the store is away.</exception>
    public async Task<(MeetingSession? Session, MeetingFault? Fault)> ReadAsync(string meeting, CancellationToken cancellation)
    {
        if (SessionLink.Is(meeting))
        {
            return SessionLink.Read(meeting);
        }

        return MeetingName.Read(meeting) == meeting && await answers.AskAsync($"meeting {meeting}", x => Kept.FindAsync(meeting, x), cancellation) is { } json ? SessionJson.Read(json) : (null, MeetingFault.UnknownName);
    }

    /// <summary>Names of all meetings in the store, the one changed last first; none while it is away and was not asked before.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation)
    {
        try
        {
            return await answers.AskAsync("meetings", async x => (IReadOnlyList<string>?)await Kept.NamesAsync(x), cancellation) ?? [];
        }
        catch (StoreAwayException)
        {
            return [];
        }
    }

    /// <summary>Keeps a meeting under a name that none has yet.</summary>
    /// <returns>Whether it was kept; another meeting has the name otherwise.</returns>
    /// <exception cref="StoreAwayException">The store is away.</exception>
    public Task<bool> NameAsync(string name, MeetingSession session, CancellationToken cancellation) => InTurnAsync(async x =>
    {
        if (await Kept.FindAsync(name, x) is not null)
        {
            return false;
        }

        await Kept.SaveAsync(name, SessionJson.Write(session), clock.GetUtcNow(), x);
        return true;
    }, cancellation);

    /// <summary>Changes a meeting in the store.</summary>
    /// <returns>Whether there is such a meeting.</returns>
    /// <exception cref="StoreAwayException">The store is away.</exception>
    public Task<bool> ChangeAsync(string name, Func<MeetingSession, MeetingSession> change, CancellationToken cancellation) => InTurnAsync(async x =>
    {
        // As it is now, never as it was before the store went away.
        if (await Kept.FindAsync(name, x) is not { } json || SessionJson.Read(json).Session is not { } session)
        {
            return false;
        }

        if (change(session) is var changed && changed != session)
        {
            await Kept.SaveAsync(name, SessionJson.Write(changed), clock.GetUtcNow(), x);
        }

        return true;
    }, cancellation);

    /// <summary>Writes a decision down.</summary>
    /// <exception cref="StoreAwayException">The store is away.</exception>
    public Task DecideAsync(string meeting, string release, Decision decision, CancellationToken cancellation) => state.WriteAsync(async x =>
    {
        await Kept.AddDecisionAsync(meeting, release, decision.Write(), clock.GetUtcNow(), x);
        return true;
    }, cancellation);

    /// <summary>Decisions of a meeting, in the order they were made.</summary>
    /// <exception cref="StoreAwayException">The store is away, and was not asked for them before.</exception>
    public async Task<IReadOnlyList<Decision>> DecisionsAsync(string? meeting, CancellationToken cancellation) => meeting is null
        ? []
        : [.. (await answers.AskAsync($"decisions of {meeting}", async x => (IReadOnlyList<MeetingDecision>?)await Kept.DecisionsAsync(meeting, x), cancellation) ?? []).Select(x => Decision.Read(x.Release, x.Content)).OfType<Decision>()];

    public void Dispose() => turn.Dispose();

    Task<bool> InTurnAsync(Func<CancellationToken, Task<bool>> change, CancellationToken cancellation) => state.WriteAsync(async x =>
    {
        await turn.WaitAsync(x);
        try
        {
            return await change(x);
        }
        finally
        {
            turn.Release();
        }
    }, cancellation);
}
