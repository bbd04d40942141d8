using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Release;

/// <summary>
/// A release whose cells take three years together, named by the last: narrower intervals for small places. Each is estimated anew from the sums of
/// three shown cells, so nothing can be computed from it that they do not tell; where one of the three is protected, so is the cell.
/// </summary>
/// <remarks>People who answered in several of the years count each time. See docs/methods/three-years.md.</remarks>
public static class ThreeYears
{
    /// <summary>Years that are taken together.</summary>
    public const int Length = 3;

    /// <summary>The years that end three years with data.</summary>
    public static IEnumerable<int> EndingYears(IReadOnlyList<int> years) => years.Where(last => Enumerable.Range(last - Length + 1, Length).All(years.Contains));

    /// <summary>The pooled release: same id, and the years that end three years with data.</summary>
    public static ReleaseDocument Of(ReleaseDocument release)
    {
        int[] years = [.. EndingYears(release.Manifest.Years)];
        var index = new CellIndex(release.Cells);
        var cells = from cell in release.Cells
                    where years.Contains(cell.Address.Year)
                    select Pool(cell, index, release.Codebook.FindIndicator(cell.Address.Indicator)!.Measure);
        return release with { Manifest = release.Manifest with { Years = years }, Cells = [.. cells], YearsTogether = Length };
    }

    static ReleasedCell Pool(ReleasedCell last, CellIndex index, Measure measure)
    {
        var parts = Enumerable.Range(1 - Length, Length).Select(x => index[last.Address with { Year = last.Address.Year + x }]).ToArray();
        return last with { Cell = ReasonOf(parts, last) is { } reason ? new Cell.Missing(reason, null) : new Cell.Shown(Estimate.Of(Totals.Sum([.. parts.Select(TotalsOf).OfType<Totals>()]), measure)) };
    }

    static Totals? TotalsOf(ReleasedCell? cell) => (cell?.Cell as Cell.Shown)?.Estimate.Totals;

    static Reason? ReasonOf(ReleasedCell?[] parts, ReleasedCell last)
    {
        var reasons = parts.Select(x => (x?.Cell as Cell.Missing)?.Reason).OfType<Reason>().ToArray();
        return last.Cell is Cell.Missing { Reason: Reason.NotMeasured } ? Reason.NotMeasured
            : reasons.Contains(Reason.Suppressed) ? Reason.Suppressed
            : reasons.Contains(Reason.NewDefinition) || parts.Any(x => x is not null && (x.SourceBand != last.SourceBand || x.Source is null != last.Source is null)) ? Reason.NewDefinition
            : reasons.Length > 0 || parts.Contains(null) ? Reason.TooFewYears
            // Figures without counts cannot be added.
            : parts.Any(x => TotalsOf(x) is null) ? Reason.SourceMissing
            : null;
    }
}
