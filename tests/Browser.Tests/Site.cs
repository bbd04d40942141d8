using Dashboard.Tests.Examples;
using Xunit;

namespace Browser.Tests;

/// <summary>Two dashboards for all tests: one with a release, one still empty.</summary>
public sealed class Site : IAsyncLifetime
{
    RunningDashboard? full;
    RunningDashboard? empty;

    /// <summary>Address of the dashboard with a release and an earlier one.</summary>
    public Uri Full => full!.Address;

    /// <summary>Address of the dashboard without a release.</summary>
    public Uri Empty => empty!.Address;

    public async ValueTask InitializeAsync()
    {
        full = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of("fedcba9876543210"), MadeUpRelease.Of(years: [2023, 2024, 2025])));
        empty = await RunningDashboard.StartAsync(new MemoryStore());
    }

    public async ValueTask DisposeAsync()
    {
        await full!.DisposeAsync();
        await empty!.DisposeAsync();
    }
}
