using Analytics.Catalogue;

namespace Analytics.Collaboration;

/// <summary>What respondents of one actor type answer about another, in an area: figures, or the reason why there are none.</summary>
/// <param name="Area">Municipality code, county code or <c>00</c>.</param>
/// <param name="From">Id of the actor type that answers.</param>
/// <param name="To">Id of the actor type that the answers are about.</param>
/// <param name="Answers">Number of answers, at least <see cref="TieRules.FewestAnswers"/>; null with a status.</param>
/// <param name="Frequency">Mean frequency, 0 (never) to 4 (weekly); null with a status.</param>
/// <param name="Agreement">Share of those who answered that have a written agreement, 0 to 1; null where too few answered.</param>
/// <param name="Trust">Mean trust of those who answered, 1 to 4; null where too few answered.</param>
/// <param name="Status"><see cref="Reason.NoResponse"/> without answers, <see cref="Reason.Suppressed"/> where they are protected; null where the tie is shown.</param>
public sealed record Tie(string Area, string From, string To, long? Answers, double? Frequency, double? Agreement, double? Trust, Reason? Status);
