using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Statistics;

namespace Analytics.Release;

/// <summary>One municipality's shown cell against every benchmark, without doing the same twice.</summary>
public sealed class CellComparisons
{
    readonly CellPlace place;
    readonly ReleasedCell own;
    readonly Indicator indicator;
    readonly BenchmarkValues values;
    readonly Func<CellPlace, CellAddress, Benchmark, TestFamily> tests;
    readonly Estimate estimate;
    readonly Interval? wide;
    (Benchmark Benchmark, BenchmarkValue? Value)? last;

    internal CellComparisons(
        CellPlace place, ReleasedCell own, Indicator indicator, BenchmarkValues values, Func<CellPlace, CellAddress, Benchmark, TestFamily> tests)
    {
        (this.place, this.own, this.indicator, this.values, this.tests) = (place, own, indicator, values, tests);
        estimate = ((Cell.Shown)own.Cell).Estimate;
        wide = estimate.IntervalAt(FlagLevels.Confidence(FlagLevel.Overview), indicator.Measure);
    }

    /// <summary>A benchmark's value; null where what it is made of is not shown.</summary>
    public BenchmarkValue? Value(Benchmark benchmark)
    {
        if (last is null || last.Value.Benchmark != benchmark)
        {
            last = (benchmark, values.Of(place, indicator.Measure, benchmark));
        }

        return last.Value.Value;
    }

    /// <summary>How far from the benchmark a value of as many people would have had to lie to be flagged; see <see cref="Comparing.SmallestDifference"/>.</summary>
    public double? SmallestDifference(Comparison comparison) => Comparing.SmallestDifference(estimate, indicator, comparison);

    /// <summary>The comparison; null where the cell has no interval, or the benchmark no value.</summary>
    public Comparison? Against(Benchmark benchmark, FlagLevel level)
    {
        if (Value(benchmark) is not { } value || (level == FlagLevel.Overview ? wide : estimate.Interval) is not { } interval)
        {
            return null;
        }

        if (level != FlagLevel.FalseDiscovery)
        {
            return Comparing.ByInterval(interval, indicator, benchmark, value, level);
        }

        return Comparing.PValueInFamily(estimate, indicator, value) is { } p
            ? Comparing.ByFalseDiscovery(estimate, interval, indicator, benchmark, value, tests(place, own.Address, benchmark), p)
            : null;
    }
}
