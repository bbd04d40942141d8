using Analytics.Storage;

namespace Dashboard.Meeting;

/// <summary>Meetings in addresses and by name.</summary>
/// <param name="store">Where those with a name are kept.</param>
/// <param name="clock">Says when something was written down; no page shows it.</param>
sealed class Meetings(IReleaseStore store, TimeProvider clock) : IDisposable
{
    // Two people who pin at the same moment must not undo each other.
    readonly SemaphoreSlim turn = new(1);

    MeetingSessions Kept => store.Records.Meetings;

    /// <summary>Reads what an address carries.</summary>
    public async Task<(MeetingSession? Session, MeetingFault? Fault)> ReadAsync(string meeting, CancellationToken cancellation)
    {
        if (SessionLink.Is(meeting))
        {
            return SessionLink.Read(meeting);
        }

        return MeetingName.Read(meeting) == meeting && await Kept.FindAsync(meeting, cancellation) is { } json ? SessionJson.Read(json) : (null, MeetingFault.UnknownName);
    }

    /// <summary>Names of all meetings in the store, the one changed last first.</summary>
    public Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation) => Kept.NamesAsync(cancellation);

    /// <summary>Keeps a meeting under a name that none has yet.</summary>
    /// <returns>Whether it was kept; another meeting has the name otherwise.</returns>
    public async Task<bool> NameAsync(string name, MeetingSession session, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (await Kept.FindAsync(name, cancellation) is not null)
            {
                return false;
            }

            await Kept.SaveAsync(name, SessionJson.Write(session), clock.GetUtcNow(), cancellation);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Changes a meeting in the store.</summary>
    /// <returns>Whether there is such a meeting.</returns>
    public async Task<bool> ChangeAsync(string name, Func<MeetingSession, MeetingSession> change, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if ((await ReadAsync(name, cancellation)).Session is not { } session)
            {
                return false;
            }

            if (change(session) is var changed && changed != session)
            {
                await Kept.SaveAsync(name, SessionJson.Write(changed), clock.GetUtcNow(), cancellation);
            }

            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Writes a decision down.</summary>
    public Task DecideAsync(string meeting, string release, Decision decision, CancellationToken cancellation) =>
        Kept.AddDecisionAsync(meeting, release, decision.Write(), clock.GetUtcNow(), cancellation);

    /// <summary>Decisions of a meeting, in the order they were made.</summary>
    public async Task<IReadOnlyList<Decision>> DecisionsAsync(string? meeting, CancellationToken cancellation) => meeting is null
        ? []
        : [.. (await Kept.DecisionsAsync(meeting, cancellation)).Select(x => Decision.Read(x.Release, x.Content)).OfType<Decision>()];

    public void Dispose() => turn.Dispose();
}
