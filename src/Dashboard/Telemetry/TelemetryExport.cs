using Npgsql;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dashboard.Telemetry;

/// <summary>Sends measurements and traces to whoever runs the program, and nothing that says who reads what.</summary>
static class TelemetryExport
{
    /// <summary>Tags of measurements that leave. The driver's would name the database's host and user.</summary>
    static readonly string[] Tags =
    [
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type",
        "gc.heap.generation", "cpu.mode", "db.client.connection.state", "state", Measures.From,
    ];

    /// <summary>Registers it.</summary>
    public static void Register(IServiceCollection services, TelemetryOptions options) => services.AddOpenTelemetry()
        .ConfigureResource(x => x.Clear().AddService("lagesbild", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version!.ToString(3)).AddEnvironmentVariableDetector())
        .WithTracing(x => x
            .AddAspNetCoreInstrumentation(y =>
            {
                (y.EnableAspNetCoreSignalRSupport, y.EnableRazorComponentsSupport) = (false, false);
                y.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
            })
            .AddNpgsql()
            // Before the sender, which sees what this leaves.
            .AddProcessor<ImpersonalSpans>()
            .AddOtlpExporter(y => Configure(y, options, "v1/traces")))
        .WithMetrics(x => x
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddNpgsqlInstrumentation()
            .AddMeter(Measures.Name)
            .AddView(_ => new MetricStreamConfiguration { TagKeys = Tags })
            .AddOtlpExporter(y => Configure(y, options, "v1/metrics")));

    // Over HTTP each kind has a path of its own below the address; an address that is set in code is taken as it stands.
    static void Configure(OtlpExporterOptions exporter, TelemetryOptions options, string path)
    {
        exporter.Protocol = options.Protocol;
        exporter.Endpoint = options.Protocol == OtlpExportProtocol.Grpc ? options.Endpoint : new Uri($"{options.Endpoint.AbsoluteUri.TrimEnd('/')}/{path}");
    }
}
