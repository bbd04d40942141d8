using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Layout;

namespace Dashboard.Explore;

/// <summary>A row of the exploring page: a cell, alone or beside that of the second selection.</summary>
/// <param name="Reading">The cell.</param>
/// <param name="Area">Its area.</param>
/// <param name="Label">What tells it from the other rows.</param>
public sealed record ExploredCell(CellReading Reading, ExploreArea Area, string Label)
{
    /// <summary>The cell beside it; null where rows stand alone.</summary>
    public CellReading? Other { get; init; }

    /// <summary>The difference between the two; null where none is claimed.</summary>
    public ValueDifference? Difference { get; init; }

    /// <summary>Why no difference is claimed; null where one is, or where rows stand alone.</summary>
    public PairHindrance? Hindrance { get; init; }

    /// <summary>Where it stands.</summary>
    public CellAddress Address => Reading.Released.Address;

    /// <summary>The verdict: of the difference, or against the benchmark.</summary>
    public Verdict? Verdict => Other is null ? Reading.Comparison?.Verdict : Difference?.Verdict;

    /// <summary>Whether a difference is certain.</summary>
    public bool Differs => Verdict is not null and not Analytics.Estimation.Verdict.Similar;

    /// <summary>How certain it is: above 1 certainly different; null where nothing is compared.</summary>
    public double? Certainty => Other is null ? Reading.Certainty
        : Difference is { } known ? Math.Abs(known.Value) / Math.Max(double.Epsilon, known.Value > 0 ? known.Value - known.Interval.Lower : known.Interval.Upper - known.Value) : null;

    /// <summary>What the picture draws of it.</summary>
    public ExploreRow Row => new(Reading.Indicator, Address, Label, Reading.Released.Cell, Reading.Bounds, Verdict)
    {
        Other = Other?.Released.Cell,
        OtherInterval = Other?.Bounds,
    };
}
