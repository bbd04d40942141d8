using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Api;

/// <summary>Answers that something is wrong, in the form of RFC 9457.</summary>
static class Problem
{
    /// <summary>Content type of the answer.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>Some parameters cannot be taken as they stand; all are listed.</summary>
    public static Task WrongParametersAsync(HttpContext context, IReadOnlyList<WrongParameter> wrong) => WriteAsync(
        context, StatusCodes.Status400BadRequest, wrong.Count == 1 ? "One parameter is wrong." : FormattableString.Invariant($"{wrong.Count} parameters are wrong."), wrong);

    /// <summary>No release has this id, or none is published.</summary>
    public static Task UnknownReleaseAsync(HttpContext context, string id) => WriteAsync(
        context, StatusCodes.Status404NotFound,
        id == ApiAddress.Current ? "No release has been published yet." : $"No published release has the id '{WrongParameter.Of("", id, "").Found}'; {ApiAddress.Releases} lists them.");

    /// <summary>Any other answer by its status.</summary>
    public static Task OfStatusAsync(HttpContext context, int status) => WriteAsync(context, status, status switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at this address; {ApiAddress.Description} describes what there is.",
        StatusCodes.Status405MethodNotAllowed => "The API only answers GET and HEAD: what it tells cannot be changed through it.",
        StatusCodes.Status401Unauthorized => "Sign in first.",
        StatusCodes.Status403Forbidden => "You are signed in, but not allowed to see this.",
        StatusCodes.Status503ServiceUnavailable => "The database cannot be reached, and what you ask for is not in memory; try again as Retry-After says.",
        StatusCodes.Status429TooManyRequests => "Too many requests; wait a little.",
        >= 500 => "Something went wrong here, not in your request. The trace helps whoever runs the dashboard to find out what.",
        _ => "The request cannot be answered.",
    });

    static async Task WriteAsync(HttpContext context, int status, string detail, IReadOnlyList<WrongParameter>? wrong = null)
    {
        var response = context.Response;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ApiJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "about:blank");
            writer.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
            writer.WriteNumber("status", status);
            writer.WriteString("detail", detail);
            if (wrong is not null)
            {
                writer.WriteStartArray("errors");
                foreach (var parameter in wrong)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", parameter.Name);
                    writer.WriteString("found", parameter.Found);
                    writer.WriteString("expected", parameter.Expected);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            if (status >= StatusCodes.Status500InternalServerError)
            {
                writer.WriteString("trace", Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
            }

            writer.WriteEndObject();
        }

        response.StatusCode = status;
        response.ContentType = ContentType;
        response.ContentLength = buffer.WrittenCount;
        response.Headers.CacheControl = "no-store";
        response.Headers.Remove(HeaderNames.ETag);
        await response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }
}
