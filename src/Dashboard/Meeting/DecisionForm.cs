using System.Globalization;
using Analytics.Catalogue;

namespace Dashboard.Meeting;

/// <summary>A decision as somebody fills it in.</summary>
public sealed record DecisionForm
{
    /// <summary>Most characters of what was decided.</summary>
    public const int MostText = 500;

    /// <summary>Most characters of who does it.</summary>
    public const int MostActor = 100;

    /// <summary>Nothing filled in.</summary>
    public static DecisionForm Empty { get; } = new();

    /// <summary>Address of the view; empty for the meeting as a whole.</summary>
    public string View { get; init; } = "";

    /// <summary>What was decided.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who does it: the name of an actor in either language, or any other.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Until when: year, month and day.</summary>
    public string Due { get; init; } = "";

    /// <summary>Reads a form that was sent.</summary>
    public static DecisionForm Of(IFormCollection form) => new()
    {
        View = form["view"].ToString(),
        Text = form["text"].ToString().ReplaceLineEndings("\n").Trim(),
        Actor = form["actor"].ToString().Trim(),
        Due = form["due"].ToString().Trim(),
    };

    /// <summary>What is wrong: the field, and the key of a sentence about it.</summary>
    /// <param name="release">When the release was built: nothing is due before.</param>
    public IReadOnlyDictionary<string, string> Faults(DateTimeOffset release)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Text.Length is 0 or > MostText)
        {
            faults["text"] = Text.Length == 0 ? "TextMissing" : "TextLong";
        }

        if (Actor.Length is 0 or > MostActor)
        {
            faults["actor"] = Actor.Length == 0 ? "ActorMissing" : "ActorLong";
        }

        if (!DateOnly.TryParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
        {
            faults["due"] = Due.Length == 0 ? "DueMissing" : "DueWrong";
        }
        else if (due < DateOnly.FromDateTime(release.UtcDateTime))
        {
            faults["due"] = "DueEarly";
        }

        return faults;
    }

    /// <summary>The decision; <see cref="Faults"/> must be none.</summary>
    /// <param name="release">Id of the release.</param>
    /// <param name="title">Title of the view; empty for none.</param>
    /// <param name="codebook">The catalogue that knows the actors.</param>
    public Decision Decide(string release, string title, Codebook codebook) =>
        new(release, title.Length == 0 ? "" : View, title, Text, codebook.Actors.FirstOrDefault(Names)?.Id ?? Actor, Due);

    bool Names(Actor actor) => string.Equals(actor.NameSv, Actor, StringComparison.OrdinalIgnoreCase) || string.Equals(actor.NameEn, Actor, StringComparison.OrdinalIgnoreCase);
}
