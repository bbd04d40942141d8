using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;

namespace Analytics.Charts;

/// <summary>Factors by age band: what an age ladder shows.</summary>
/// <param name="Bands">The age bands, youngest first.</param>
/// <param name="Rows">One row per factor, each with a cell per band.</param>
/// <param name="AreaName">Name of the municipality that is chosen, or of the county.</param>
/// <param name="Area">Its code.</param>
/// <param name="IsWhole">Whether the county is chosen: its value is then a line among its municipalities.</param>
public sealed record AgeLadderGrid(IReadOnlyList<AgeBand> Bands, IReadOnlyList<AgeLadderRow> Rows, string AreaName, string Area, bool IsWhole)
{
    /// <summary>Number of factors measured in a band, and how many of them only in a broader one.</summary>
    public static (int Measured, int Broader) Coverage(IEnumerable<AgeLadderRow> rows, int band)
    {
        var covers = rows.Select(x => x.Cells[band].Cover).ToArray();
        return (covers.Count(x => x != AgeCover.None), covers.Count(x => x == AgeCover.Broader));
    }
}

/// <summary>One factor of an age ladder.</summary>
/// <param name="Indicator">The factor.</param>
/// <param name="Cells">What is known per age band.</param>
public sealed record AgeLadderRow(Indicator Indicator, IReadOnlyList<AgeLadderCell> Cells)
{
    /// <summary>Whether any cell certainly differs from what it is compared with.</summary>
    internal int Flags => Cells.Count(x => x.Comparison is { Verdict: not Verdict.Similar });

    /// <summary>Number of bands in which it is measured.</summary>
    internal int Measured => Cells.Count(x => x.Cover != AgeCover.None);
}

/// <summary>One factor in one age band.</summary>
/// <param name="Band">The band.</param>
/// <param name="Cell">What the release says about the chosen area.</param>
/// <param name="Values">Values of the county's municipalities that have one, the chosen one among them.</param>
/// <param name="Benchmark">What the chosen municipality is compared with; null where there is nothing.</param>
/// <param name="Comparison">The comparison; null where none is made.</param>
/// <param name="Cover">Whether the factor is measured here.</param>
public sealed record AgeLadderCell(AgeBand Band, Cell Cell, IReadOnlyList<double> Values, double? Benchmark, Comparison? Comparison, AgeCover Cover)
{
    /// <summary>The broader age band that the source measured; null where it is the cell's own.</summary>
    public string? SourceBand { get; init; }

    /// <summary>The value of the chosen area; null where there is none.</summary>
    internal double? Value => (Cell as Cell.Shown)?.Estimate.Value;

    /// <summary>Why the chosen area has no value; null where it has one.</summary>
    internal Reason? Reason => (Cell as Cell.Missing)?.Reason;

    /// <summary>The interval of the level that decides, or at 95 % where nothing is compared.</summary>
    internal Interval? Interval => Comparison?.Interval ?? (Cell as Cell.Shown)?.Estimate.Interval;

    /// <summary>Whether nothing at all can be shown.</summary>
    internal bool IsEmpty => Value is null && Values.Count == 0;
}

/// <summary>Whether a factor is measured in an age band of a county.</summary>
public enum AgeCover
{
    /// <summary>It is not.</summary>
    None,
    /// <summary>Only in a broader band of its source, whose value stands here undivided.</summary>
    Broader,
    /// <summary>It is, whether its values may be shown or not.</summary>
    Own,
}
