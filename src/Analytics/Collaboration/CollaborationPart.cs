namespace Analytics.Collaboration;

/// <summary>How actors collaborate, in every area of a release: safe to publish as it stands.</summary>
/// <param name="Ties">Every ordered pair of the actor types that occur, per area: areas by level and code, actors in catalogue order.</param>
/// <param name="Networks">The network of each area, worked out from the shown ties alone.</param>
/// <param name="HandOvers">Each border between neighbouring age bands, per area.</param>
/// <param name="Themes">What group interviews spoke of, per area.</param>
public sealed record CollaborationPart(
    IReadOnlyList<Tie> Ties, IReadOnlyList<AreaNetwork> Networks, IReadOnlyList<HandOver> HandOvers, IReadOnlyList<InterviewTheme> Themes)
{
    /// <summary>Of an input without answers, interviews and use of methods.</summary>
    public static CollaborationPart Empty { get; } = new([], [], [], []);
}
