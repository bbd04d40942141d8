using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Catalogue;
using Dashboard.Layout;

namespace Dashboard.Meeting;

/// <summary>What a meeting decided, about a view of a release.</summary>
/// <param name="Release">Id of the release it was made on.</param>
/// <param name="View">Address of the view it was made on, as meetings keep it; empty for none.</param>
/// <param name="Title">Title of the view, in the language of the meeting.</param>
/// <param name="Text">What was decided.</param>
/// <param name="Actor">Who does it: id of an actor of the catalogue, or a name.</param>
/// <param name="Due">Until when, as year, month and day.</param>
public sealed record Decision(string Release, string View, string Title, string Text, string Actor, string Due)
{
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Who does it, in the reader's language.</summary>
    public string ActorName(Codebook codebook) => codebook.FindActor(Actor) is { } actor ? Words.Of(actor) : Actor;

    /// <summary>As the store keeps it; the release stands beside it there.</summary>
    public string Write() => JsonSerializer.Serialize(new Written(View, Title, Text, Actor, Due), Options);

    /// <summary>Reads what the store kept; null for what is no decision.</summary>
    public static Decision? Read(string release, string content)
    {
        try
        {
            return JsonSerializer.Deserialize<Written>(content, Options) is { View: { } view, Title: { } title, Text: { } text, Actor: { } actor, Due: { } due }
                ? new Decision(release, view, title, text, actor, due)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record Written(string? View, string? Title, string? Text, string? Actor, string? Due);
}
