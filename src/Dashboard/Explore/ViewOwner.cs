using System.Security.Claims;

namespace Dashboard.Explore;

/// <summary>Whose views are kept: an opaque subject, nothing about the person.</summary>
static class ViewOwner
{
    /// <summary>On the analyst's own computer, where nobody signs in.</summary>
    public const string Local = "local";

    /// <summary>The subject of who is signed in; <see cref="Local"/> where nobody is.</summary>
    public static string Of(ClaimsPrincipal? user) => user?.FindFirstValue("sub") ?? user?.FindFirstValue(ClaimTypes.NameIdentifier) ?? Local;
}
