using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dashboard.Meeting;

/// <summary>A meeting's views and notes as JSON: the same in the store and inside an address.</summary>
static class SessionJson
{
    const int Version = 1;

    static readonly JsonSerializerOptions Options = new()
    {
        // What is read is shown as text only, and escapes would make addresses long.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 8,
    };

    /// <summary>Writes a meeting; the same meeting gives the same text.</summary>
    public static string Write(MeetingSession session) =>
        JsonSerializer.Serialize(new Written(Version, session.Release, [.. session.Views.Select(x => new WrittenView(x.Address, x.Note.Length == 0 ? null : x.Note))]), Options);

    /// <summary>Reads a meeting; what is wrong with it where it is none.</summary>
    public static (MeetingSession? Session, MeetingFault? Fault) Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Written>(json, Options) switch
            {
                null => (null, MeetingFault.Damaged),
                { V: > Version } => (null, MeetingFault.Newer),
                { V: Version, R: { } release, S: { } views } when IsRelease(release) && views.Count <= MeetingSession.MostViews && views.All(IsView) && views.DistinctBy(x => x!.A).Count() == views.Count =>
                    (new MeetingSession(release, [.. views.Select(x => new PinnedView(x!.A!, x.N ?? ""))]), null),
                _ => (null, MeetingFault.Damaged),
            };
        }
        catch (JsonException)
        {
            return (null, MeetingFault.Damaged);
        }
    }

    static bool IsRelease(string id) => id.Length is > 0 and <= 64 && id.All(char.IsAsciiLetterOrDigit);

    // Whether an address is a view of the release is said of each by itself; here it must only be a text that may stand in a page.
    static bool IsView(WrittenView? view) =>
        view is { A: { Length: > 0 and <= PinnedView.MostAddress } address, N: var note } && !address.Any(char.IsControl) && (note is null || (note == PinnedView.Fitting(note) && !note.Any(x => char.IsControl(x) && x is not '\n' and not '\t')));

    /// <summary>Short names, since they stand in addresses.</summary>
    sealed record Written([property: JsonPropertyName("v")] int V, [property: JsonPropertyName("r")] string? R, [property: JsonPropertyName("s")] IReadOnlyList<WrittenView?>? S);

    sealed record WrittenView([property: JsonPropertyName("a")] string? A, [property: JsonPropertyName("n")] string? N);
}
