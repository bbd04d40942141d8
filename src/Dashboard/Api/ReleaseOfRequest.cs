using Dashboard.Releases;
using Dashboard.Telemetry;

namespace Dashboard.Api;

/// <summary>The release that a request is about.</summary>
/// <param name="Release">The release.</param>
/// <param name="IsNamed">Whether it is asked for by its id, so that the answer never changes; otherwise it is the current one.</param>
sealed record ReleaseOfRequest(LoadedRelease Release, bool IsNamed)
{
    /// <summary>Finds it; null where there is none, which is answered then.</summary>
    public static async Task<ReleaseOfRequest?> FindAsync(HttpContext context)
    {
        var asked = (string)context.GetRouteValue(ApiAddress.ReleaseParameter)!;
        var reader = context.RequestServices.GetRequiredService<ReleaseReader>();
        var found = asked == ApiAddress.Current
            ? await reader.FindCurrentAsync(await reader.CurrentIdAsync(context.RequestAborted), context.RequestAborted)
            : await reader.FindAsync(asked, context.RequestAborted);
        if (found is not { } release)
        {
            await Problem.UnknownReleaseAsync(context, asked);
            return null;
        }

        if (context.RequestServices.GetRequiredService<StoreState>().AwaySince is not null)
        {
            Measures.ServedWhileAway.Add(1);
        }

        return new ReleaseOfRequest(release, asked != ApiAddress.Current);
    }

    /// <summary>Says where the same answer stays, where the address names no release.</summary>
    public void SetLocation(HttpResponse response, string address)
    {
        if (!IsNamed)
        {
            response.Headers.ContentLocation = address;
        }
    }
}
