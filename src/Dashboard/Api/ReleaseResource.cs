using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Release;

namespace Dashboard.Api;

/// <summary>What a release is made of, with the result of its latest audit.</summary>
static class ReleaseResource
{
    static readonly JsonSerializerOptions Options = new(ReleaseJson.Options) { WriteIndented = false };

    public static async Task RespondAsync(HttpContext context)
    {
        if (await ReleaseOfRequest.FindAsync(context) is not { } asked || await Parameters.AreRefusedAsync(context))
        {
            return;
        }

        asked.SetLocation(context.Response, ApiAddress.Release(asked.Release.Manifest.Id));
        await WholeAnswer.SendAsync(context, Encoding.UTF8.GetBytes(Of(asked.Release.Manifest, asked.Release.Audit).ToJsonString(Options)));
    }

    /// <summary>The manifest as it is exported. Of the audit's findings only the number is told: they name what could be recovered, and are for who must mend it.</summary>
    public static JsonNode Of(Manifest manifest, AuditResult? audit)
    {
        var json = ManifestJson.Of(manifest, audit);
        if (json["audit"] is JsonObject result)
        {
            result.Remove("findings");
            result["finding_count"] = audit!.Findings.Count;
        }

        return json;
    }
}
