using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>One municipality's series.</summary>
/// <param name="Code">Municipality code.</param>
/// <param name="Name">Name.</param>
/// <param name="Tile">Place on the county's grid; null where none is drawn.</param>
/// <param name="Years">Its years, ascending; all municipalities have the same.</param>
/// <param name="Trend">What the last five points of single years say.</param>
public sealed record SmallMultiple(string Code, string Name, Tile? Tile, IReadOnlyList<SmallMultipleYear> Years, SeriesTrend Trend)
{
    /// <summary>Its years with a value.</summary>
    internal IEnumerable<(SmallMultipleYear Year, Estimate Estimate)> Shown => Years.Where(x => x.Estimate is not null).Select(x => (x, x.Estimate!));

    /// <summary>The certain direction's judgement; null where none is certain.</summary>
    internal Verdict? Certain => Trend is SeriesTrend.Tested { Verdict: not Verdict.Similar and var verdict } ? verdict : null;
}

/// <summary>A year of a series.</summary>
/// <param name="Period">The year, or the years taken together.</param>
/// <param name="Cell">What the release says.</param>
/// <param name="Benchmark">The benchmark's value; null where there is none.</param>
/// <param name="Comparison">The comparison; null where none is made.</param>
public sealed record SmallMultipleYear(Period Period, Cell Cell, double? Benchmark, Comparison? Comparison)
{
    /// <summary>Whether it is measured otherwise than the value before, so that no line may join the two.</summary>
    public bool IsBreak { get; init; }

    /// <summary>The value; null where there is none.</summary>
    internal Estimate? Estimate => (Cell as Cell.Shown)?.Estimate;

    /// <summary>Why there is no value; null where there is one.</summary>
    internal Reason? Reason => (Cell as Cell.Missing)?.Reason;
}
