using System.Text.Json;

namespace Analytics.Tables;

/// <summary>A value of a JSON text with the line on which it begins; unlike a document, it keeps a property that is given twice.</summary>
/// <param name="Kind">What it is: the first token of an object or list.</param>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Text">The text of a string; empty otherwise.</param>
/// <param name="Properties">Properties of an object in their order.</param>
/// <param name="Items">Items of a list in their order.</param>
sealed record SpecNode(JsonTokenType Kind, int Line, string Text, IReadOnlyList<(string Name, SpecNode Value)> Properties, IReadOnlyList<SpecNode> Items)
{
    /// <summary>What it is, in words.</summary>
    public string Description => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => Text.Length == 0 ? "an empty text" : "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };

    /// <summary>Reads a whole JSON text.</summary>
    /// <exception cref="JsonException">It is not valid JSON.</exception>
    public static SpecNode Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (counted, line) = (0, 1);
        reader.Read();
        var node = Read(ref reader, json, ref counted, ref line);

        // Reads past the end: anything more is refused by the reader.
        reader.Read();
        return node;
    }

    static SpecNode Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ref int counted, ref int line)
    {
        line += json[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
        counted = (int)reader.TokenStartIndex;
        var (kind, begins) = (reader.TokenType, line);
        var text = kind == JsonTokenType.String ? reader.GetString()! : "";
        var properties = new List<(string, SpecNode)>();
        var items = new List<SpecNode>();
        if (kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    properties.Add((name, Read(ref reader, json, ref counted, ref line)));
                }
                else
                {
                    items.Add(Read(ref reader, json, ref counted, ref line));
                }
            }
        }

        return new SpecNode(kind, begins, text, properties, items);
    }
}
