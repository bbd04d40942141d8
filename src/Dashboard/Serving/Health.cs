using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Dashboard.Api;
using Dashboard.Releases;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dashboard.Serving;

/// <summary>Tells whoever watches the program whether it runs and whether it can serve. Open to all, so it names no host and tells no secret.</summary>
static class Health
{
    /// <summary>Whether the program runs; asks the store nothing.</summary>
    public const string LivePath = "/health/live";

    /// <summary>Whether a release can be served: 200, also while the store is away, or 503.</summary>
    public const string ReadyPath = "/health/ready";

    /// <summary>Registers the checks.</summary>
    public static void Register(IServiceCollection services) => services.AddHealthChecks().AddCheck<CanServe>("release");

    /// <summary>Adds the addresses. The framework's answer forbids every cache to keep it.</summary>
    public static void Use(WebApplication application)
    {
        application.UseHealthChecks(LivePath, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        application.UseHealthChecks(ReadyPath, new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        var since = context.RequestServices.GetRequiredService<StoreState>().AwaySince;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ApiJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("status", report.Status switch { HealthStatus.Healthy => "healthy", HealthStatus.Degraded => "degraded", _ => "unhealthy" });
            writer.WriteString("release", context.RequestServices.GetRequiredService<ReleaseReader>().LastId);
            writer.WriteBoolean("store_answers", since is null);
            writer.WriteString("store_away_since", since?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        context.Response.ContentType = ApiJson.ContentType;
        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }

    /// <summary>Whether there is a release to serve. It is read here for the first time where nobody has asked for it yet.</summary>
    sealed class CanServe(ReleaseReader reader, StoreState state) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var release = await reader.FindCurrentAsync(await reader.CurrentIdAsync(cancellationToken), cancellationToken);
                return release is null ? HealthCheckResult.Unhealthy() : state.AwaySince is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
            }
            catch (StoreAwayException)
            {
                return HealthCheckResult.Unhealthy();
            }
        }
    }
}
