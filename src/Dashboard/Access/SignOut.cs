using Microsoft.AspNetCore.Authentication;

namespace Dashboard.Access;

/// <summary>Ends the sign-in here. The provider is not told: it keeps its own.</summary>
static class SignOut
{
    /// <summary>Where the form goes.</summary>
    public const string Path = "/logga-ut";

    /// <param name="form">Read so that its token is asked for.</param>
    /// <param name="context">The request.</param>
    /// <param name="current">Who asks.</param>
    /// <param name="trail">Where it is noted.</param>
    public static async Task<IResult> RespondAsync(IFormCollection form, HttpContext context, CurrentReader current, TrailWriter trail)
    {
        ArgumentNullException.ThrowIfNull(form);
        await context.SignOutAsync(SignInCookie.Scheme);
        if (current.Reader.IsSignedIn)
        {
            trail.Write(TrailActions.SignOut, current.Reader.Actor, "");
        }

        return Results.LocalRedirect(SignInPage.Path);
    }
}
