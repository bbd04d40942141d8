using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Meeting;

/// <summary>A meeting's list: what is pinned, in which order and with which notes, and the ways to show it and to take it away.</summary>
public sealed partial class MeetingPage
{
    // The store may hold meetings of many years.
    const int MostNames = 50;

    /// <summary>Why the last change was not made, as the address tells it.</summary>
    [SupplyParameterFromQuery(Name = MeetingChanges.FaultParameter)]
    public string? FaultName { get; set; }

    [Inject]
    MeetingWriters Writers { get; set; } = null!;

    [Inject]
    ViewedRelease Viewed { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    [Inject]
    OpenMeeting Open { get; set; } = null!;

    [Inject]
    Meetings Meetings { get; set; } = null!;

    [Inject]
    MeetingSlides Slides { get; set; } = null!;

    [CascadingParameter]
    HttpContext? Context { get; set; }

    ViewQuery Query => ViewQuery.Read(Navigation.Uri).OfMeeting();

    MeetingSession? Session => Open.Session;

    MeetingFault? Fault => Open.Fault ?? (Enum.TryParse<MeetingFault>(FaultName, out var fault) && Enum.IsDefined(fault) ? fault : null);

    bool IsOnItsRelease => Viewed.Release?.Manifest.Id == Session?.Release;

    bool MayChange => Context is null || Writers.May(Context);

    string Title => Open.Name ?? L["Title"];

    IReadOnlyList<MeetingSlide> Rows { get; set; } = [];

    int Shown => Rows.Count(x => x.View is not null);

    IReadOnlyList<string> Names { get; set; } = [];

    IReadOnlyList<Decision> Decisions { get; set; } = [];

    // A view everybody has: the start page, or the county's first municipality where that is no screen yet.
    string ExampleHref => Viewed.Release is { Counties: [var county, ..] } release ? Query.To($"/kommun/{release.MunicipalitiesOf(county.Code)[0].Code}") : Query.To("/");

    /// <summary>Id of a view's row.</summary>
    internal static string IdOf(MeetingSession session, string address) => $"vy-{Layout.Words.Of(session.IndexOf(address) + 1)}";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var cancellation = Context?.RequestAborted ?? default;
        Names = [.. (await Meetings.NamesAsync(cancellation)).Take(MostNames)];
        Decisions = await Meetings.DecisionsAsync(Open.Name, cancellation);
        Rows = Session is { } session && Viewed.Release is { } release && IsOnItsRelease ? Slides.Of(release, session, Query.Lang) : [];
    }

    IEnumerable<(string Act, string Sign, bool Able)> Moves(int index) => [("up", "↑", index > 0), ("down", "↓", index < Rows.Count - 1), ("remove", "✕", true)];

    // A meeting that is kept in the address is changed by going to another one.
    string Changed(string address, string act)
    {
        var changed = act switch { "up" => Session!.Move(address, -1), "down" => Session!.Move(address, 1), _ => Session!.Remove(address) };
        return (Query with { Meeting = SessionLink.Write(changed) ?? Query.Meeting }).ToMeeting("bilder");
    }

    static string Named(MeetingSlide slide) => slide.View?.Title ?? slide.Pinned.Address;
}
