using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Dashboard.Api;

/// <summary>The API's description, OpenAPI 3.1. It is made from the same columns and filters as the answers, once, and is the same on every machine.</summary>
static class ApiDescription
{
    /// <summary>Version of the API: the first number changes when a column or address is removed or renamed, and the addresses with it; the second when something is added.</summary>
    public const string Version = "1.0";

    const string Introduction =
        """
        Published figures about children's circumstances in a county, as its dashboard shows them. Everything is read from a release, which never changes; what is withheld in it is withheld here, with the reason.

        Missing values are null, with a status that says why. Figures are JSON numbers with a point; shares are fractions, rates are per person. Codes such as 0680 and 06 are text.

        An answer holds at most `limit` rows, the number of all in `total` and the address of those that follow in `next` and in the header Link. `current` stands for the release that is current; Content-Location then names it, and `next` stays with it.

        Answers about a release asked for by its id never change and may be kept; all others are asked for each time and mostly answered 304. HEAD answers like GET without the body. Any other method is answered 405.

        What cannot be taken as it stands is answered with every fault listed, as application/problem+json (RFC 9457). A parameter that does not exist is a fault.
        """;

    static readonly Lazy<byte[]> Text = new(() => Encoding.UTF8.GetBytes(Write(Document())));

    /// <summary>Answers a request for the description, from memory.</summary>
    public static async Task RespondAsync(HttpContext context)
    {
        if (!await Parameters.AreRefusedAsync(context))
        {
            await WholeAnswer.SendAsync(context, Text.Value);
        }
    }

    /// <summary>The description.</summary>
    public static OpenApiDocument Document()
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo { Title = "Lägesbild", Version = Version, Description = Introduction.ReplaceLineEndings("\n") },
            Tags = new HashSet<OpenApiTag>(),
            Components = new OpenApiComponents { Schemas = new Dictionary<string, IOpenApiSchema>(), Parameters = new Dictionary<string, IOpenApiParameter>(), Responses = new Dictionary<string, IOpenApiResponse>() },
            Paths = [],
        };
        foreach (var (name, text) in ((string, string)[])[("Releases", "What is published."), ("Figures", "Figures about children, protected against disclosure."), ("Methods", "Who works how."), ("Collaboration", "Who works with whom."), ("Catalogue", "What codes mean, in Swedish and English.")])
        {
            document.Tags.Add(new OpenApiTag { Name = name, Description = text });
        }

        DescribedAnswers.AddTo(document);
        var releases = DescribedTables.RowSchema(ReleasesResource.Columns.All, "A published release.");
        document.Components.Schemas["Release"] = releases;
        document.Components.Schemas["Releases"] = DescribedAnswers.Object("All published releases, the newest first.", ("total", DescribedAnswers.Of(JsonSchemaType.Integer, "Number of releases.")), ("rows", DescribedAnswers.ListOf(new OpenApiSchemaReference("Release", document), "The releases.")));
        document.Components.Schemas["Manifest"] = DescribedManifest.Schema();
        document.Paths[ApiAddress.Releases] = Path(DescribedAnswers.Operation(
            document, "Releases", "listReleases", "All published releases, the newest first", "Drafts are never listed.", "Releases", [],
            new JsonObject { ["total"] = 1, ["rows"] = new JsonArray(ReleasesResource.Columns.Example(ReleasesResource.Example)) }));
        document.Paths[ApiRoutes.Release] = Path(DescribedAnswers.Operation(
            document, "Releases", "getRelease", "What a release is made of", "The exported manifest.json with the latest audit. The audit may be made again, so this answer is asked for each time, also by id.", "Manifest", [DescribedAnswers.ReleaseParameter(document)], DescribedManifest.Example()));
        foreach (var table in ApiRoutes.Tables)
        {
            DescribedTables.AddTo(document, table);
        }

        document.Paths[ApiAddress.Description] = Path(DescribedAnswers.Operation(document, "Releases", "getDescription", "This description", "OpenAPI 3.1.", null, [], null));
        return document;
    }

    /// <summary>A path that answers GET.</summary>
    public static OpenApiPathItem Path(OpenApiOperation operation) => new() { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation } };

    static string Write(OpenApiDocument document)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        return text.ToString();
    }
}
