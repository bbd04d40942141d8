namespace Analytics.Sample;

/// <summary>Ids of the catalogue's actor types, as the made-up input uses them. A type that the catalogue lacks is left out.</summary>
static class SampleActors
{
    public const string SocialServices = "social_services", PupilHealth = "pupil_health", School = "school", Leisure = "leisure", ChildHealthCentre = "child_health_centre",
        FamilyCentre = "family_centre", MaternalHealth = "maternal_health", PaediatricClinic = "paediatric_clinic", ChildYouthHealth = "child_youth_health", ChildPsychiatry = "child_psychiatry",
        Police = "police", Probation = "probation", Institutions = "state_institutions";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        SocialServices, PupilHealth, School, Leisure, ChildHealthCentre, FamilyCentre, MaternalHealth, PaediatricClinic, ChildYouthHealth, ChildPsychiatry, Police, Probation, Institutions,
    ];
}
