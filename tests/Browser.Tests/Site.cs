using Dashboard.Tests.Examples;
using Xunit;

namespace Browser.Tests;

/// <summary>Three dashboards for all tests: one with a release, one still empty, one for the analyst.</summary>
public sealed class Site : IAsyncLifetime
{
    RunningDashboard? full;
    RunningDashboard? empty;
    RunningDashboard? analyst;

    /// <summary>Address of the dashboard with a release and an earlier one.</summary>
    public Uri Full => full!.Address;

    /// <summary>Address of the dashboard without a release.</summary>
    public Uri Empty => empty!.Address;

    /// <summary>Address of the dashboard with the analyst's pages.</summary>
    public Uri Analyst => analyst!.Address;

    /// <summary>Stands for the start page of a dashboard without a release.</summary>
    public const string EmptyPage = "(empty)";

    /// <summary>Opens a window on the dashboard that has a path's page.</summary>
    internal Task<Visit> OpenAsync(Microsoft.Playwright.IBrowser browser, string path, int width, bool script = true) =>
        Visit.OpenAsync(browser, path == EmptyPage ? Empty : path.StartsWith("/skydd", StringComparison.Ordinal) ? Analyst : Full, width, script);

    /// <summary>Goes to a path's page in a language.</summary>
    internal static async Task GoAsync(Visit visit, string path, string language)
    {
        var address = path == EmptyPage ? "/" : path;
        await visit.Page.GotoAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
    }

    public async ValueTask InitializeAsync()
    {
        full = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of("fedcba9876543210"), MadeUpCollaboration.Release(MadeUpPractice.Release(years: [2023, 2024, 2025]))));
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
