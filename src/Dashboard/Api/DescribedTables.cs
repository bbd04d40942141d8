using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Dashboard.Api;

/// <summary>Tables, as the description tells them.</summary>
static class DescribedTables
{
    /// <summary>Adds a table: its path, its rows and a page of them.</summary>
    public static void AddTo(OpenApiDocument document, ApiTable table)
    {
        var schemas = document.Components!.Schemas!;
        var page = $"{table.Row}Page";
        schemas[table.Row] = RowSchema(table.Columns, $"{table.Summary}: one row.");
        schemas[page] = DescribedAnswers.Object(
            $"{table.Summary}: a page of rows.", ("release", DescribedAnswers.Of(JsonSchemaType.String, "Id of the release.")),
            ("demonstration", DescribedAnswers.Of(JsonSchemaType.Boolean, "Whether its data are made up: then these are no real findings, and whoever shows them must say so.")),
            ("total", DescribedAnswers.Of(JsonSchemaType.Integer, "Number of rows with these filters, on all pages.")),
            ("next", DescribedAnswers.Of(JsonSchemaType.String | JsonSchemaType.Null, "Address of the next page, from the root of the server; null on the last one.")),
            ("rows", DescribedAnswers.ListOf(new OpenApiSchemaReference(table.Row, document), "The rows, in the order of the release.")));
        var example = new JsonObject { ["release"] = ReleasesResource.Example.Id, ["demonstration"] = true, ["total"] = 1, ["next"] = null, ["rows"] = new JsonArray(table.ExampleRow) };
        IOpenApiParameter[] parameters = [DescribedAnswers.ReleaseParameter(document), .. table.Filters.Select(Parameter), .. DescribedAnswers.PageParameters(document)];
        document.Paths[$"{ApiRoutes.Release}/{table.Path}"] = ApiDescription.Path(DescribedAnswers.Operation(document, table.Group, OperationId(table.Path), table.Summary, table.Description, page, parameters, example, paged: true));
    }

    /// <summary>A row: all columns, always there.</summary>
    public static OpenApiSchema RowSchema(IReadOnlyList<Column> columns, string text) => DescribedAnswers.Object(text, [.. columns.Select(x => (x.Name, (IOpenApiSchema)Value(x)))]);

    static OpenApiSchema Value(Column column)
    {
        var schema = DescribedAnswers.Of(column.Type switch
        {
            ColumnType.Whole => JsonSchemaType.Integer,
            ColumnType.Number => JsonSchemaType.Number,
            ColumnType.Flag => JsonSchemaType.Boolean,
            ColumnType.Texts => JsonSchemaType.Array,
            _ => JsonSchemaType.String,
        } | (column.Nullable ? JsonSchemaType.Null : 0), column.Description);
        schema.Format = column.Type switch { ColumnType.Time => "date-time", ColumnType.Number => "double", ColumnType.Whole => "int64", _ => null };
        schema.Items = column.Type == ColumnType.Texts ? new OpenApiSchema { Type = JsonSchemaType.String } : null;
        if (column.Allowed is { } allowed)
        {
            schema.Enum = [.. allowed.Select(x => (JsonNode)x), .. column.Nullable ? (JsonNode[])[JsonNullSentinel.JsonNull] : []];
        }

        return schema;
    }

    static IOpenApiParameter Parameter(Filter filter)
    {
        var listed = filter switch
        {
            { Allowed: not null } => "",
            { ListedBy: { } list } => $" Known values: {list} of the release.",
            _ => " Another value is answered with the known ones.",
        };
        return new OpenApiParameter
        {
            Name = filter.Name, In = ParameterLocation.Query, Description = $"{filter.Description}{listed} May be given several times: rows with any of the values.", Style = ParameterStyle.Form, Explode = true,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = filter.Pattern, Enum = filter.Allowed is { } allowed ? [.. allowed.Select(x => (JsonNode)x)] : null },
            },
            Example = new JsonArray(filter.Example),
        };
    }

    static string OperationId(string path) => "get" + string.Concat(path.Split('/', '-').Select(x => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(x)));
}
