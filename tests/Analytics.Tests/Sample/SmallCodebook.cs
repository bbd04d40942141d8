using Analytics.Catalogue;
using Analytics.Sample;

namespace Analytics.Tests.Sample;

/// <summary>A catalogue in code, so that pinned bytes do not change with the catalogue files.</summary>
static class SmallCodebook
{
    static readonly Unit Percent = new("percent", "%", "%", 100), PerThousand = new("per_1000", "per 1 000", "per 1,000", 1000), Index = new("index", "", "", 1);

    static readonly AgeBand[] Bands = [new("0-5", 0, 5), new("6-9", 6, 9), new("10-12", 10, 12), new("13-15", 13, 15), new("16-18", 16, 18)];

    static readonly (string Code, int Children)[] Sizes =
    [
        ("0604", 1460), ("0617", 2180), ("0642", 1820), ("0643", 3720), ("0662", 6860), ("0665", 3540), ("0680", 32250),
        ("0682", 7040), ("0683", 7830), ("0684", 2640), ("0685", 6120), ("0686", 3820), ("0687", 4090),
    ];

    public static Codebook Create() => new(
        "test",
        [
            .. SampledIndicator.All.Select(x => Of(x.Id, x.Kind is SampledKind.Event or SampledKind.Events ? Measure.Rate : x.Kind is SampledKind.SelfControl or SampledKind.Morality ? Measure.Mean : Measure.Proportion, x.From, x.To, "")),
            Of("fam_placed_children", Measure.Rate, 0, 18, "N33818"),
            Of("sch_safe_y8", Measure.Proportion, 13, 15, "N15643"),
            Of("sch_y9_eligible", Measure.Proportion, 13, 15, "N15428"),
            Of("com_sport_7_12", Measure.Mean, 6, 12, "U09801"),
            Of("ind_drugs_y9", Measure.Proportion, 13, 15, "U79232", AreaLevel.County),
        ],
        [.. PlantedStructure.Ways.SelectMany(x => x.Methods).Select((id, i) => new Method(id, id, id, (MethodKind)(i % 6), i % 3 == 0 ? 0 : 6, 18, ["social_services"], 1, 2, "", "", new Dictionary<Domain, int>(), [], [$"{id}, annat namn"]))],
        [
            new("social_services", "Socialtjänst", "Social services", 0, 18), new("school", "Skola", "School", 6, 18), new("pupil_health", "Elevhälsa", "Pupil health", 6, 18),
            new("police", "Polis", "Police", 0, 18), new("leisure", "Fritid", "Leisure", 6, 18), new("family_centre", "Familjecentral", "Family centre", 0, 5), new("child_health_centre", "BVC", "Child health", 0, 5),
        ],
        [new("01", "Påhittade län", "Made-up county"), new("06", "Jönköpings län", "Jönköping county")],
        [
            .. Enumerable.Range(1, 30).Select(x => new Municipality(FormattableString.Invariant($"01{x:00}"), $"Ort {x}", null, null, null, [])),
            .. Sizes.Select(x => new Municipality(x.Code, $"Kommun {x.Code}", null, x.Children, new(0, 0), [])),
        ],
        new AgeBands(Bands, [], new("0-18", 0, 18)), []);

    static Indicator Of(string id, Measure measure, int from, int to, string sourceId, AreaLevel level = AreaLevel.Municipality) => new(
        id, id, id, Role.Risk, Domain.Family, SatConstruct.CausesOfCauses, measure switch { Measure.Rate => PerThousand, Measure.Mean => Index, _ => Percent },
        Polarity.HigherWorse, measure, "", "", [.. Bands.Where(x => x.Overlaps(from, to)).Select(x => x.Id)], "Källa, namn", sourceId, level, true, "", "");
}
