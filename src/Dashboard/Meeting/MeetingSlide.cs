using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.Meeting;

/// <summary>A pinned view as the release has it.</summary>
/// <param name="Pinned">What was pinned.</param>
/// <param name="View">What it shows; null for an address that is no view of the release.</param>
/// <param name="Refusal">Why it is none, in a sentence; null where it is.</param>
public sealed record MeetingSlide(PinnedView Pinned, ScreenView? View, string? Refusal);

/// <summary>Reads pinned views from a release.</summary>
sealed class MeetingSlides(Screens screens, IStringLocalizer<MeetingSlides> text)
{
    /// <summary>Every pinned view in its order, those that the release does not have too.</summary>
    public IReadOnlyList<MeetingSlide> Of(LoadedRelease release, MeetingSession session, string? language) => [.. session.Views.Select(x => Of(release, x, language))];

    /// <summary>One pinned view.</summary>
    /// <param name="release">The release.</param>
    /// <param name="pinned">The view.</param>
    /// <param name="language">The address's language.</param>
    public MeetingSlide Of(LoadedRelease release, PinnedView pinned, string? language)
    {
        if (ViewLink.Read(pinned.Address) is not { } link)
        {
            return new MeetingSlide(pinned, null, text["NoAddress"]);
        }

        if (screens.Find(link.Path) is not { } screen)
        {
            return new MeetingSlide(pinned, null, text["NoScreen", link.Path]);
        }

        var query = link.Query with { Release = release.Manifest.Id, Meeting = null, Lang = language };
        return !screen.Has(release) || screen.View(release, link with { Query = query }) is not { } view ? new MeetingSlide(pinned, null, text["NoView", link.Path])
            : view.Ignored.Count > 0 ? new MeetingSlide(pinned, null, text["Unknown", string.Join(", ", view.Ignored.Select(x => $"{x.Name} = {x.Value}"))])
            : new MeetingSlide(pinned, view, null);
    }

    /// <summary>Where the page of a pinned view is.</summary>
    public static string? PageOf(PinnedView pinned, ViewQuery query) =>
        ViewLink.Read(pinned.Address) is { } link ? (link.Query with { Meeting = query.Meeting, Release = query.Release, Lang = query.Lang }).To(link.Path) : null;
}
