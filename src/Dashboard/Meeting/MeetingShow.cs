using Analytics.Charts;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.Meeting;

/// <summary>A meeting ready to be shown: what slides, presenter's window and file are made from.</summary>
/// <param name="Release">The release.</param>
/// <param name="Name">Name of the meeting; null where it is kept in the address.</param>
/// <param name="Slides">Its slides, in their order.</param>
/// <param name="Decisions">What it decided.</param>
public sealed record MeetingShow(LoadedRelease Release, string? Name, IReadOnlyList<ShownSlide> Slides, IReadOnlyList<Decision> Decisions);

/// <summary>A slide.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Address">Address of its view, as meetings keep it.</param>
/// <param name="Note">The note beside it; empty for none.</param>
/// <param name="View">What it shows.</param>
/// <param name="Facts">Unit, source and release, for its foot.</param>
/// <param name="Fit">How its room is shared.</param>
public sealed record ShownSlide(int Number, string Address, string Note, ScreenView View, string Facts, SlideFit Fit)
{
    /// <summary>Its id within a page.</summary>
    public string Id => $"bild-{Words.Of(Number)}";

    /// <summary>Its picture; null where there is nothing to draw.</summary>
    public ChartPicture? Picture => View.Draw?.Invoke(new ChartFrame(ChartFrame.ProjectorWidth, View.Sentence) { MostHeight = Fit.MostHeight });
}

/// <summary>Makes meetings ready.</summary>
sealed class MeetingShows(Meetings meetings, MeetingSlides slides, IStringLocalizer<SlideShow> text)
{
    /// <summary>A meeting; null where the address carries none that can be read, or the release it is held on is not the one looked at.</summary>
    public async Task<MeetingShow?> FindAsync(OpenMeeting open, ViewedRelease viewed, ViewQuery query, CancellationToken cancellation)
    {
        if (open.Session is not { } session || viewed.Release is not { } release || release.Manifest.Id != session.Release)
        {
            return null;
        }

        var shown = slides.Of(release, session, query.Lang).Where(x => x.View is not null).Select((x, i) => SlideOf(release, x.Pinned, x.View!, i + 1));
        return new MeetingShow(release, open.Name, [.. shown], await meetings.DecisionsAsync(open.Name, cancellation));
    }

    ShownSlide SlideOf(LoadedRelease release, PinnedView pinned, ScreenView view, int number)
    {
        var parameters = release.Manifest.Parameters;
        var rounding = parameters.IsRounded ? $" · {RoundingText.Of(parameters, Words.Culture)}" : "";
        var facts = $"{view.Unit} {text["Source", view.Source, release.Manifest.Id, Words.Of(release.Manifest.Created)]}{rounding}";
        return new ShownSlide(number, pinned.Address, pinned.Note, view, facts, SlideFit.Of(view, facts));
    }
}
