using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analytics.Release;

/// <summary>What a release is made of, as the JSON object of the exported <c>manifest.json</c>.</summary>
public static class ManifestJson
{
    /// <summary>Says that a release is made up, in both languages.</summary>
    public const string DemonstrationNotice = "Påhittade demonstrationsdata, inga verkliga resultat. Made-up demonstration data, no real findings.";

    /// <summary>The object: the manifest, the audit, and what must be said beside the figures.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="audit">Result of the latest audit; null before one.</param>
    public static JsonObject Of(Manifest manifest, AuditResult? audit)
    {
        var json = JsonSerializer.SerializeToNode(manifest, ReleaseJson.Options)!.AsObject();
        json["audit"] = audit is null ? null : JsonSerializer.SerializeToNode(audit, ReleaseJson.Options);
        json["comparisons_made_by"] = MethodVersions.All["comparison"];
        if (manifest.Description.Demonstration)
        {
            json["notice"] = DemonstrationNotice;
        }

        if (manifest.Parameters.IsRounded)
        {
            json["rounding"] = RoundingText.Of(manifest.Parameters, CultureInfo.GetCultureInfo("en"));
        }

        return json;
    }
}
