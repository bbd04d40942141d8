using System.Text.RegularExpressions;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Serving;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Dashboard.Access;

/// <summary>Notes each file that was given out, also from the cache and as "not modified": the release, the path and what was chosen, and nothing else of the address.</summary>
sealed partial class DownloadTrail(RequestDelegate next, TrailWriter trail)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.OnStarting(Note, context);
        }

        return next(context);
    }

    // Before the first byte leaves, so that nobody has a file that is not noted.
    Task Note(object state)
    {
        var context = (HttpContext)state;
        if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && IsFile(context))
        {
            trail.Write(TrailActions.Download, context.RequestServices.GetRequiredService<CurrentReader>().Reader.Actor, Subject(context.Request, context.RequestServices.GetRequiredService<ViewedRelease>()));
        }

        return Task.CompletedTask;
    }

    // Whatever is made from a release and is not a page, and whatever a browser is told to save.
    static bool IsFile(HttpContext context) => context.GetEndpoint() is { } endpoint
        && ((endpoint.Metadata.GetMetadata<ReleaseViewAttribute>() is not null && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            || context.Response.Headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.OrdinalIgnoreCase));

    static string Subject(HttpRequest request, ViewedRelease viewed)
    {
        var query = ViewQuery.Read(request.QueryString.Value ?? "");
        // Codes of the catalogue look like this; whatever else stands in an address may be anything.
        var chosen = query.Given.Where(x => x.Name != "release" && Code().IsMatch(x.Value)).Select(x => $"{x.Name}={x.Value}");
        var release = viewed.Release is { } seen ? (string[])[$"release={seen.Manifest.Id}"] : [];
        return (request.Path.Value ?? "/") + string.Concat(chosen.Concat(release).Select((x, i) => (i == 0 ? "?" : "&") + x));
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.\-]{1,64}\z")]
    private static partial Regex Code();
}
