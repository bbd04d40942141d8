using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dashboard.Api;

/// <summary>How the API writes JSON.</summary>
static class ApiJson
{
    /// <summary>Content type of answers.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>One line, Swedish letters as they are: no browser reads these answers as a page.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
