using Analytics.Catalogue;

namespace Analytics.Practice;

/// <summary>An organisation's answer about a method. Organisations are public bodies and are named; nothing here is about a child.</summary>
/// <param name="Organisation">The organisation's name; with municipality and actor type where several share a name.</param>
/// <param name="Municipality">Code of its municipality.</param>
/// <param name="Actor">Id of its actor type.</param>
/// <param name="Method">Id of the method; whatever other name the answer gave it.</param>
/// <param name="Purpose">What it is used for.</param>
/// <param name="AgeFrom">Youngest age, in years.</param>
/// <param name="AgeTo">Oldest age, in years.</param>
/// <param name="Extent">0 never, 1 some, 2 usually, 3 always.</param>
/// <param name="Trained">Whether staff are trained; null when not answered.</param>
/// <param name="FollowUp">Whether results are followed up; null when not answered.</param>
public sealed record MethodUse(string Organisation, string Municipality, string Actor, string Method, Purpose Purpose, int AgeFrom, int AgeTo, int Extent, bool? Trained, bool? FollowUp)
{
    /// <summary>Whether the method is used at all.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool InUse => Extent > 0;

    /// <summary>Whether it is used for children of some age in a band.</summary>
    public bool Meets(AgeBand band) => band.Overlaps(AgeFrom, AgeTo);
}
