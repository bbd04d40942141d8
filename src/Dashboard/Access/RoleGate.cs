using Dashboard.Navigation;
using Dashboard.Serving;
using Microsoft.AspNetCore.StaticAssets;

namespace Dashboard.Access;

/// <summary>The one place where a role opens a page. Whoever lacks it is asked to sign in, told that the role is missing, or answered as for a page that does not exist.</summary>
sealed class RoleGate(RequestDelegate next, AccessOptions access)
{
    /// <summary>Live connections of interactive pages, which only analysts have.</summary>
    const string Circuits = "/_blazor";

    /// <summary>Answers to programs.</summary>
    const string Api = "/api";

    public async Task InvokeAsync(HttpContext context, CurrentReader current)
    {
        var here = access.Way != SignInWay.PrintedLink || LoopbackOnly.IsHere(context.Connection);
        var reader = current.Reader = here ? Reader.Of(context) : Reader.Stranger;
        var needed = Needed(context);
        if (reader.Role >= needed)
        {
            if (needed > AccessRole.None)
            {
                // Whatever the page itself says of caching: neither proxies nor browsers keep what is not for everybody.
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return Task.CompletedTask;
                });
            }

            await next(context);
            return;
        }

        // Without its endpoint no later step can take the page up.
        context.SetEndpoint(null);
        // A program could make nothing of a page for signing in.
        var asks = !reader.IsSignedIn && HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase);
        switch (access.Way)
        {
            case SignInWay.Provider when asks:
                await ProviderSignIn.AskAsync(context, context.Request.Path + context.Request.QueryString);
                break;
            case SignInWay.PrintedLink when asks && here:
                WantedPage.Keep(context);
                context.Response.Redirect((ViewQuery.Empty with { Lang = ViewQuery.Read(context.Request.QueryString.Value ?? "").Lang }).To(SignInPage.Path));
                break;
            default:
                context.Response.StatusCode = access.Way == SignInWay.Provider ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
                break;
        }
    }

    AccessRole Needed(HttpContext context)
    {
        // The pages that say what went wrong are open, or nobody could be told.
        if (context.GetEndpoint()?.Metadata is not { } endpoint || AnswerPages.IsOne(context))
        {
            return AccessRole.None;
        }

        if (endpoint.GetMetadata<NeedsRoleAttribute>() is { } needs)
        {
            return needs.Role;
        }

        if (context.Request.Path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase))
        {
            return AccessRole.Analyst;
        }

        return access.RequireSignIn && endpoint.GetMetadata<BeforeSignInAttribute>() is null && endpoint.GetMetadata<StaticAssetDescriptor>() is null ? AccessRole.Viewer : AccessRole.None;
    }
}
