using static Analytics.Sample.SampleActors;

namespace Analytics.Sample;

/// <summary>What is put into the made-up input on purpose, so that a reader of the results knows what must be found. <c>data/README.md</c> explains it in words.</summary>
static class PlantedStructure
{
    /// <summary>First and last survey year.</summary>
    public const int FirstYear = 2021, LastYear = 2025;

    /// <summary>Number of survey years.</summary>
    public const int Years = LastYear - FirstYear + 1;

    /// <summary>Oldest age; the youngest is 0.</summary>
    public const int OldestAge = 18;

    /// <summary>
    /// The only differences between municipalities in the microdata: the share with value 1 is multiplied in one municipality, in all years, bands and sexes.
    /// A municipality that the catalogue lacks has no effect. Every other verdict than "similar" is a false alarm or follows from these.
    /// </summary>
    public static readonly IReadOnlyList<MunicipalityEffect> MunicipalityEffects =
    [
        new("0682", "fam_economic_assistance", 1.8), // Nässjö, worse
        new("0662", "sch_absence_unexcused", 1.9), // Gislaved, worse
        new("0683", "peer_delinquent_friends", 0.5), // Värnamo, better
        new("0686", "fam_parental_monitoring", 0.75), // Eksjö, worse
        new("0643", "fam_parent_talk", 1.2), // Habo, better
    ];

    /// <summary>The only changes over time: the share with value 1 is multiplied by this factor once per year after the first, everywhere.</summary>
    public static readonly IReadOnlyList<Trend> Trends =
    [
        new("ind_multiple_complaints", 1.10), // up, worse: 30 % becomes 44 %
        new("peer_unstructured_evenings", 0.88), // down, better: 26 % becomes 16 %
    ];

    /// <summary>
    /// Self-reported offending: logit(p) = Constant + Propensity·P + Exposure·E + Interaction·P·E with
    /// P = ((ind_self_control_low + 100 − ind_moral_attitudes)/2 − 40)/20 and E = peer_delinquent_friends + peer_unstructured_evenings (0, 1 or 2).
    /// </summary>
    public const double Constant = -2.3, Propensity = 0.5, Exposure = 0.5, Interaction = 0.5;

    /// <summary>The municipal and regional actors that meet children only below the age of school, and those that meet them only from it.</summary>
    /// <remarks>
    /// The hand-over gap lies between the bands 0–5 and 6–9: between the two groups every answer about collaboration is "never", in both directions, and no row of
    /// method use has an age range with both 5 and 6 in it. All other neighbouring bands are bridged.
    /// </remarks>
    public static readonly IReadOnlyList<string> BeforeSchool = [MaternalHealth, ChildHealthCentre, FamilyCentre];

    /// <inheritdoc cref="BeforeSchool"/>
    public static readonly IReadOnlyList<string> FromSchool = [School, PupilHealth, Leisure, ChildYouthHealth];

    /// <summary>Last age before the hand-over gap.</summary>
    public const int LastAgeBeforeGap = 5;

    /// <summary>The one-sided tie: this actor answers "weekly" about the other, the other "never" about it, in every municipality.</summary>
    public const string TieClaimedBy = Leisure, TieDeniedBy = Police;

    /// <summary>Three ways of working: an organisation follows one, whichever actor type it is of (see <see cref="Organisations"/>).</summary>
    /// <remarks>A method of its own way is in use with probability <see cref="OwnMethod"/>, one of another way with <see cref="OtherMethod"/>.</remarks>
    public static readonly IReadOnlyList<WayOfWorking> Ways =
    [
        new("assess", ["ester", "savry", "yls_cmi", "adad", "ungdok", "sdq", "ors_srs", "mst", "fft", "art"], IntervalMonths: 3, Routine: 0.95, Documented: 0.95, JointPlan: 0.3),
        new("support", ["bbic", "signs_of_safety", "komet", "cope", "pmto", "de_otroliga_aren", "coping_power", "sel", "pax_gbg", "tsi"], IntervalMonths: 6, Routine: 0.8, Documented: 0.6, JointPlan: 0.5),
        new("together", ["sip", "orossamtal", "sig", "sspf", "bob", "mi", "mvp", "skkp", "gvi", "patriark"], IntervalMonths: 12, Routine: 0.5, Documented: 0.3, JointPlan: 0.9),
    ];

    /// <summary>Probability that an organisation uses a method of its own way of working, and one of another way.</summary>
    public const double OwnMethod = 0.85, OtherMethod = 0.05;

    /// <summary>Share of method rows that name the method by another of its names, where it has some.</summary>
    public const double AliasUse = 0.1;
}

/// <summary>A municipality in which an indicator differs.</summary>
/// <param name="Municipality">Its code.</param>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Factor">Share here ÷ share elsewhere.</param>
sealed record MunicipalityEffect(string Municipality, string Indicator, double Factor);

/// <summary>An indicator that changes over time.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="YearlyFactor">Share in a year ÷ share in the year before.</param>
sealed record Trend(string Indicator, double YearlyFactor);

/// <summary>A way of working.</summary>
/// <param name="Id">Key, for documentation and tests; not in any file.</param>
/// <param name="Methods">Ids of the methods that mark it.</param>
/// <param name="IntervalMonths">Usual months between follow-ups.</param>
/// <param name="Routine">Share with a routine for follow-up.</param>
/// <param name="Documented">Share that documents it.</param>
/// <param name="JointPlan">Share with a plan shared with others.</param>
sealed record WayOfWorking(string Id, IReadOnlyList<string> Methods, int IntervalMonths, double Routine, double Documented, double JointPlan);
