namespace Dashboard.Serving;

/// <summary>Whether the analyst's pages exist here. They tell which rule withholds a cell, from which counts can be worked out, so they are for the analyst's own computer only.</summary>
/// <param name="On">Whether they do.</param>
sealed record AnalystMode(bool On);

/// <summary>Marks a page or file that exists for the analyst only.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class AnalystOnlyAttribute : Attribute;

/// <summary>Answers for the analyst's pages as for pages that do not exist, unless they are asked for on this machine by who started the program so.</summary>
sealed class AnalystPages(RequestDelegate next, AnalystMode mode)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AnalystOnlyAttribute>() is null || (mode.On && IsHere(context.Connection)))
        {
            return next(context);
        }

        // Without its endpoint no later step can take the page up.
        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    static bool IsHere(ConnectionInfo connection) => connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local } && System.Net.IPAddress.IsLoopback(remote) && System.Net.IPAddress.IsLoopback(local);
}
