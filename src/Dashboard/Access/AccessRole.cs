namespace Dashboard.Access;

/// <summary>What a reader may do. Each role may do what those before it may.</summary>
/// <remarks>Named so, since a <see cref="Analytics.Catalogue.Role"/> is the part that a factor plays.</remarks>
enum AccessRole
{
    /// <summary>Nobody is signed in, or somebody without a role: sees what is open to everybody.</summary>
    None,

    /// <summary>Sees the forum pages where these need sign-in.</summary>
    Viewer,

    /// <summary>Sees why cells are withheld too, and everything else that is made for the county's analysts.</summary>
    Analyst,

    /// <summary>Sees the audit trail too.</summary>
    Administrator,
}
