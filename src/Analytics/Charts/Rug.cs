using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>A county at a glance: factors as rows, municipalities as columns.</summary>
/// <param name="Columns">The municipalities, from left to right.</param>
/// <param name="Blocks">The factors, from the top.</param>
/// <param name="Benchmark">What municipalities are compared with.</param>
/// <param name="Level">How certain a difference must be to fill its cell.</param>
/// <param name="Remark">What stands below the rug: how many differences chance alone is expected to give.</param>
public sealed record Rug(IReadOnlyList<RugColumn> Columns, IReadOnlyList<RugBlock> Blocks, Benchmark Benchmark, FlagLevel Level, string Remark)
{
    /// <summary>All rows, from the top.</summary>
    public IEnumerable<RugRow> Rows => Blocks.SelectMany(x => x.Groups).SelectMany(x => x.Rows);
}

/// <summary>A municipality as a column.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record RugColumn(string Code, string Name);

/// <summary>Rows below one heading with the municipalities' names.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Groups">Its parts, from the top.</param>
public sealed record RugBlock(string Heading, IReadOnlyList<RugGroup> Groups);

/// <summary>Rows that belong together within a block.</summary>
/// <param name="Heading">What stands above them; empty for nothing.</param>
/// <param name="Rows">The rows, from the top.</param>
public sealed record RugGroup(string Heading, IReadOnlyList<RugRow> Rows);

/// <summary>A factor as a row.</summary>
/// <param name="Indicator">The factor.</param>
/// <param name="Period">Year of its values.</param>
/// <param name="Cells">One cell per column.</param>
public sealed record RugRow(Indicator Indicator, Period Period, IReadOnlyList<RugCell> Cells)
{
    /// <summary>Number of certain differences.</summary>
    public int Flags => Cells.Count(x => x.IsFlagged);

    /// <summary>The reason that all cells share; null where any has a value or another reason.</summary>
    public Reason? OnlyReason => Cells.Select(x => (x.Cell as Cell.Missing)?.Reason).Distinct().ToArray() is [{ } only] ? only : null;
}

/// <summary>A municipality's value of a factor.</summary>
/// <param name="Cell">The value, or why there is none.</param>
/// <param name="Comparison">Its comparison; null where none is made.</param>
/// <param name="Hint">Verdict of a value that differs at 95 %, but not at the level asked for; null otherwise.</param>
public sealed record RugCell(Cell Cell, Comparison? Comparison, Verdict? Hint)
{
    /// <summary>Whether the value certainly differs from its benchmark.</summary>
    public bool IsFlagged => Comparison is { Verdict: not Verdict.Similar };
}
