namespace Analytics.Release;

/// <summary>Free text as a field of an exported file.</summary>
static class CsvText
{
    /// <summary>The text, in quotation marks where it holds what would end the field.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
