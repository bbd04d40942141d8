using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Dashboard.Api;

/// <summary>What every address answers, as the description tells it: headers, errors, and the parts that schemas are made of.</summary>
static class DescribedAnswers
{
    const string ProblemSchema = "Problem", WrongParameterSchema = "WrongParameter", ReleaseParameterName = "release", LimitParameterName = "limit", CursorParameterName = "cursor";

    /// <summary>Adds what is shared: the form of errors, and parameters that many addresses have.</summary>
    public static void AddTo(OpenApiDocument document)
    {
        var components = document.Components!;
        components.Schemas![WrongParameterSchema] = Object(
            "A parameter that cannot be taken as it stands.", ("name", Of(JsonSchemaType.String, "Its name, as it was given.")), ("found", Of(JsonSchemaType.String, "Its value, as it was given; long ones are cut.")),
            ("expected", Of(JsonSchemaType.String, "The known values, or an example.")));
        var problem = Object(
            "What is wrong (RFC 9457).", ("type", Of(JsonSchemaType.String, "Always about:blank: the status says what kind of problem it is.")), ("title", Of(JsonSchemaType.String, "The status in words.")),
            ("status", Of(JsonSchemaType.Integer, "The HTTP status.")), ("detail", Of(JsonSchemaType.String, "What is wrong and what to do.")),
            ("errors", ListOf(new OpenApiSchemaReference(WrongParameterSchema, document), "Every wrong parameter; with status 400 only.")), ("trace", Of(JsonSchemaType.String, "What the error is called in the log; with status 500 only.")));
        problem.Required = new HashSet<string> { "type", "title", "status", "detail" };
        components.Schemas[ProblemSchema] = problem;
        components.Parameters![ReleaseParameterName] = new OpenApiParameter
        {
            Name = ApiAddress.ReleaseParameter, In = ParameterLocation.Path, Required = true, Description = "Id of a published release, or `current`.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^(current|[0-9a-f]{16})$" }, Example = ApiAddress.Current,
        };
        components.Parameters[LimitParameterName] = new OpenApiParameter
        {
            Name = ApiQuery.LimitName, In = ParameterLocation.Query, Description = "Most rows of the answer.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = Filters.Text(ApiQuery.MostRows), Default = ApiQuery.UsualLimit },
        };
        components.Parameters[CursorParameterName] = new OpenApiParameter
        {
            Name = ApiQuery.CursorName, In = ParameterLocation.Query, Description = "Where to go on, as `next` of an answer has it. It says nothing by itself and stays good as long as the release is there, with the same filters and any limit.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Za-z0-9_-]{32}$" },
        };
        components.Responses!["NotModified"] = new OpenApiResponse { Description = "The asker has this answer already (If-None-Match)." };
        components.Responses["WrongParameters"] = Error(document, "Parameters are wrong; all are listed.", new JsonObject
        {
            ["type"] = "about:blank", ["title"] = "Bad Request", ["status"] = 400, ["detail"] = "One parameter is wrong.",
            ["errors"] = new JsonArray(new JsonObject { ["name"] = "sex", ["found"] = "girls", ["expected"] = "one of F, M, T" }),
        });
        components.Responses["NotFound"] = Error(document, "No published release has this id.", null);
        components.Responses["OtherProblem"] = Error(document, "Anything else: 405 for another method than GET and HEAD, 429 for too many requests, 500 for an error of ours.", null);
    }

    /// <summary>The parameter that names the release.</summary>
    public static IOpenApiParameter ReleaseParameter(OpenApiDocument document) => new OpenApiParameterReference(ReleaseParameterName, document);

    /// <summary>The parameters that pages are asked for by.</summary>
    public static IOpenApiParameter[] PageParameters(OpenApiDocument document) => [new OpenApiParameterReference(LimitParameterName, document), new OpenApiParameterReference(CursorParameterName, document)];

    /// <summary>What an address answers to GET.</summary>
    /// <param name="document">The description.</param>
    /// <param name="group">What it belongs with.</param>
    /// <param name="id">Name for generated programs.</param>
    /// <param name="summary">What it is, in a line.</param>
    /// <param name="text">What a reader must know.</param>
    /// <param name="schema">Name of the answer's schema; null for any object.</param>
    /// <param name="parameters">The parameters, that of the release first.</param>
    /// <param name="example">An answer.</param>
    /// <param name="paged">Whether there may be a next page.</param>
    public static OpenApiOperation Operation(
        OpenApiDocument document, string group, string id, string summary, string text, string? schema, IReadOnlyList<IOpenApiParameter> parameters, JsonNode? example, bool paged = false)
    {
        var headers = new Dictionary<string, IOpenApiHeader>
        {
            ["ETag"] = Header("Strong; send it back as If-None-Match."),
            ["Cache-Control"] = Header($"`{ApiCaching.Forever}` for rows of a release asked for by its id, `{ApiCaching.AskEachTime}` otherwise."),
        };
        if (parameters.Count > 0)
        {
            headers["Content-Location"] = Header("With `current`: where the same answer stays.");
        }

        if (paged)
        {
            headers["Link"] = Header("Address of the next page, with rel=\"next\"; none on the last one.");
        }

        var found = new OpenApiMediaType { Schema = schema is null ? new OpenApiSchema { Type = JsonSchemaType.Object } : new OpenApiSchemaReference(schema, document), Example = example };
        var responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = summary + ".", Headers = headers, Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = found } },
            ["304"] = new OpenApiResponseReference("NotModified", document),
            ["400"] = new OpenApiResponseReference("WrongParameters", document),
        };
        if (parameters.Count > 0)
        {
            responses["404"] = new OpenApiResponseReference("NotFound", document);
        }

        responses["default"] = new OpenApiResponseReference("OtherProblem", document);
        return new OpenApiOperation { Tags = new HashSet<OpenApiTagReference> { new(group, document) }, OperationId = id, Summary = summary, Description = text, Parameters = [.. parameters], Responses = responses };
    }

    /// <summary>An object that has all these properties and no others.</summary>
    public static OpenApiSchema Object(string text, params (string Name, IOpenApiSchema Schema)[] properties) => new()
    {
        Type = JsonSchemaType.Object,
        Description = text,
        Properties = properties.ToDictionary(x => x.Name, x => x.Schema),
        Required = properties.Select(x => x.Name).ToHashSet(),
        AdditionalPropertiesAllowed = false,
    };

    /// <summary>A list.</summary>
    public static OpenApiSchema ListOf(IOpenApiSchema item, string text) => new() { Type = JsonSchemaType.Array, Items = item, Description = text };

    /// <summary>A value of a type.</summary>
    public static OpenApiSchema Of(JsonSchemaType type, string text) => new() { Type = type, Description = text };

    static OpenApiHeader Header(string text) => new() { Description = text, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    static OpenApiResponse Error(OpenApiDocument document, string text, JsonNode? example) => new()
    {
        Description = text,
        Content = new Dictionary<string, OpenApiMediaType> { [Problem.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(ProblemSchema, document), Example = example } },
    };
}
