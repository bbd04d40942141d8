using Dashboard.Access;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Telemetry;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Serving;

/// <summary>Marks an endpoint whose content depends on a release.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class ReleaseViewAttribute : Attribute;

/// <summary>Finds the release a page looks at, and answers "not modified" to a browser that already has the page.</summary>
sealed class ReleaseView(RequestDelegate next, AccessOptions access, StoreState state, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context, ReleaseReader reader, ViewedRelease viewed, CurrentReader current)
    {
        if (context.Features.Get<IExceptionHandlerFeature>() is not null || StoreAwayAnswers.IsOne(context))
        {
            viewed.Failed = true;
            await next(context);
            return;
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<ReleaseViewAttribute>() is null)
        {
            await next(context);
            return;
        }

        if (IsKeptNowhere(context.GetEndpoint()!, current.Reader))
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
        }

        if (!access.MaySeeReleases(current.Reader))
        {
            await next(context);
            return;
        }

        var query = ViewQuery.Read(context.Request.QueryString.Value ?? "");
        string? currentId;
        try
        {
            currentId = await reader.CurrentIdAsync(context.RequestAborted);
            await FindAsync(reader, viewed, query.Release, currentId, context.RequestAborted);
        }
        catch (StoreAwayException) when (AnswerPages.IsOne(context))
        {
            viewed.Failed = true;
            await next(context);
            return;
        }

        if (state.AwaySince is { } since)
        {
            viewed.StoreAway = SwedishTime.Since(since, time.GetUtcNow());
            Measures.ServedWhileAway.Add(1);
        }

        if (IsKeptNowhere(context.GetEndpoint()!, current.Reader))
        {
            await next(context);
            return;
        }

        if (context.Features.Get<NotKept>() is not null)
        {
            // A browser asks each time, but may go back to what it has without asking: the network may be gone.
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "no-cache";
                context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
                return Task.CompletedTask;
            });
            await next(context);
            return;
        }

        var key = PageKey.Of(context.Request, query, viewed, currentId, access.Way);
        if (context.Features.Get<PageKey>() is null)
        {
            context.Response.OnStarting(() =>
            {
                SetCaching(context.Response, key);
                return Task.CompletedTask;
            });
        }

        context.Features.Set(key);
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.IfNoneMatch.ToString().Contains(key.Tag, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await next(context);
    }

    // What a role opens, what holds the token of a form, and every page of somebody who is signed in: it shows the role, and a way to sign out.
    bool IsKeptNowhere(Endpoint endpoint, Reader reader) =>
        reader.IsSignedIn || access.RequireSignIn || endpoint.Metadata.GetMetadata<NeedsRoleAttribute>() is not null || endpoint.Metadata.GetMetadata<BeforeSignInAttribute>() is not null;

    static async Task FindAsync(ReleaseReader reader, ViewedRelease viewed, string? wantedId, string? currentId, CancellationToken cancellation)
    {
        if (wantedId is not null && wantedId != currentId)
        {
            viewed.Release = await reader.FindAsync(wantedId, cancellation);
            viewed.UnknownId = viewed.Release is null ? wantedId : null;
        }

        viewed.Release ??= await reader.FindCurrentAsync(currentId, cancellation);
        viewed.IsLatest = viewed.Release is null || viewed.Release.Manifest.Id == currentId;
    }

    static void SetCaching(HttpResponse response, PageKey key)
    {
        var found = response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified;
        response.Headers.CacheControl = found ? "no-cache" : "no-store";
        response.Headers.Remove(HeaderNames.Pragma);
        response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
        if (found)
        {
            response.Headers.ETag = key.Tag;
        }
    }
}
