namespace Dashboard.Api;

/// <summary>Addresses of the API.</summary>
static class ApiAddress
{
    /// <summary>What all addresses of programs begin with.</summary>
    public const string Programs = "/api";

    /// <summary>What all addresses of this version begin with.</summary>
    public const string Root = $"{Programs}/v1";

    /// <summary>The list of releases.</summary>
    public const string Releases = $"{Root}/releases";

    /// <summary>The API's description.</summary>
    public const string Description = $"{Root}/openapi.json";

    /// <summary>The word that stands for the id of the release that is current.</summary>
    public const string Current = "current";

    /// <summary>The route parameter with the id.</summary>
    public const string ReleaseParameter = "release";

    /// <summary>Whether an address is for programs, so that it answers in JSON whatever happens and in no language.</summary>
    public static bool IsFor(PathString path) => path.StartsWithSegments(Programs);

    /// <summary>Address of a release.</summary>
    public static string Release(string id) => $"{Releases}/{Uri.EscapeDataString(id)}";
}
