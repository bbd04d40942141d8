using Dashboard.Telemetry;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace Dashboard.Serving;

/// <summary>Keeps finished pages in memory, compressed. Their key holds the release, so that a new release needs no eviction.</summary>
sealed class PageCache : IOutputCachePolicy
{
    /// <summary>Most memory for kept pages, in bytes.</summary>
    public const long Size = 64 << 20;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var key = context.HttpContext.Features.Get<PageKey>();
        var keep = key is not null && HttpMethods.IsGet(request.Method);
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (keep, keep, keep, keep);
        if (keep)
        {
            context.ResponseExpirationTimeSpan = TimeSpan.FromHours(12);
            context.CacheVaryByRules.VaryByHost = false;
            context.CacheVaryByRules.VaryByValues["page"] = key!.Value;
            context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(context.HttpContext);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        Measures.Pages.Add(1, KeyValuePair.Create<string, object?>(Measures.From, "cache"));
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        Measures.Pages.Add(1, KeyValuePair.Create<string, object?>(Measures.From, "made"));
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }

    /// <summary>The encoding that the answer will have, as the compression itself decides it: one of few, whatever the header says.</summary>
    static string Encoding(HttpContext context) =>
        context.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context)?.EncodingName ?? "";
}
