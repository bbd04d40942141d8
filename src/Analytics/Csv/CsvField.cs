using System.Globalization;

namespace Analytics.Csv;

/// <summary>A text as a field of a comma separated file.</summary>
public static class CsvField
{
    /// <summary>In quotation marks where it needs them. An apostrophe goes before what a spreadsheet would take for a formula.</summary>
    public static string Of(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "'" + text : text;
        return Quoted(safe);
    }

    /// <summary>As it is, in quotation marks where it needs them.</summary>
    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
