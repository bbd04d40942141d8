namespace Dashboard.Serving;

/// <summary>Headers that keep a page to itself: nothing from elsewhere, nothing inline, no frame, no referrer.</summary>
sealed class SecurityHeaders(RequestDelegate next)
{
    const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Of a page that keeps a connection: to this host only.</summary>
    const string ConnectedPolicy = Policy + "; connect-src 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        // On starting, because the error page begins with cleared headers.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<ConnectedAttribute>() is null ? Policy : ConnectedPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
