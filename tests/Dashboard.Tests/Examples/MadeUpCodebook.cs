using Analytics.Catalogue;

namespace Dashboard.Tests.Examples;

/// <summary>A small catalogue with every role, domain, polarity, measure and level.</summary>
static class MadeUpCodebook
{
    static readonly string[] AllBands = ["0-5", "6-9", "10-12", "13-15", "16-18"];

    public static AgeBands AgeBands { get; } =
        new([new("0-5", 0, 5), new("6-9", 6, 9), new("10-12", 10, 12), new("13-15", 13, 15), new("16-18", 16, 18)], [], new("0-18", 0, 18));

    public static IReadOnlyList<Municipality> Jonkoping { get; } =
    [
        At("0604", "Aneby", 1, 2, 1460), At("0617", "Gnosjö", 2, 0, 2180), At("0642", "Mullsjö", 0, 0, 1820), At("0643", "Habo", 0, 1, 3720), At("0662", "Gislaved", 3, 0, 6860), At("0665", "Vaggeryd", 2, 1, 3540),
        At("0680", "Jönköping", 1, 1, 32250), At("0682", "Nässjö", 2, 2, 7040), At("0683", "Värnamo", 3, 1, 7830), At("0684", "Sävsjö", 3, 2, 2640), At("0685", "Vetlanda", 2, 3, 6120), At("0686", "Eksjö", 1, 3, 3820), At("0687", "Tranås", 0, 2, 4090),
    ];

    public static IReadOnlyList<Indicator> Indicators { get; } =
    [
        Of("fam_low_economic_standard", "Barn i hushåll med låg ekonomisk standard", "Children in low-income households", Role.Risk, Domain.Family, SatConstruct.CausesOfCauses, "percent", Polarity.HigherWorse, Measure.Proportion, AllBands, noteSv: "källans åldersgrupp 0–19", noteEn: "source band 0–19"),
        Of("fam_concern_reports", "Orosanmälningar om barn", "Reports of concern to social services", Role.Risk, Domain.Family, SatConstruct.CausesOfCauses, "per_1000", Polarity.None, Measure.Rate, AllBands),
        Of("ind_self_control_low", "Låg självkontroll (index)", "Low self-control index", Role.Risk, Domain.Individual, SatConstruct.SelfControl, "index", Polarity.HigherWorse, Measure.Mean, ["10-12", "13-15", "16-18"]),
        Of("ind_drugs_y9", "Använt narkotika senaste året, åk 9", "Drug use last 12 months, grade 9", Role.Risk, Domain.Individual, SatConstruct.CriminogenicSettings, "percent", Polarity.HigherWorse, Measure.Proportion, ["13-15"], AreaLevel.County),
        Of("peer_delinquent", "Kamrater som begår brott", "Friends who offend", Role.Risk, Domain.Peers, SatConstruct.Peers, "percent", Polarity.HigherWorse, Measure.Proportion, ["13-15", "16-18"]),
        Of("com_unsafe_evening", "Otrygg ute på kvällen", "Feels unsafe outside in the evening", Role.Risk, Domain.Community, SatConstruct.CriminogenicSettings, "percent", Polarity.HigherWorse, Measure.Proportion, ["10-12", "13-15", "16-18"]),
        Of("fam_parent_talk", "Lätt att prata med förälder om bekymmer", "Easy to talk to a parent about worries", Role.Protective, Domain.Family, SatConstruct.SocialControls, "percent", Polarity.HigherBetter, Measure.Proportion, ["10-12", "13-15"]),
        Of("sch_afterschool_6_9", "Barn 6–9 år i fritidshem", "Children 6–9 in after-school centre", Role.Protective, Domain.School, SatConstruct.UnsupervisedTime, "percent", Polarity.HigherBetter, Measure.Proportion, ["6-9"]),
        Of("sch_trust_adults", "Har förtroende för vuxna i skolan", "Trusts adults at school", Role.Protective, Domain.School, SatConstruct.SocialControls, "percent", Polarity.HigherBetter, Measure.Proportion, ["10-12", "13-15", "16-18"]),
        Of("com_leisure", "Regelbunden ledarledd fritid", "Regular organised leisure", Role.Protective, Domain.Community, SatConstruct.UnsupervisedTime, "percent", Polarity.HigherBetter, Measure.Proportion, ["10-12", "13-15", "16-18"]),
        Of("out_self_reported_offending", "Självrapporterad brottslighet", "Self-reported offending", Role.Outcome, Domain.Individual, SatConstruct.Outcome, "percent", Polarity.HigherWorse, Measure.Proportion, ["13-15", "16-18"]),
    ];

    public static IReadOnlyList<Actor> Actors { get; } =
    [
        new("social_services", "Socialtjänst", "Social services", 0, 18), new("school", "Skola", "School", 6, 18), new("police", "Polis", "Police", 6, 18),
        new("child_health_centre", "Barnavårdscentral (BVC)", "Child health centre", 0, 5), new("leisure", "Fritidsverksamhet", "Leisure centres", 6, 18),
    ];

    public static IReadOnlyList<Method> Methods { get; } =
    [
        Method("sdq", "SDQ", "SDQ", MethodKind.Screening, 2, 17, 1, 3), Method("ester", "ESTER-bedömning", "ESTER assessment", MethodKind.RiskAssessment, 0, 18, 1, 3),
        Method("savry", "SAVRY", "SAVRY", MethodKind.RiskAssessment, 12, 18, 1, 3), Method("bbic", "Barns behov i centrum", "Children's Needs in Focus", MethodKind.NeedsAssessment, 0, 20, 0.5, 2),
        Method("komet", "Komet", "Komet", MethodKind.Intervention, 3, 12, 1, 3), Method("sip", "Samordnad individuell plan", "Coordinated individual plan", MethodKind.FollowUp, 0, 18, 0.5, 0),
        Method("mst", "MST", "MST", MethodKind.Treatment, 12, 17, 1, 4), Method("bob", "Bob", "Bob", MethodKind.Intervention, 12, 20, 0, 1), Method("epds", "EPDS", "EPDS", MethodKind.Screening, 0, 0, 1, 3),
    ];

    static Method Method(string id, string sv, string en, MethodKind kind, int from, int to, double structured, int evidence) => new(
        id, sv, en, kind, from, to, [], structured, evidence, evidence > 2 ? "Påhittad bedömning" : "", evidence > 2 ? "Made-up judgement" : "",
        Enum.GetValues<Domain>().ToDictionary(x => x, x => (int)x == (id.Length % 5) ? 2 : (int)x == 1 ? 1 : 0), [], []);

    /// <summary>The catalogue; extra municipalities bring their counties along.</summary>
    public static Codebook Of(IReadOnlyList<Municipality>? municipalities = null, IReadOnlyList<Indicator>? indicators = null) => new(
        new string('c', 64), indicators ?? Indicators, Methods, Actors,
        [new("01", "Stockholms län", "Stockholm county"), new("06", "Jönköpings län", "Jönköping county")],
        municipalities ?? Jonkoping, AgeBands, []);

    static Municipality At(string code, string name, int row, int column, int children) => new(code, name, null, children, new Tile(row, column), []);

    static Indicator Of(
        string id, string sv, string en, Role role, Domain domain, SatConstruct construct, string unit, Polarity polarity, Measure measure, string[] bands,
        AreaLevel level = AreaLevel.Municipality, string noteSv = "", string noteEn = "") => new(
        id, sv, en, role, domain, construct, Units.All.Single(x => x.Id == unit), polarity, measure,
        "elever som svarat ja / elever som svarat", "pupils answering yes / respondents", bands, "made-up survey", "", level, true, noteSv, noteEn);
}
