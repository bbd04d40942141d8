using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Release;

/// <summary>All municipalities and indicators of a county in one year, age band and sex against one benchmark: what is looked at together and tested together.</summary>
public sealed class Overview
{
    readonly CellAddress some;
    readonly Benchmark benchmark;
    readonly List<OverviewCell> cells;

    internal Overview(CellAddress some, Benchmark benchmark, List<OverviewCell> cells)
    {
        (this.some, this.benchmark, this.cells) = (some, benchmark, cells);
        var pValues = new List<double>(cells.Count);
        foreach (var cell in cells)
        {
            if (cell.PValue is { } p)
            {
                pValues.Add(p);
            }
        }

        Tests = new TestFamily(pValues);
    }

    /// <summary>The tests of all its differences.</summary>
    public TestFamily Tests { get; }

    /// <summary>The comparisons that can be made, by indicator in catalogue order, then municipality by code.</summary>
    /// <param name="level">How certain a difference must be.</param>
    public IEnumerable<(CellAddress Address, Comparison Comparison)> Comparisons(FlagLevel level)
    {
        var confidence = FlagLevels.Confidence(level);
        foreach (var cell in cells)
        {
            if (cell.Estimate.IntervalAt(confidence, cell.Indicator.Measure) is not { } interval)
            {
                continue;
            }

            if (level != FlagLevel.FalseDiscovery)
            {
                yield return (AddressOf(cell), Comparing.ByInterval(interval, cell.Indicator, benchmark, cell.Value, level));
            }
            else if (cell.PValue is { } p)
            {
                yield return (AddressOf(cell), Comparing.ByFalseDiscovery(cell.Estimate, interval, cell.Indicator, benchmark, cell.Value, Tests, p));
            }
        }
    }

    /// <summary>How many flags chance alone is expected to give.</summary>
    /// <param name="level">How certain a difference must be.</param>
    public double ExpectedFalseFlags(FlagLevel level) => FalseFlags.Expected(
        level, cells.Where(x => x.Estimate.Totals is not null).Select(x => FalseFlags.Chance(level, benchmark, x.Value)), level == FlagLevel.FalseDiscovery ? Tests.Flagged : 0);

    CellAddress AddressOf(OverviewCell cell) => some with { Indicator = cell.Indicator.Id, Area = cell.Municipality };
}

/// <summary>A cell of an overview.</summary>
/// <param name="Indicator">Its indicator.</param>
/// <param name="Municipality">Code of its municipality.</param>
/// <param name="Estimate">Its estimate.</param>
/// <param name="Value">The benchmark's value.</param>
/// <param name="PValue">P-value of the difference; null where it cannot be tested.</param>
readonly record struct OverviewCell(Indicator Indicator, string Municipality, Estimate Estimate, BenchmarkValue Value, double? PValue);
