namespace Dashboard.Access;

/// <summary>How one signs in.</summary>
enum SignInWay
{
    /// <summary>Not at all: others can reach the dashboard, and no provider is named.</summary>
    Nowhere,

    /// <summary>With the link that is printed at start: only this machine can reach the dashboard.</summary>
    PrintedLink,

    /// <summary>Through an OpenID Connect provider.</summary>
    Provider,
}
