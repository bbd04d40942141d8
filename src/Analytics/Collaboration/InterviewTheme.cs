using Analytics.Catalogue;

namespace Analytics.Collaboration;

/// <summary>How often group interviews spoke of something, in an area: figures, or the reason why there are none.</summary>
/// <param name="Area">Municipality code, county code or <c>00</c>.</param>
/// <param name="Actor">Id of the actor type interviewed, in counties only; null for all interviews of the area.</param>
/// <param name="Theme">Theme.</param>
/// <param name="Code">Code within the theme.</param>
/// <param name="Mentions">Mentions in all these interviews; 0 where none spoke of it; null with a status.</param>
/// <param name="Interviews">Interviews held, whether they spoke of it or not, at least <see cref="TieRules.FewestAnswers"/>; null with a status.</param>
/// <param name="Status"><see cref="Reason.NoResponse"/> without interviews, <see cref="Reason.Suppressed"/> where they are protected; null where figures are shown.</param>
public sealed record InterviewTheme(string Area, string? Actor, string Theme, string Code, long? Mentions, int? Interviews, Reason? Status);
