using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dashboard.Tests.Api;

/// <summary>Holds JSON against a schema of a description: slowly, and by no more keywords than the description uses.</summary>
sealed class SchemaCheck(JsonElement description)
{
    static readonly HashSet<string> Known =
        ["type", "description", "properties", "required", "additionalProperties", "items", "enum", "pattern", "format", "$ref", "minimum", "maximum", "default"];

    /// <summary>Where the JSON is not as the schema says, and how; none where it is.</summary>
    public IEnumerable<string> Faults(JsonElement schema, JsonElement json, string place = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Faults(Resolve(reference.GetString()!), json, place);
        }

        return [.. schema.EnumerateObject().Where(x => !Known.Contains(x.Name)).Select(x => $"{place}: the check does not know {x.Name}"), .. Own(schema, json, place), .. Parts(schema, json, place)];
    }

    /// <summary>The part of the description that a reference leads to.</summary>
    public JsonElement Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(description, (part, name) => part.GetProperty(name));

    static IEnumerable<string> Own(JsonElement schema, JsonElement json, string place)
    {
        if (schema.TryGetProperty("type", out var types) && !(types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Any(x => Is(json, x.GetString()!)) : Is(json, types.GetString()!)))
        {
            yield return $"{place}: {json.ValueKind} is no {types.GetRawText()}";
        }

        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(x => JsonElement.DeepEquals(x, json)))
        {
            yield return $"{place}: {json.GetRawText()} is not among {allowed.GetRawText()}";
        }

        if (schema.TryGetProperty("pattern", out var pattern) && json.ValueKind == JsonValueKind.String && !Regex.IsMatch(json.GetString()!, pattern.GetString()!))
        {
            yield return $"{place}: {json.GetRawText()} does not match {pattern.GetString()}";
        }
    }

    IEnumerable<string> Parts(JsonElement schema, JsonElement json, string place)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            return json.EnumerateArray().SelectMany((x, i) => Faults(schema.GetProperty("items"), x, $"{place}[{i}]"));
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var properties = schema.TryGetProperty("properties", out var listed) ? listed.EnumerateObject().ToDictionary(x => x.Name, x => x.Value) : [];
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(x => x.GetString()!) : [];
        var others = schema.TryGetProperty("additionalProperties", out var more) ? more : default;
        return
        [
            .. required.Where(x => !json.TryGetProperty(x, out _)).Select(x => $"{place}: {x} is missing"),
            .. json.EnumerateObject().SelectMany(x => properties.TryGetValue(x.Name, out var own) ? Faults(own, x.Value, $"{place}.{x.Name}")
                : others.ValueKind == JsonValueKind.Object ? Faults(others, x.Value, $"{place}.{x.Name}")
                : others.ValueKind == JsonValueKind.False ? [$"{place}: {x.Name} is not described"] : []),
        ];
    }

    static bool Is(JsonElement json, string type) => type switch
    {
        "null" => json.ValueKind == JsonValueKind.Null,
        "boolean" => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _),
        "number" => json.ValueKind == JsonValueKind.Number,
        "string" => json.ValueKind == JsonValueKind.String,
        "array" => json.ValueKind == JsonValueKind.Array,
        "object" => json.ValueKind == JsonValueKind.Object,
        _ => false,
    };
}
