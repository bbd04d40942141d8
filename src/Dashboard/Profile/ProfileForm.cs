namespace Dashboard.Profile;

/// <summary>What the factors of a profile are grouped by.</summary>
public enum ProfileForm
{
    /// <summary>Where in the child's life a factor lies.</summary>
    Domain,
    /// <summary>Its place in Situational Action Theory.</summary>
    Sat,
}
