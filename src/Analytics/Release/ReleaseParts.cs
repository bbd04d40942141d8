using System.Text.Json;
using Analytics.Collaboration;
using Analytics.Practice;

namespace Analytics.Release;

/// <summary>What a release says beside its cells, as texts that are stored whole and are part of its id.</summary>
static class ReleaseParts
{
    const string Practice = "practice", Collaboration = "collaboration";

    // One line each: they are read by programs.
    static readonly JsonSerializerOptions Options = new(ReleaseJson.Options) { WriteIndented = false };

    /// <summary>Name and JSON text of each part that says anything; a release that was asked nothing has none.</summary>
    public static IEnumerable<(string Name, string Content)> Write(ReleaseDocument release) =>
        from part in ((string Name, string Content, string Empty)[])
        [
            (Collaboration, JsonSerializer.Serialize(release.Collaboration, Options), JsonSerializer.Serialize(CollaborationPart.Empty, Options)),
            (Practice, JsonSerializer.Serialize(release.Practice, Options), JsonSerializer.Serialize(PracticePart.Empty, Options)),
        ]
        where part.Content != part.Empty
        select (part.Name, part.Content);

    /// <summary>The release with its parts.</summary>
    public static ReleaseDocument Read(ReleaseDocument release, IReadOnlyDictionary<string, string> parts) => release with
    {
        Practice = parts.TryGetValue(Practice, out var practice) ? JsonSerializer.Deserialize<PracticePart>(practice, Options)! : PracticePart.Empty,
        Collaboration = parts.TryGetValue(Collaboration, out var collaboration) ? JsonSerializer.Deserialize<CollaborationPart>(collaboration, Options)! : CollaborationPart.Empty,
    };
}
