using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;

namespace Analytics.Tests.Charts;

/// <summary>Rugs of made-up counties with a cell of every kind.</summary>
static class RugExamples
{
    static readonly Benchmark Rest = new(BenchmarkKind.RestOfCounty);

    /// <summary>A rug of thirteen municipalities: in row r the municipality r + k has the k-th kind of cell, the others no certain difference.</summary>
    public static Rug Of(int municipalities = 13, int rows = 24) => new(
        [.. Enumerable.Range(0, municipalities).Select(x => x < 13 ? new RugColumn(SpineExamples.County[x].Code, SpineExamples.County[x].Name) : new RugColumn($"{9000 + x}", $"Påhittade kommun {x}"))],
        [
            new RugBlock("Riskfaktorer",
            [
                new RugGroup("Familj", [.. Enumerable.Range(0, rows / 2).Select(x => Row(x, municipalities, Polarity.HigherWorse))]),
                new RugGroup("Närsamhälle", [.. Enumerable.Range(rows / 2, rows / 4).Select(x => Row(x, municipalities, Polarity.None))]),
            ]),
            new RugBlock("Skyddsfaktorer", [new RugGroup("Skola", [.. Enumerable.Range(rows * 3 / 4, rows / 4).Select(x => Row(x, municipalities, Polarity.HigherBetter)), Gap(municipalities)])]),
        ],
        Rest, FlagLevel.Overview, "Slumpen ensam väntas ge 0,6.");

    /// <summary>A row without a value for one reason.</summary>
    public static RugRow Gap(int municipalities) => new(Named("Mäts inte alls"), 2025, [.. Enumerable.Repeat(Missing(Reason.NotMeasured), municipalities)]);

    public static RugCell Missing(Reason reason) => new(new Cell.Missing(reason, null), null, null);

    /// <summary>A share against the benchmark 0.1.</summary>
    public static RugCell Shown(double value, Interval interval, Polarity polarity, Verdict? hint = null)
    {
        var estimate = new Estimate(value, interval, 12, 100, EstimateMethod.Wilson);
        return new RugCell(new Cell.Shown(estimate), new Comparison(Rest, new BenchmarkValue(0.1, null, 0), FlagLevel.Overview, interval, Verdicts.Of(interval, 0.1, polarity), 0.998), hint);
    }

    static RugRow Row(int row, int municipalities, Polarity polarity) => new(
        Named($"Barn i familjer med {(row % 3 == 0 ? "långvarigt " : "")}ekonomiskt bistånd{(row % 5 == 0 ? " eller som bott trångt under större delen av sin uppväxt" : "")}, {row}", polarity, $"i{row}"), 2024 + (row % 2),
        [.. Enumerable.Range(0, municipalities).Select(x => (((((x - row) % municipalities) + municipalities) % municipalities) switch
        {
            0 when row % 2 == 0 => Shown(0.2, new Interval(0.15, 0.25), polarity),
            1 => Shown(0.05, new Interval(0.02, 0.08), polarity),
            2 => Shown(0.12, new Interval(0.09, 0.16), polarity, Verdicts.Of(true, polarity)),
            3 => Shown(0.08, new Interval(0.05, 0.12), polarity, Verdicts.Of(false, polarity)),
            4 => new RugCell(new Cell.Shown(new Estimate(0.1, null, null, null, EstimateMethod.AsPublished)), null, null),
            5 => Missing((Reason)(row % 6)),
            _ => Shown(0.1, new Interval(0.05, 0.15), polarity),
        }))]);

    static Indicator Named(string name, Polarity polarity = Polarity.HigherWorse, string id = "gap") => SpineExamples.Indicator(polarity, name: name) with { Id = id, NameEn = name };
}
