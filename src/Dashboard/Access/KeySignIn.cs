using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Access;

/// <summary>Takes the key of the printed link. By POST, so that a preview or a prefetch of the link does not use it up.</summary>
static class KeySignIn
{
    /// <summary>Where the form goes.</summary>
    public const string Path = "/logga-in/nyckel";

    /// <summary>Field of the form, and parameter of the printed link.</summary>
    public const string Field = "nyckel";

    /// <summary>What the trail calls the way in.</summary>
    const string Subject = "printed link";

    public static async Task<IResult> RespondAsync([FromForm(Name = Field)] string? key, HttpContext context, SignInKey good, TrailWriter trail, TimeProvider time)
    {
        if (!LoopbackOnly.IsHere(context.Connection))
        {
            return Results.NotFound();
        }

        if (!good.TryUse(key))
        {
            trail.Write(TrailActions.SignInRefused, Reader.Stranger.Actor, Subject);
            return Results.LocalRedirect(SignInPage.RefusedPath);
        }

        await context.SignInAsync(SignInCookie.Scheme, Reader.Owner.ToPrincipal(time.GetUtcNow()));
        trail.Write(TrailActions.SignIn, Reader.Owner.Actor, Subject);
        return Results.LocalRedirect(WantedPage.Take(context));
    }
}
