using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>What the attacker found in one table.</summary>
/// <param name="CellsAttacked">Cells with a withheld or unpublished count.</param>
/// <param name="NarrowestWidth">The smallest width proven for the interval of a withheld count, in people or events; null when nothing was attacked.</param>
/// <param name="Findings">Counts that a reader knows exactly or too nearly; empty when the table is safe.</param>
sealed record AttackResult(int CellsAttacked, double? NarrowestWidth, IReadOnlyList<Finding> Findings);

/// <summary>A count that a reader knows exactly or too nearly.</summary>
/// <param name="Attack">Name of the attack that found it.</param>
/// <param name="Area">Code of the area.</param>
/// <param name="Band">Id of the age band.</param>
/// <param name="Sex">F, M, T, or X for the unpublished sex.</param>
/// <param name="Quantity">What is known.</param>
/// <param name="Width">How far apart the possible counts lie.</param>
sealed record Finding(string Attack, string Area, string Band, Sex Sex, Quantity Quantity, long Width);
