using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Release;

/// <summary>A municipality's cell against one benchmark at one level, as files and programs read it.</summary>
/// <param name="Address">Where the cell stands.</param>
/// <param name="Benchmark">What it is compared with.</param>
/// <param name="BenchmarkValue">The benchmark's value, in the unit of the estimate; null where it or the cell is not shown.</param>
/// <param name="Level">How certain a difference must be.</param>
/// <param name="Verdict">A code of <see cref="Verdicts"/>; null of a suppressed cell.</param>
/// <param name="SmallestDifference">How far from the benchmark a value of as many people would have had to lie, in the unit of the estimate; null where none could, or nothing is compared.</param>
public readonly record struct ComparisonRow(CellAddress Address, Benchmark Benchmark, double? BenchmarkValue, FlagLevel Level, string? Verdict, double? SmallestDifference)
{
    /// <summary>Whether a cell has rows: a municipality's that is shown or suppressed.</summary>
    public static bool Has(ReleasedCell cell) =>
        AreaCode.LevelOf(cell.Address.Area) == AreaLevel.Municipality && cell.Cell is Cell.Shown or Cell.Missing { Reason: Reason.Suppressed };

    /// <summary>The benchmarks that cells of a year have rows for: all of the release but those before its first year.</summary>
    /// <param name="comparisons">The release's comparisons.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="year">Calendar year.</param>
    public static IEnumerable<Benchmark> BenchmarksOf(ReleaseComparisons comparisons, Manifest manifest, int year) =>
        comparisons.Benchmarks.Where(x => manifest.Years.Contains(year - x.YearsBefore));

    /// <summary>The row of a cell.</summary>
    /// <param name="address">Where the cell stands.</param>
    /// <param name="compared">Its comparisons; null where it is suppressed.</param>
    /// <param name="benchmark">What it is compared with.</param>
    /// <param name="level">How certain a difference must be.</param>
    public static ComparisonRow Of(CellAddress address, CellComparisons? compared, Benchmark benchmark, FlagLevel level)
    {
        var comparison = compared?.Against(benchmark, level);
        return new ComparisonRow(
            address, benchmark, compared?.Value(benchmark)?.Value, level, compared is null ? null : Verdicts.Code(comparison?.Verdict),
            comparison is null ? null : compared!.SmallestDifference(comparison));
    }
}
