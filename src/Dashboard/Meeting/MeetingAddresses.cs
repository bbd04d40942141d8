using Dashboard.Navigation;

namespace Dashboard.Meeting;

/// <summary>Addresses of a meeting's own pages: they carry the meeting, its release and the language, and nothing of a view.</summary>
static class MeetingAddresses
{
    /// <summary>The list.</summary>
    public const string List = "/mote";

    /// <summary>The slides.</summary>
    public const string Show = "/mote/visa";

    /// <summary>The presenter's window.</summary>
    public const string Talk = "/mote/talare";

    /// <summary>The file, without extension.</summary>
    public const string File = "/mote/mote";

    /// <summary>The meeting's list, from anywhere.</summary>
    public static string ToMeeting(this ViewQuery query, string? fragment = null) => query.OfMeeting().To(List, fragment);

    /// <summary>What of an address belongs to the meeting.</summary>
    public static ViewQuery OfMeeting(this ViewQuery query) => new() { Meeting = query.Meeting, Release = query.Release, Lang = query.Lang };
}
