namespace Analytics.Sample;

/// <summary>A figure of a published source, with its invented level.</summary>
/// <param name="Id">Id of the indicator; one that the catalogue lacks is left out.</param>
/// <param name="Level">County level in the indicator's unit as shown: 8.5 for 8.5 %.</param>
/// <param name="Spread">How much municipalities differ: standard deviation ÷ level.</param>
/// <param name="From">Youngest age of the source's own band.</param>
/// <param name="To">Oldest age; 100 for all inhabitants.</param>
/// <param name="Base">Denominator ÷ number of children 0–18 (÷ inhabitants where negative, as for the whole population). 0: no denominator.</param>
/// <param name="Counts">Whether the source publishes numerator and denominator; otherwise the value alone.</param>
/// <param name="Girls">Level among girls ÷ mean of girls and boys where the source divides by sex; otherwise null.</param>
/// <param name="Gap">Where the source has no figure.</param>
sealed record PublishedSeries(
    string Id, double Level, double Spread, int From, int To, double Base, bool Counts = true, double? Girls = null, SourceGap Gap = SourceGap.None)
{
    const double Age = 1 / 19.0; // one year of age as a share of the children 0–18

    /// <summary>
    /// All. Indicators that the made-up microdata measure are not among them. Age bands are those of the real sources (grade 3, 5, 6, 8 and 9: 9, 11, 12, 14 and 15 years;
    /// year 2 of upper-secondary school: 17), levels are invented.
    /// </summary>
    public static readonly IReadOnlyList<PublishedSeries> All =
    [
        new("fam_lone_parent", 3.1, 0.12, 0, 100, -1, Counts: false),
        new("fam_eviction_children", 4.5, 0.5, 0, 100, -1),
        new("fam_custody_investigation", 62, 0.25, 0, 17, 18 * Age),
        new("fam_overcrowding", 17, 0.25, 0, 100, -0.3, Counts: false, Girls: 1.0),
        new("fam_tobacco_pregnancy", 4.8, 0.3, 0, 0, Age, Counts: false),
        new("fam_reported_violence_indoor", 165, 0.3, 0, 100, -1),
        new("fam_open_interventions", 2.9, 0.25, 0, 20, 21 * Age, Girls: 0.92),
        new("fam_structured_outpatient", 1.1, 0.35, 0, 20, 21 * Age),
        new("fam_placed_children", 8.2, 0.3, 0, 20, 21 * Age, Girls: 0.93),
        new("fam_placed_hvb", 2.1, 0.35, 0, 20, 21 * Age, Girls: 0.8),
        new("fam_placed_lvu_share", 31, 0.2, 0, 20, 0.009, Girls: 0.95),
        new("fam_open_preschool_familycentre", 1.4, 0.6, 0, 5, 0),
        new("ind_psychiatric_morbidity", 9.4, 0.1, 0, 19, 20 * Age, Girls: 0.98),
        new("ind_alcohol_y9", 37, 0, 15, 15, Age),
        new("ind_drugs_y9", 4.2, 0, 15, 15, Age, Gap: SourceGap.EvenYearsOnly),
        new("ind_drugs_gy2", 10.5, 0, 17, 17, Age, Gap: SourceGap.EvenYearsOnly),
        new("ind_child_health_reach", 96.5, 0.008, 2, 2, Age),
        new("sch_preschool_enrolled", 87, 0.03, 1, 5, 5 * Age),
        new("sch_afterschool_6_9", 79, 0.06, 6, 9, 4 * Age),
        new("sch_afterschool_10_12", 17, 0.25, 10, 12, 3 * Age),
        new("sch_np3_math", 66, 0.08, 9, 9, 0.9 * Age, Girls: 0.98, Gap: SourceGap.FirstYear),
        new("sch_y6_all_subjects", 75, 0.07, 12, 12, Age, Girls: 1.05),
        new("sch_y9_all_subjects", 74, 0.06, 15, 15, Age, Girls: 1.04),
        new("sch_y9_eligible", 84, 0.05, 15, 15, Age, Girls: 1.02),
        new("sch_upper_secondary_4y", 72, 0.06, 16, 20, Age, Girls: 1.05),
        new("sch_introductory_programme", 12.5, 0.2, 16, 19, 3 * Age, Girls: 0.9),
        new("sch_activity_responsibility", 6.5, 0.25, 16, 19, 4 * Age, Gap: SourceGap.NewDefinitionInFirstYear),
        new("sch_neet_16_24", 6.8, 0.15, 16, 24, 9 * Age, Girls: 0.97),
        new("sch_safe_y5", 84, 0.04, 11, 11, 0.85 * Age, Counts: false, Girls: 0.98, Gap: SourceGap.EverySecondYear),
        new("sch_safe_y8", 77, 0.05, 14, 14, 0.8 * Age, Counts: false, Girls: 0.96, Gap: SourceGap.EverySecondYear),
        new("sch_not_afraid_y8", 88, 0.03, 14, 14, 0.8 * Age, Counts: false, Girls: 0.98, Gap: SourceGap.EverySecondYear),
        new("sch_adult_cares_y5", 90, 0.03, 11, 11, 0.85 * Age, Counts: false, Girls: 1.01, Gap: SourceGap.EverySecondYear),
        new("sch_adult_cares_y8", 76, 0.05, 14, 14, 0.8 * Age, Counts: false, Girls: 0.98, Gap: SourceGap.EverySecondYear),
        new("sch_order_y8", 42, 0.1, 14, 14, 0.8 * Age, Counts: false, Girls: 0.94, Gap: SourceGap.EverySecondYear),
        new("sch_adults_act_y8", 66, 0.07, 14, 14, 0.8 * Age, Counts: false, Girls: 0.95, Gap: SourceGap.EverySecondYear),
        new("sch_health_team_access_y8", 63, 0.07, 14, 14, 0.8 * Age, Counts: false, Girls: 0.96, Gap: SourceGap.EverySecondYear),
        new("sch_pupils_per_teacher", 12.1, 0.07, 6, 15, 0),
        new("com_sport_7_12", 31, 0.15, 7, 12, 0, Girls: 0.85),
        new("com_sport_13_16", 27, 0.18, 13, 16, 0, Girls: 0.82),
        new("com_culture_school", 15, 0.3, 6, 19, 14 * Age, Girls: 1.3, Gap: SourceGap.NewDefinitionInFirstYear),
        new("com_youth_places", 44, 0.12, 18, 100, -0.02, Counts: false, Girls: 1.0),
        new("com_challenged_areas", 8.5, 0.13, 0, 19, 20 * Age),
        new("com_low_trust", 31, 0.08, 16, 84, -0.02, Counts: false, Girls: 1.05, Gap: SourceGap.TooFewYearsAtFirst),
        new("com_turnout_lowest", 74, 0.05, 18, 100, 0, Gap: SourceGap.ElectionYearsOnly),
        new("com_residential_mobility", 12, 0.1, 1, 100, -1, Counts: false),
        new("com_gangs_problem", 5.5, 0.35, 16, 84, -0.02, Counts: false),
        new("com_open_drug_trade", 5.0, 0.35, 16, 84, -0.02, Counts: false),
        new("com_unsafe_evening", 24, 0.12, 16, 84, -0.02, Counts: false),
        new("com_youth_unemployment", 8.2, 0.2, 18, 24, 7 * Age, Girls: 0.9),
        new("out_violent_reported", 980, 0.2, 0, 100, -1),
        new("out_robbery_reported", 42, 0.5, 0, 100, -1),
        new("out_drug_reported", 1050, 0.3, 0, 100, -1),
        new("out_theft_reported", 2700, 0.2, 0, 100, -1),
        new("out_damage_reported", 1350, 0.25, 0, 100, -1),
        new("out_violence_outdoor_children", 130, 0.3, 0, 100, -1),
    ];
}

/// <summary>Where a source has no figure.</summary>
enum SourceGap
{
    /// <summary>It always has one.</summary>
    None,
    /// <summary>Not in the first year.</summary>
    FirstYear,
    /// <summary>Only in even years.</summary>
    EvenYearsOnly,
    /// <summary>Each municipality every second year, half of them in even years.</summary>
    EverySecondYear,
    /// <summary>Only in years with a general election: 2022.</summary>
    ElectionYearsOnly,
    /// <summary>The first year is not comparable.</summary>
    NewDefinitionInFirstYear,
    /// <summary>Several years are pooled, and the first year has too few.</summary>
    TooFewYearsAtFirst,
}
