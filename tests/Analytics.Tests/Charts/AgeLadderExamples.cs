using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;

namespace Analytics.Tests.Charts;

/// <summary>An age ladder with every kind of cell.</summary>
static class AgeLadderExamples
{
    public static IReadOnlyList<AgeBand> Bands { get; } = [new("0-5", 0, 5), new("6-9", 6, 9), new("10-12", 10, 12), new("13-15", 13, 15), new("16-18", 16, 18)];

    /// <summary>A ladder of so many factors over all roles and domains.</summary>
    public static AgeLadderGrid Of(int factors = 5, bool whole = false) => new(Bands, [.. Enumerable.Range(0, factors).Select(x => Row(x, whole))], whole ? "Påhittat län" : "Aneby", whole ? "06" : "0604", whole);

    static AgeLadderRow Row(int factor, bool whole)
    {
        var indicator = SpineExamples.Indicator(factor % 4 == 3 ? Polarity.None : Polarity.HigherWorse, (Role)(factor % 3), (Domain)(factor % 5), $"Barn i familjer med långvarigt ekonomiskt bistånd nummer {factor}") with { Id = $"factor_{factor}" };
        return new AgeLadderRow(indicator, [.. Bands.Select((band, i) => Cell(indicator, factor, band, i, whole))]);
    }

    /// <summary>Nothing for the youngest, protected for the next, a broader band, a certain difference and a value that is not compared.</summary>
    static AgeLadderCell Cell(Indicator indicator, int factor, AgeBand band, int place, bool whole)
    {
        double[] values = [.. Enumerable.Range(0, 13).Select(x => 0.05 + (x * 0.01) + (place * 0.005) + (factor % 7 * 0.01))];
        if (place == 0)
        {
            return new AgeLadderCell(band, new Cell.Missing(Reason.NotMeasured, null), [], null, null, AgeCover.None);
        }

        if (place == 1)
        {
            return new AgeLadderCell(band, new Cell.Missing(Reason.Suppressed, null), values, 0.1, null, AgeCover.Own);
        }

        var estimate = new Estimate(values[^1], new Interval(values[^1] - 0.03, values[^1] + 0.03), 12, 100, EstimateMethod.Wilson);
        var comparison = whole || place == 4 ? null : new Comparison(
            new Benchmark(BenchmarkKind.RestOfCounty), new BenchmarkValue(0.1, null, 0), FlagLevel.Overview, estimate.Interval!.Value, Verdicts.Of(estimate.Interval.Value, 0.1, indicator.Polarity), 0.998);
        return new AgeLadderCell(band, new Cell.Shown(estimate), values, whole ? null : 0.1, comparison, place == 2 ? AgeCover.Broader : AgeCover.Own) { SourceBand = place == 2 ? "0-19" : null };
    }
}
