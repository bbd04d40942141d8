using Dashboard.Views;

namespace Dashboard.Meeting;

/// <summary>Views pinned for a meeting, in the order they are shown, on one release.</summary>
/// <param name="Release">Id of the release, frozen when the first view is pinned.</param>
/// <param name="Views">The views; no address stands twice.</param>
public sealed record MeetingSession(string Release, IReadOnlyList<PinnedView> Views)
{
    /// <summary>Most views of a meeting.</summary>
    public const int MostViews = 40;

    /// <summary>The address of a view as a meeting keeps it: release, language and meeting are the meeting's own.</summary>
    public static string AddressOf(ViewLink link) => (link.Query with { Meeting = null, Release = null, Lang = null }).To(link.Path);

    /// <summary>Place of a view, from 0; −1 where it is not pinned.</summary>
    public int IndexOf(string address)
    {
        for (var i = 0; i < Views.Count; i++)
        {
            if (Views[i].Address == address)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>With a view last; unchanged where it is pinned or there are as many as there may be.</summary>
    public MeetingSession Pin(string address) => IndexOf(address) >= 0 || Views.Count >= MostViews ? this : this with { Views = [.. Views, new PinnedView(address)] };

    /// <summary>Without a view.</summary>
    public MeetingSession Remove(string address) => this with { Views = [.. Views.Where(x => x.Address != address)] };

    /// <summary>With a view moved by so many places, at most to an end; unchanged where it is not pinned.</summary>
    public MeetingSession Move(string address, int places)
    {
        var from = IndexOf(address);
        if (from < 0)
        {
            return this;
        }

        var views = Views.ToList();
        views.RemoveAt(from);
        views.Insert(Math.Clamp(from + places, 0, views.Count), Views[from]);
        return this with { Views = views };
    }

    /// <summary>With another note beside a view, cut to <see cref="PinnedView.MostNote"/>.</summary>
    public MeetingSession WithNote(string address, string note) => this with { Views = [.. Views.Select(x => x.Address == address ? x with { Note = PinnedView.Fitting(note) } : x)] };
}

/// <summary>A view pinned for a meeting.</summary>
/// <param name="Address">Path and state within the dashboard, as <see cref="MeetingSession.AddressOf"/> writes it.</param>
/// <param name="Note">What whoever speaks wants to remember; empty for nothing.</param>
public sealed record PinnedView(string Address, string Note = "")
{
    /// <summary>Most characters of a note.</summary>
    public const int MostNote = 600;

    /// <summary>Most characters of an address.</summary>
    public const int MostAddress = 600;

    /// <summary>A note as it is kept: lines end in one way, no longer than may be.</summary>
    public static string Fitting(string note)
    {
        var text = note.ReplaceLineEndings("\n").Trim();
        // A character of two halves is not cut between them.
        return text.Length <= MostNote ? text : text[..(char.IsHighSurrogate(text[MostNote - 1]) ? MostNote - 1 : MostNote)].TrimEnd();
    }
}
