using System.Net;
using Analytics.Storage;
using Dashboard.Access;
using Dashboard.Meeting;
using Dashboard.Releases;
using Dashboard.Tests.Examples;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Browser.Tests;

/// <summary>Four dashboards for all tests: one with a release, one still empty, one for its owner, who is signed in, one whose store went away.</summary>
public sealed class Site : IAsyncLifetime
{
    RunningDashboard? full;
    RunningDashboard? empty;
    RunningDashboard? analyst;
    RunningDashboard? away;

    /// <summary>A meeting in the store of the full dashboard, of the name Forum, with a decision; one of its views is none.</summary>
    internal static MeetingSession Meeting { get; } = new(MadeUpRelease.Id, [new PinnedView("/kommun/0680?age=13-15", "Börja här."), new PinnedView("/kommun/0642"), new PinnedView("/nope")]);

    /// <summary>Address of the dashboard with a release and an earlier one.</summary>
    public Uri Full => full!.Address;

    /// <summary>The link printed when it started, not used yet.</summary>
    public Uri Link => full!.Link!;

    /// <summary>Address of the dashboard without a release.</summary>
    public Uri Empty => empty!.Address;

    /// <summary>Address of the dashboard with what the protection did.</summary>
    public Uri Analyst => analyst!.Address;

    /// <summary>The link that was printed when that dashboard started, as far as a page is concerned: the key is used.</summary>
    public const string UsedLink = "/logga-in?nyckel=used";

    /// <summary>The cookie of that dashboard's owner.</summary>
    public Cookie Owner { get; private set; } = null!;

    /// <summary>Stands for the start page of a dashboard without a release.</summary>
    public const string EmptyPage = "(empty)";

    /// <summary>Begins a path of the dashboard whose store went away.</summary>
    public const string Away = "(away)";

    /// <summary>Opens a window on the dashboard that has a path's page, signed in where only its owner may see it.</summary>
    internal Task<Visit> OpenAsync(Microsoft.Playwright.IBrowser browser, string path, int width, bool script = true) =>
        OwnersPages.Any(x => path.StartsWith(x, StringComparison.Ordinal))
            ? Visit.OpenAsync(browser, Analyst, width, script, Owner)
            : Visit.OpenAsync(browser, path == EmptyPage ? Empty : path.StartsWith(Away, StringComparison.Ordinal) ? away!.Address : Full, width, script);

    /// <summary>Goes to a path's page in a language.</summary>
    internal static async Task GoAsync(Visit visit, string path, string language)
    {
        var address = path == EmptyPage ? "/" : path.Replace(Away, "", StringComparison.Ordinal);
        await visit.Page.GotoAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
    }

    static readonly string[] OwnersPages = ["/skydd", "/utforska", "/handelser"];

    public async ValueTask InitializeAsync()
    {
        full = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of("fedcba9876543210"), MadeUpCollaboration.Release(MadeUpPractice.Release(years: [2023, 2024, 2025]))));
        var state = new StoreState(TimeProvider.System, NullLogger<StoreState>.Instance);
        var meetings = new Meetings(full.Store, state, new LastAnswers(state), TimeProvider.System);
        await meetings.NameAsync("Forum", Meeting, CancellationToken.None);
        await meetings.DecideAsync("Forum", Meeting.Release, new Decision(Meeting.Release, "/kommun/0680", "Jönköping", "Se över rutinen", "school", "2027-03-31"), CancellationToken.None);
        analyst = await RunningDashboard.StartAsync(MemoryStore.Of(ProtectedRelease.Of(recorded: false) with { Manifest = ProtectedRelease.Of().Manifest with { Id = "fedcba9876543210" } }, ProtectedRelease.Of()));
        Owner = await analyst.OwnerCookieAsync();
        await analyst.Store.Records.Trail.AddAsync([.. Enumerable.Range(0, 220).Select(x => new TrailEntry(DateTimeOffset.UnixEpoch.AddHours(x), TrailActions.All[x % TrailActions.All.Count], "analyst: 00ff00ff00ff00ff", "/oversikt.csv?indicator=sch_bullied&age=13-15&year=2025&lang=sv&release=fedcba9876543210"))], CancellationToken.None);
        empty = await RunningDashboard.StartAsync(new MemoryStore());
        away = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of(years: [2023, 2024, 2025])));
        await away.Client.GetStringAsync("/");
        away.Store.Failure = new IOException("The store is gone.");
    }

    public async ValueTask DisposeAsync()
    {
        await full!.DisposeAsync();
        await empty!.DisposeAsync();
        await analyst!.DisposeAsync();
        await away!.DisposeAsync();
    }
}
