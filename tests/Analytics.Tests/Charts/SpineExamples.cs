using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;

namespace Analytics.Tests.Charts;

/// <summary>Rows of a made-up county with thirteen municipalities; the first is the chosen one.</summary>
static class SpineExamples
{
    public static readonly IReadOnlyList<(string Code, string Name)> County =
    [
        ("0604", "Aneby"), ("0617", "Gnosjö"), ("0642", "Mullsjö"), ("0643", "Habo"), ("0662", "Gislaved"), ("0665", "Vaggeryd"), ("0680", "Jönköping"),
        ("0682", "Nässjö"), ("0683", "Värnamo"), ("0684", "Sävsjö"), ("0685", "Vetlanda"), ("0686", "Eksjö"), ("0687", "Tranås"),
    ];

    static readonly double[] Others = [0.07, 0.08, 0.09, 0.095, 0.10, 0.101, 0.105, 0.11, 0.118, 0.125, 0.13, 0.16];

    public static Indicator Indicator(Polarity polarity, Role role = Role.Risk, Domain domain = Domain.Family, string name = "Barn i hushåll med låg ekonomisk standard") => new(
        "fam_low_income", name, "Children in low-income households", role, domain, SatConstruct.CausesOfCauses,
        new Unit("percent", "%", "%", 100), polarity, Measure.Proportion, "", "", ["0-5"], "", "", AreaLevel.Municipality, true, "", "");

    /// <summary>A row whose chosen municipality has this value and interval, judged against the benchmark 0.1.</summary>
    public static SpineRow Shown(Indicator indicator, double value, double lower, double upper)
    {
        var estimate = new Estimate(value, new Interval(lower, upper), 12, 100, EstimateMethod.Wilson);
        return Row(indicator, new Cell.Shown(estimate), value) with
        {
            Comparison = new Comparison(new Benchmark(BenchmarkKind.RestOfCounty), new BenchmarkValue(0.1, null, 0), FlagLevel.Single, estimate.Interval!.Value, Verdicts.Of(estimate.Interval.Value, 0.1, indicator.Polarity), 0.95),
        };
    }

    /// <summary>A row whose chosen municipality has a value that is not compared.</summary>
    public static SpineRow NotCompared(Indicator indicator, double value) =>
        Row(indicator, new Cell.Shown(new Estimate(value, null, null, null, EstimateMethod.AsPublished)), value) with { Benchmark = null };

    /// <summary>A row whose chosen municipality has no value; the others have one or not.</summary>
    public static SpineRow Missing(Indicator indicator, Reason reason, bool others = true)
    {
        var row = Row(indicator, new Cell.Missing(reason, null), null);
        return others ? row : row with { Areas = [.. row.Areas.Select(x => x with { Value = null })], Benchmark = null };
    }

    /// <summary>A row of every kind.</summary>
    public static IReadOnlyList<SpineRow> All =>
    [
        Shown(Indicator(Polarity.HigherWorse), 0.15, 0.12, 0.18),
        Shown(Indicator(Polarity.HigherWorse, name: "Barn i familjer med långvarigt ekonomiskt bistånd, tolv månader eller längre under året"), 0.06, 0.04, 0.085),
        Shown(Indicator(Polarity.None, domain: Domain.Community, name: "Orosanmälningar"), 0.14, 0.115, 0.17),
        Shown(Indicator(Polarity.None, domain: Domain.Community, name: "Anmälda brott"), 0.04, 0.02, 0.07),
        Missing(Indicator(Polarity.HigherWorse, domain: Domain.School, name: "Skolk"), Reason.Suppressed),
        Shown(Indicator(Polarity.HigherBetter, Role.Protective, Domain.School, "Trygg i skolan"), 0.14, 0.11, 0.17),
        Shown(Indicator(Polarity.HigherBetter, Role.Protective, Domain.School, "Trivs i skolan"), 0.11, 0.02, 0.32),
        Missing(Indicator(Polarity.HigherBetter, Role.Protective, Domain.Family, "Pratar med föräldrar"), Reason.NotMeasured, others: false),
        NotCompared(Indicator(Polarity.HigherWorse, Role.Outcome, Domain.Individual, "Lagförda"), 0.09),
    ];

    static SpineRow Row(Indicator indicator, Cell cell, double? value) => new(
        indicator, 2025, "0604", cell, [.. County.Select((x, i) => new SpineArea(x.Code, x.Name, i == 0 ? value : Others[i - 1]))], 0.1, null);
}
