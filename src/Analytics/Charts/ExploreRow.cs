using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;

namespace Analytics.Charts;

/// <summary>One cell of an <see cref="ExploreChart"/>, alone or beside another.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Address">Where the cell stands.</param>
/// <param name="Label">What tells the row from the others: <c>Jönköping, 2025, flickor</c>.</param>
/// <param name="Cell">What the release says.</param>
/// <param name="Interval">Its interval at the level that decides; null where there is none.</param>
/// <param name="Verdict">How it compares with the benchmark, or with <see cref="Other"/>; null where it is not compared.</param>
public sealed record ExploreRow(Indicator Indicator, CellAddress Address, string Label, Cell Cell, Interval? Interval, Verdict? Verdict)
{
    /// <summary>The cell beside it; null where rows stand alone.</summary>
    public Cell? Other { get; init; }

    /// <summary>The interval of <see cref="Other"/>.</summary>
    public Interval? OtherInterval { get; init; }

    /// <summary>The value; null where there is none.</summary>
    public double? Value => (Cell as Cell.Shown)?.Estimate.Value;

    /// <summary>The value beside it; null where there is none.</summary>
    public double? OtherValue => (Other as Cell.Shown)?.Estimate.Value;
}
