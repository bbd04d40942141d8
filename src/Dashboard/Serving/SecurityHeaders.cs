
namespace Dashboard.Serving;

/// <summary>Headers that keep a page to itself: nothing from elsewhere, nothing inline, no frame, no referrer.</summary>
sealed class SecurityHeaders(RequestDelegate next)
{
    const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Of a page that keeps a connection, or sends a form by script so that nothing typed is lost when the network is: to this host only.</summary>
    const string ConnectedPolicy = Policy + "; connect-src 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        // On starting, because the error page begins with cleared headers.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Connects(context.GetEndpoint()?.Metadata) ? ConnectedPolicy : Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }

    static bool Connects(EndpointMetadataCollection? page) => page?.GetMetadata<ConnectedAttribute>() is not null || page?.GetMetadata<SendsByScriptAttribute>() is not null;
}

/// <summary>Marks a page whose script sends its form.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class SendsByScriptAttribute : Attribute;
