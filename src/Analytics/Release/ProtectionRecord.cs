namespace Analytics.Release;

/// <summary>What the protection did to one indicator and year, for the analyst only: never in an export, an id or a page that readers see.</summary>
/// <remarks>Counts stand here as sums over at least as many cells as the threshold says; those of fewer cells are left out.</remarks>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Width">Least distance between the largest and smallest value that a withheld count may have for a reader: a count.</param>
/// <param name="Hidden">What each rule hides, in the order of <see cref="ProtectionRule"/>; rules that hide nothing are left out.</param>
/// <param name="Cost">What the secondary cells cost, in the units of the chosen weights; null where they are few.</param>
/// <param name="LowerBound">What any choice of secondary cells with the same guarantees costs at least; null where they are few.</param>
/// <param name="Gap">How much more than the lower bound they cost, as a fraction; 0 where there is nothing less; null where no bound above 0 is known.</param>
/// <param name="Cells">The withheld cells, in the order of the release.</param>
public sealed record ProtectionRecord(
    string Indicator, int Year, int Width, IReadOnlyList<HiddenByRule> Hidden, long? Cost, double? LowerBound, double? Gap, IReadOnlyList<WithheldCell> Cells)
{
    /// <summary>How much more than the least possible is hidden, as a fraction; null where no bound above 0 is known.</summary>
    /// <param name="cost">What is hidden.</param>
    /// <param name="lowerBound">The least.</param>
    internal static double? GapOf(long cost, double lowerBound) => cost <= lowerBound ? 0 : lowerBound > 0 ? (cost - lowerBound) / lowerBound : null;
}

/// <summary>What one rule hides of an indicator and year.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Cells">Number of cells; a figure that a source gives for a broader band is one cell, however many bands show it.</param>
/// <param name="Counts">The people that these cells do not show: bases where those are withheld, elsewhere cases (rule 2: complements; means: bases). Null where the cells are fewer than the threshold, and where the source or doubt about its sums withholds them.</param>
public sealed record HiddenByRule(ProtectionRule Rule, int Cells, long? Counts);

/// <summary>A withheld cell and why it is.</summary>
/// <param name="Address">Where the cell stands.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Protects">Of a secondary cell the cell it was first needed for; that may be one of sex X, which is never published. Otherwise null.</param>
public sealed record WithheldCell(CellAddress Address, ProtectionRule Rule, CellAddress? Protects);
