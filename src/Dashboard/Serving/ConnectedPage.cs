using System.Reflection;
using Dashboard.Access;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Serving;

/// <summary>Marks a page that keeps a connection to the server while it is open; only such a page gets Blazor's script and may connect.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class ConnectedAttribute : Attribute;

/// <summary>The settings of connections: small and short, since what a page shows is in its address.</summary>
static class Connections
{
    /// <summary>The hub's route.</summary>
    public const string Route = "/_blazor";

    /// <summary>Lost connections whose state is kept, so that a short break is not noticed.</summary>
    public const int MostKept = 50;

    /// <summary>How long.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    /// <summary>Most bytes of a message from a page: an address of choices, never more.</summary>
    public const int MostReceived = 32 << 10;

    /// <summary>Adds what connected pages need.</summary>
    public static void Add(IRazorComponentsBuilder components) => components
        .AddInteractiveServerComponents(x => (x.DisconnectedCircuitMaxRetained, x.DisconnectedCircuitRetentionPeriod, x.MaxBufferedUnacknowledgedRenderBatches) = (MostKept, Kept, 4))
        .AddHubOptions(x => x.MaximumReceiveMessageSize = MostReceived);

    /// <summary>Adds the hub. It exists where a connected page does: for the analyst.</summary>
    public static RazorComponentsEndpointConventionBuilder AddConnections(this RazorComponentsEndpointConventionBuilder pages)
    {
        // Frames are forbidden by the security headers; compression of what a page says beside what one types would tell by its length.
        pages.AddInteractiveServerRenderMode(x => (x.ContentSecurityFrameAncestorsPolicy, x.DisableWebSocketCompression) = (null, true));
        pages.Add(x =>
        {
            if (x is Microsoft.AspNetCore.Routing.RouteEndpointBuilder { RoutePattern.RawText: { } route } && route.TrimStart('/').StartsWith(Route[1..], StringComparison.Ordinal))
            {
                x.Metadata.Add(new AnalystOnlyAttribute());
            }
            else
            {
                x.Metadata.Add(new ReleaseViewAttribute());
                if (!x.Metadata.OfType<ConnectedAttribute>().Any())
                {
                    KeepPlain(x.Metadata);
                }
            }
        });
        return pages;
    }

    // Once one page may be connected, the framework puts state and an antiforgery cookie into every page, unless the page's metadata say that it has no modes.
    // They can only be written by reflection; a test sees to it that the other pages stay as they are.
    static void KeepPlain(IList<object> metadata)
    {
        for (var i = 0; i < metadata.Count; i++)
        {
            if (metadata[i].GetType() is { Name: "ConfiguredRenderModesMetadata" } type)
            {
                metadata[i] = Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [Array.Empty<IComponentRenderMode>()], null)!;
            }
        }
    }
}
