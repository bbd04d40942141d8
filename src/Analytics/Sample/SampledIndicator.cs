namespace Analytics.Sample;

/// <summary>An indicator that the made-up microdata measure, with its level before any planted effect.</summary>
/// <param name="Id">Id in the catalogue; an indicator that the catalogue lacks is left out.</param>
/// <param name="Kind">How its value is made.</param>
/// <param name="From">Youngest age at which it is asked or recorded, within the bands of the catalogue.</param>
/// <param name="To">Oldest age.</param>
/// <param name="Youngest">Share with the property at <paramref name="From"/>, in the first year, as a fraction.</param>
/// <param name="Oldest">The same at <paramref name="To"/>; linear between.</param>
/// <param name="Boys">Share among boys ÷ mean of boys and girls, in (0, 2).</param>
/// <param name="Trait">Which hidden trait of the person it follows.</param>
/// <param name="Shared">How much it follows the trait: probability that the trait decides alone.</param>
/// <param name="Lasting">How much it stays from year to year apart from the trait: probability that a draw made once for all years decides.</param>
/// <param name="Protective">Whether a high trait (low risk) goes with having the property.</param>
/// <param name="NoAnswer">Smallest share without an answer in any area, as a fraction; 0 for registers.</param>
/// <param name="HappensFrom">Youngest age at which the property is possible; everyone of the ages asked has a row.</param>
/// <param name="HappensTo">Oldest age at which it is possible.</param>
sealed record SampledIndicator(
    string Id, SampledKind Kind, int From, int To, double Youngest, double Oldest, double Boys, Trait Trait, double Shared, double Lasting, bool Protective = false,
    double NoAnswer = 0, int HappensFrom = 0, int HappensTo = PlantedStructure.OldestAge)
{
    /// <summary>Whether it comes from a survey: weighted, and with people who do not answer.</summary>
    public bool Survey => NoAnswer > 0;

    /// <summary>
    /// All, in the order in which a person's rows stand. The place in this list is part of the key of each draw: add at the end.
    /// Levels are invented, of the size such figures usually have. Hidden traits and lasting draws change how answers go together, never a share.
    /// </summary>
    public static readonly IReadOnlyList<SampledIndicator> All =
    [
        new("fam_low_economic_standard", SampledKind.YesNo, 0, 18, 0.20, 0.16, 1, Trait.Hardship, 0.5, 0.4),
        new("fam_economic_assistance", SampledKind.YesNo, 0, 18, 0.07, 0.05, 1, Trait.Hardship, 0.6, 0.3),
        new("fam_economic_assistance_long", SampledKind.YesNo, 0, 18, 0.03, 0.02, 1, Trait.Hardship, 0.6, 0.35),
        new("fam_parent_longterm_unemployed", SampledKind.YesNo, 0, 18, 0.09, 0.07, 1, Trait.Hardship, 0.5, 0.3),
        new("fam_parent_low_education", SampledKind.YesNo, 0, 18, 0.08, 0.08, 1, Trait.Hardship, 0.3, 0.69),
        new("fam_concern_reports", SampledKind.Events, 0, 18, 0.035, 0.065, 1.04, Trait.Hardship, 0.3, 0.3, HappensTo: 17),
        new("ind_adhd_medication", SampledKind.Event, 6, 18, 0.045, 0.075, 1.30, Trait.Risk, 0.2, 0.7),
        new("sch_absence_unexcused", SampledKind.YesNo, 6, 18, 0.03, 0.13, 1.05, Trait.Risk, 0.25, 0.4),
        new("ind_self_control_low", SampledKind.SelfControl, 10, 18, 0, 0, 1, Trait.Risk, 0, 0, NoAnswer: 0.04),
        new("ind_moral_attitudes", SampledKind.Morality, 10, 18, 0, 0, 1, Trait.Risk, 0, 0, NoAnswer: 0.05),
        new("ind_self_rated_health", SampledKind.YesNo, 10, 18, 0.88, 0.72, 1.06, Trait.Hardship, 0.15, 0.4, Protective: true, NoAnswer: 0.03),
        new("ind_multiple_complaints", SampledKind.YesNo, 10, 15, 0.26, 0.34, 0.75, Trait.Hardship, 0.1, 0.4, NoAnswer: 0.04),
        new("fam_parent_talk", SampledKind.YesNo, 10, 15, 0.84, 0.72, 1.03, Trait.Risk, 0.15, 0.4, Protective: true, NoAnswer: 0.04),
        new("sch_bullied", SampledKind.YesNo, 10, 15, 0.09, 0.06, 1, Trait.Hardship, 0.1, 0.3, NoAnswer: 0.06),
        new("peer_support", SampledKind.YesNo, 10, 15, 0.76, 0.70, 0.92, Trait.Hardship, 0.1, 0.4, Protective: true, NoAnswer: 0.05),
        new("fam_parental_monitoring", SampledKind.YesNo, 13, 18, 0.82, 0.56, 0.93, Trait.Risk, 0.2, 0.3, Protective: true, NoAnswer: 0.06),
        new("peer_delinquent_friends", SampledKind.YesNo, 13, 18, 0.22, 0.34, 1.15, Trait.Risk, 0.25, 0.3, NoAnswer: 0.09),
        new("peer_unstructured_evenings", SampledKind.YesNo, 13, 18, 0.20, 0.32, 1.12, Trait.Risk, 0.2, 0.3, NoAnswer: 0.07),
        new("ind_tobacco_y9", SampledKind.YesNo, 15, 15, 0.14, 0.14, 1.05, Trait.Risk, 0.3, 0.3, NoAnswer: 0.06),
        new("ind_victim_y9", SampledKind.YesNo, 15, 15, 0.24, 0.24, 0.96, Trait.Risk, 0.15, 0.2, NoAnswer: 0.08),
        new("out_self_reported_y9", SampledKind.SelfReported, 15, 15, 0, 0, 1, Trait.Risk, 0, 0, NoAnswer: 0.09),
        new("out_suspects_15_17", SampledKind.Event, 13, 18, 0.028, 0.028, 1.6, Trait.Risk, 0.4, 0.1, HappensFrom: 15, HappensTo: 17),
        new("out_lul_under15", SampledKind.Event, 10, 15, 0.004, 0.016, 1.5, Trait.Risk, 0.4, 0.1, HappensTo: 14),
    ];
}

/// <summary>How a value is made.</summary>
enum SampledKind
{
    /// <summary>0 or 1.</summary>
    YesNo,
    /// <summary>A number of events that is 0 or 1: people counted once a year.</summary>
    Event,
    /// <summary>A number of events, sometimes several.</summary>
    Events,
    /// <summary>The self-control scale.</summary>
    SelfControl,
    /// <summary>The morality scale.</summary>
    Morality,
    /// <summary>Self-reported offending, from propensity and exposure.</summary>
    SelfReported,
}

/// <summary>Hidden traits of a person, uniform in [0, 1) and unrelated; low means high risk.</summary>
enum Trait
{
    /// <summary>Economic and social strain on the family.</summary>
    Hardship,
    /// <summary>Inclination to break norms.</summary>
    Risk,
}
