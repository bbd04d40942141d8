using System.Text.Json.Nodes;
using Analytics.Intake;
using Analytics.Release;
using Microsoft.OpenApi;

namespace Dashboard.Api;

/// <summary>What a release is made of, as the description tells it.</summary>
static class DescribedManifest
{
    /// <summary>The schema of <see cref="ReleaseResource"/>.</summary>
    public static OpenApiSchema Schema()
    {
        var inputs = DescribedAnswers.Object(
            "An input file.", ("name", Text("File name.")), ("bytes", DescribedAnswers.Of(JsonSchemaType.Integer, "Size in bytes.")), ("sha256", Text("SHA-256 of the bytes, hexadecimal.")));
        var description = DescribedAnswers.Object(
            "Where the data come from; to be shown with every figure.", ("title", Text("What the data are called.")), ("source", Text("Who collected them.")), ("licence", Text("Terms of use.")),
            ("collected", Text("When they were collected, as text.")), ("response_rate", DescribedAnswers.Of(JsonSchemaType.Number | JsonSchemaType.Null, "Share who answered, a fraction; null when not known.")),
            ("demonstration", DescribedAnswers.Of(JsonSchemaType.Boolean, "Whether the data are made up.")));
        var parameters = DescribedAnswers.Object(
            "Parameters of protection.", ("threshold", DescribedAnswers.Of(JsonSchemaType.Integer, "Counts from 1 to one less are small.")), ("base", DescribedAnswers.Of(JsonSchemaType.Integer, "Smallest base that is shown.")),
            ("protection", Codes("How small counts are protected.", ProtectionMode.Suppression, ProtectionMode.Rounding)), ("weights", Text("What hiding a cell costs; only where it is not its count.")));
        parameters.Required!.Remove("weights");
        var audit = DescribedAnswers.Object(
            "Result of the latest attack on the release; null before one.", ("passed", DescribedAnswers.Of(JsonSchemaType.Boolean, "Whether no protected value could be recovered or narrowed too far.")),
            ("attacks", Texts("Names of the attacks tried.")), ("cells_attacked", DescribedAnswers.Of(JsonSchemaType.Integer, "Number of cells that were attacked.")),
            ("narrowest_interval", DescribedAnswers.Of(JsonSchemaType.Number | JsonSchemaType.Null, "Smallest width of the interval left for a withheld count; null when nothing is withheld.")),
            ("not_tried", Texts("Names of attacks known to exist that were not tried.")), ("finding_count", DescribedAnswers.Of(JsonSchemaType.Integer, "Number of cells that could be recovered or narrowed too far.")));
        audit.Type |= JsonSchemaType.Null;
        var manifest = DescribedAnswers.Object(
            "What a release is made of: enough to make it again and to judge it.", ("id", Text("Id of the release: a digest of its content.")),
            ("created", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time", Description = "When it was built, UTC." }), ("description", description),
            ("inputs", DescribedAnswers.ListOf(inputs, "The input files, by name.")), ("catalogue_version", Text("SHA-256 of the catalogue files.")), ("parameters", parameters),
            ("methods", Map(JsonSchemaType.String, "Version of each method used, by name.")), ("years", DescribedAnswers.ListOf(new OpenApiSchema { Type = JsonSchemaType.Integer }, "Years with data.")),
            ("areas", Texts("Codes of the areas.")), ("children", Map(JsonSchemaType.Integer, "Inhabitants of the catalogue's ages per municipality; empty where not known.")), ("audit", audit),
            ("comparisons_made_by", Text("Version of what comparisons are worked out by.")), ("notice", Text("Says that the data are made up; only where they are.")), ("rounding", Text("Says that small counts are rounded; only where they are.")));
        manifest.Required!.Remove("notice");
        manifest.Required.Remove("rounding");
        return manifest;
    }

    /// <summary>A made-up manifest.</summary>
    public static JsonNode Example()
    {
        var release = ReleasesResource.Example;
        return ReleaseResource.Of(
            new Manifest(
                release.Id, release.Created, new InputDescription(release.Title, "Made-up survey", "CC0", "2025", 0.78, true), [new InputFileRecord("observations.csv", 1234567, new string('a', 64))], new string('c', 64),
                new ReleaseParameters(5, 20, ProtectionMode.Suppression), new Dictionary<string, string> { ["proportion"] = "Wilson: 1" }, [2024, 2025], ["0680", "06"]),
            new AuditResult(true, ["additivity"], 120, 3, []));
    }

    static OpenApiSchema Text(string text) => DescribedAnswers.Of(JsonSchemaType.String, text);

    static OpenApiSchema Texts(string text) => DescribedAnswers.ListOf(new OpenApiSchema { Type = JsonSchemaType.String }, text);

    static OpenApiSchema Map(JsonSchemaType values, string text) => new() { Type = JsonSchemaType.Object, Description = text, AdditionalProperties = new OpenApiSchema { Type = values } };

    static OpenApiSchema Codes(string text, params string[] codes) => new() { Type = JsonSchemaType.String, Description = text, Enum = [.. codes.Select(x => (JsonNode)x)] };
}
