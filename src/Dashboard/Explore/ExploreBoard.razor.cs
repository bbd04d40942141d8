using Dashboard.Layout;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Dashboard.Explore;

/// <summary>The connected part of the exploring page. All it knows stands in the address; the release is shared by everyone who looks at it.</summary>
public sealed partial class ExploreBoard : IDisposable
{
    IDisposable? watching;

    /// <summary>Id of the release, the same while the page is open.</summary>
    [Parameter, EditorRequired]
    public required string Release { get; set; }

    /// <summary>Opaque subject of whose saved views are shown.</summary>
    [Parameter, EditorRequired]
    public required string Owner { get; set; }

    [Inject]
    ReleaseReader Reader { get; set; } = null!;

    [Inject]
    ReleaseWatch Watch { get; set; } = null!;

    [Inject]
    StoreState Store { get; set; } = null!;

    [Inject]
    TimeProvider Time { get; set; } = null!;

    [Inject]
    ExploreScreen Screen { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    LoadedRelease? Loaded { get; set; }

    ExploreState State { get; set; } = ExploreState.Empty;

    ExploreView? View { get; set; }

    ScreenView? Shown { get; set; }

    /// <summary>Id of a release published since the page was opened; null where none was.</summary>
    string? NewRelease { get; set; }

    /// <summary>Since when the store is away, as a time for readers; null while it answers.</summary>
    string? Away { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Navigation.LocationChanged -= FollowAddress;
        watching?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        try
        {
            Loaded = await Reader.FindAsync(Release, CancellationToken.None);
        }
        catch (StoreAwayException)
        {
            // Not in memory any more, which the notice explains.
        }

        Away = AwayNow();
        Look(ExploreState.Read(Navigation.Uri));
        Navigation.LocationChanged += FollowAddress;
        if (RendererInfo.IsInteractive)
        {
            watching = Watch.Listen(current => InvokeAsync(() =>
            {
                NoticeStore();
                NoticeRelease(current);
            }));
        }
    }

    /// <summary>Shows another state and writes it into the address.</summary>
    void Show(ExploreState state)
    {
        if (state == State)
        {
            return;
        }

        Look(state);
        Navigation.NavigateTo(state.To(), replace: true);
    }

    void Look(ExploreState state)
    {
        State = state;
        View = Loaded is null ? null : Screen.Read(Loaded, state);
        Shown = View is null ? null : Screen.Of(View) is var shown ? shown with { Table = shown.Table with { Rows = [] } } : null;
    }

    // Backwards and forwards in the browser.
    void FollowAddress(object? sender, LocationChangedEventArgs change)
    {
        var state = ExploreState.Read(change.Location);
        if (state != State)
        {
            Look(state);
            _ = InvokeAsync(StateHasChanged);
        }
    }

    string? AwayNow() => Store.AwaySince is { } since ? SwedishTime.Since(since, Time.GetUtcNow()) : null;

    void NoticeStore()
    {
        if (AwayNow() is var away && away != Away)
        {
            Away = away;
            StateHasChanged();
        }
    }

    void NoticeRelease(string? current)
    {
        // A page that was asked for by a release's id stays with it.
        if (current is null || current == Release || NewRelease is not null || State.View.Release is not null)
        {
            return;
        }

        // From now on the address names the release, so that a reload does not change what is shown.
        NewRelease = current;
        Show(State.With(x => x with { Release = Release }));
        StateHasChanged();
    }
}
