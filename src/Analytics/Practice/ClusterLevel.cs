namespace Analytics.Practice;

/// <summary>The levels at which groups are sought, as files name them: who is grouped, and by methods or by the properties of methods.</summary>
public static class ClusterLevel
{
    /// <summary>Organisations by the methods that they use.</summary>
    public const string Organisation = "organisation";

    /// <summary>Municipalities by the methods that their organisations use.</summary>
    public const string Municipality = "municipality";

    /// <summary>Organisations by the properties of the methods that they use.</summary>
    public const string OrganisationProperties = "organisation_properties";

    /// <summary>Municipalities by the properties of the methods that their organisations use.</summary>
    public const string MunicipalityProperties = "municipality_properties";

    /// <summary>The level of a choice.</summary>
    /// <param name="municipalities">Municipalities instead of organisations.</param>
    /// <param name="properties">By properties instead of methods.</param>
    public static string Of(bool municipalities, bool properties) => (municipalities, properties) switch
    {
        (false, false) => Organisation,
        (true, false) => Municipality,
        (false, true) => OrganisationProperties,
        _ => MunicipalityProperties,
    };
}
