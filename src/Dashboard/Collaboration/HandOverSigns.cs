using Analytics.Collaboration;

namespace Dashboard.Collaboration;

/// <summary>A sign for each status of a border between age bands; its words always stand beside it.</summary>
static class HandOverSigns
{
    /// <summary>The sign.</summary>
    public static string Of(HandOverStatus status) => status switch
    {
        HandOverStatus.Method => "═",
        HandOverStatus.Meeting => "⇄",
        HandOverStatus.Continuity => "→",
        HandOverStatus.Gap => "✕",
        HandOverStatus.Unknown => "?",
        _ => "–",
    };

    /// <summary>Where in the page a border's details stand.</summary>
    public static string Fragment(HandOver border) => $"gap-{border.Younger}-{border.Older}";
}
