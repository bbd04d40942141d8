using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Reads <c>input.json</c>: where the data come from.</summary>
sealed class DescriptionFile(string file, FaultList faults)
{
    /// <summary>What is said of an input without the file; a property that is absent or null has the same value.</summary>
    public static readonly InputDescription Default = new("Utan titel", "", "", "", null, false);

    const string Properties = "title, source, licence, collected, response_rate and demonstration";
    const int LongestText = 500, LargestFile = 1 << 20;

    readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Reads the description and reports every fault.</summary>
    public InputDescription Read(Stream content)
    {
        var bytes = new byte[LargestFile];
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var json = bytes.AsSpan(0, length);
        json = json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        if (length == LargestFile || !Utf8.IsValid(json))
        {
            faults.Add(new Fault(file, 0, "", length == LargestFile ? "a file of a mebibyte or more" : "bytes that are not UTF-8", "a short UTF-8 text"));
            return Default;
        }

        try
        {
            return Read(json);
        }
        catch (JsonException e)
        {
            faults.Add(new Fault(file, (e.LineNumber ?? 0) + 1, "", $"no valid JSON at byte {Texts.Of((e.BytePositionInLine ?? 0) + 1)} of the line", "a JSON object such as {\"title\": \"Skolenkät 2026\", \"demonstration\": false}"));
            return Default;
        }
    }

    InputDescription Read(ReadOnlySpan<byte> json)
    {
        var description = Default;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            faults.Add(new Fault(file, 1, "", Kind(reader.TokenType), "an object with " + Properties));
            return description;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var line = 1 + json[..(int)reader.TokenStartIndex].Count((byte)'\n');
            reader.Read();
            if (!seen.Add(name))
            {
                faults.Add(new Fault(file, line, name, "the property twice", "each property once"));
            }

            description = name switch
            {
                "title" => description with { Title = Text(ref reader, name, line, Default.Title) },
                "source" => description with { Source = Text(ref reader, name, line, "") },
                "licence" => description with { Licence = Text(ref reader, name, line, "") },
                "collected" => description with { Collected = Text(ref reader, name, line, "") },
                "response_rate" => description with { ResponseRate = Fraction(ref reader, name, line) },
                "demonstration" => description with { Demonstration = Flag(ref reader, name, line) },
                _ => Unknown(name, line, description),
            };
            reader.Skip();
        }

        // Reads past the object: anything but the end is refused by the reader.
        reader.Read();
        return description;
    }

    string Text(ref Utf8JsonReader reader, string name, int line, string otherwise)
    {
        if (reader.TokenType == JsonTokenType.String && reader.GetString()!.Trim() is { Length: > 0 and <= LongestText } text)
        {
            return text;
        }

        if (reader.TokenType != JsonTokenType.Null)
        {
            faults.Add(new Fault(file, line, name, reader.TokenType == JsonTokenType.String ? Texts.Described(reader.GetString()) : Kind(reader.TokenType), $"a text of 1 to {Texts.Of(LongestText)} characters"));
        }

        return otherwise;
    }

    double? Fraction(ref Utf8JsonReader reader, string name, int line)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var fraction) && fraction is >= 0 and <= 1)
        {
            return fraction;
        }

        if (reader.TokenType != JsonTokenType.Null)
        {
            var found = reader.TokenType == JsonTokenType.Number ? Fault.Quoted(Encoding.UTF8.GetString(reader.ValueSpan)) : Kind(reader.TokenType);
            faults.Add(new Fault(file, line, name, found, "a fraction from 0 to 1, for example 0.72, or null"));
        }

        return null;
    }

    bool Flag(ref Utf8JsonReader reader, string name, int line)
    {
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null))
        {
            faults.Add(new Fault(file, line, name, Kind(reader.TokenType), "true or false"));
        }

        return reader.TokenType == JsonTokenType.True;
    }

    InputDescription Unknown(string name, int line, InputDescription description)
    {
        faults.Add(new Fault(file, line, "", $"the property {Fault.Quoted(name)}", "only " + Properties));
        return description;
    }

    static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };
}
