using Analytics.Catalogue;

namespace Analytics.Tests.Aggregation;

/// <summary>A made-up catalogue: two counties, three municipalities, ages 0–5 in two bands with a coarser one.</summary>
static class SmallCounty
{
    public static readonly Indicator Share = Of("share", Measure.Proportion);
    public static readonly Indicator Events = Of("events", Measure.Rate);
    public static readonly Indicator Score = Of("score", Measure.Mean);

    public static Codebook Codebook { get; } = new(
        "0", [Share, Events, Score], [], [], [new County("01", "Ett län", "One county"), new County("02", "Två län", "Two county")],
        [Place("0101", "Aby"), Place("0102", "Beby"), Place("0201", "Ceby")],
        new AgeBands([new AgeBand("0-1", 0, 1), new AgeBand("2-3", 2, 3), new AgeBand("4-5", 4, 5)], [new AgeBand("0-3", 0, 3)], new AgeBand("0-5", 0, 5)), []);

    static Municipality Place(string code, string name) => new(code, name, null, null, null, []);

    static Indicator Of(string id, Measure measure) => new(
        id, id, id, Role.Risk, Domain.Family, SatConstruct.SocialControls, new Unit("percent", "%", "%", 100), Polarity.HigherWorse, measure, "", "", ["0-1", "2-3"], "", "", AreaLevel.Municipality, true, "", "");
}
