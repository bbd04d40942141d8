using OpenTelemetry.Exporter;

namespace Dashboard.Telemetry;

/// <summary>Where measurements and traces are sent: the section <c>Telemetry</c> of the settings, checked.</summary>
/// <param name="Endpoint">Address of a receiver that speaks OTLP.</param>
/// <param name="Protocol">How it is spoken.</param>
sealed record TelemetryOptions(Uri Endpoint, OtlpExportProtocol Protocol)
{
    static readonly string[] Known = ["Otlp", "Protocol"];

    /// <summary>The checked settings; null where nothing is sent, which is so unless somebody asks for it.</summary>
    /// <exception cref="SettingsProblemsException">Something is wrong with them.</exception>
    public static TelemetryOptions? Read(IConfiguration settings)
    {
        var section = settings.GetSection("Telemetry");
        var problems = new List<string>();
        problems.AddRange(section.GetChildren().Where(x => !Known.Contains(x.Key, StringComparer.OrdinalIgnoreCase)).Select(x => $"Telemetry:{x.Key} is not a setting; there are {string.Join(", ", Known)}."));
        var (address, name) = (section["Otlp"] ?? "", section["Protocol"] ?? "grpc");
        if (address.Length == 0 && section["Protocol"] is not null)
        {
            problems.Add("Telemetry:Protocol is set, but Telemetry:Otlp is not: nothing would be sent.");
        }

        // An address may hold a password, so it is not repeated.
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            endpoint = null;
            if (address.Length > 0)
            {
                problems.Add("Telemetry:Otlp is not an address such as http://127.0.0.1:4317.");
            }
        }

        if (name is not ("grpc" or "http"))
        {
            problems.Add($"Telemetry:Protocol is '{name}'; expected grpc or http.");
        }

        return problems.Count > 0 ? throw new SettingsProblemsException(problems)
            : endpoint is null ? null
            : new TelemetryOptions(endpoint, name == "http" ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc);
    }
}
