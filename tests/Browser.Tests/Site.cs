using Dashboard.Meeting;
using Dashboard.Tests.Examples;
using Xunit;

namespace Browser.Tests;

/// <summary>Three dashboards for all tests: one with a release, one still empty, one for the analyst.</summary>
public sealed class Site : IAsyncLifetime
{
    RunningDashboard? full;
    RunningDashboard? empty;
    RunningDashboard? analyst;

    /// <summary>A meeting in the store of the full dashboard, of the name Forum, with a decision; one of its views is none.</summary>
    internal static MeetingSession Meeting { get; } = new(MadeUpRelease.Id, [new PinnedView("/kommun/0680?age=13-15", "Börja här."), new PinnedView("/kommun/0642"), new PinnedView("/nope")]);

    /// <summary>Address of the dashboard with a release and an earlier one.</summary>
    public Uri Full => full!.Address;

    /// <summary>Address of the dashboard without a release.</summary>
    public Uri Empty => empty!.Address;

    /// <summary>Address of the dashboard with the analyst's pages.</summary>
    public Uri Analyst => analyst!.Address;

    public async ValueTask InitializeAsync()
    {
        full = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of("fedcba9876543210"), MadeUpCollaboration.Release(MadeUpPractice.Release(years: [2023, 2024, 2025]))));
        var meetings = new Meetings(full.Store, TimeProvider.System);
        await meetings.NameAsync("Forum", Meeting, CancellationToken.None);
        await meetings.DecideAsync("Forum", Meeting.Release, new Decision(Meeting.Release, "/kommun/0680", "Jönköping", "Se över rutinen", "school", "2027-03-31"), CancellationToken.None);
        analyst = await RunningDashboard.StartAsync(MemoryStore.Of(ProtectedRelease.Of(recorded: false) with { Manifest = ProtectedRelease.Of().Manifest with { Id = "fedcba9876543210" } }, ProtectedRelease.Of()), analyst: true);
        empty = await RunningDashboard.StartAsync(new MemoryStore());
    }

    public async ValueTask DisposeAsync()
    {
        await full!.DisposeAsync();
        await empty!.DisposeAsync();
        await analyst!.DisposeAsync();
    }
}
