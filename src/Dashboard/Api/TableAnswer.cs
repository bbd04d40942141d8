using System.Buffers;
using System.Text.Json;
using Dashboard.Releases;

namespace Dashboard.Api;

/// <summary>Answers a request for rows, a piece at a time, so that neither memory nor the first byte waits for the last row.</summary>
static class TableAnswer
{
    /// <summary>Bytes that are written at once.</summary>
    const int Piece = 1 << 15;

    /// <summary>Answers a request for a table of a release.</summary>
    public static async Task RespondAsync(HttpContext context, ApiTable table)
    {
        if (await ReleaseOfRequest.FindAsync(context) is not { } asked)
        {
            return;
        }

        var wrong = new List<WrongParameter>();
        if (ApiQuery.Read(context.Request.Query, table, asked.Release, wrong) is not { } query)
        {
            await Problem.WrongParametersAsync(context, wrong);
            return;
        }

        var address = AddressAt(asked.Release, table, query, query.Skipped);
        asked.SetLocation(context.Response, address);
        if (!ApiCaching.IsKnown(context, address, asked.IsNamed ? ApiCaching.Forever : ApiCaching.AskEachTime))
        {
            await table.WriteAsync(context.Response, asked.Release, query, context.RequestAborted);
        }
    }

    /// <summary>Writes the rows with what is said of them.</summary>
    public static async Task WriteAsync<T>(HttpResponse response, LoadedRelease release, ApiTable<T> table, ApiQuery query, CancellationToken cancellation)
    {
        var rows = table.Find(release, query);
        var after = query.Skipped + query.Limit;
        var next = after < rows.Total ? AddressAt(release, table, query, after) : null;
        response.ContentType = ApiJson.ContentType;
        if (next is not null)
        {
            response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        var buffer = new ArrayBufferWriter<byte>(2 * Piece);
        using var writer = new Utf8JsonWriter(buffer, ApiJson.Options);
        writer.WriteStartObject();
        writer.WriteString("release", release.Manifest.Id);
        writer.WriteBoolean("demonstration", release.Manifest.Description.Demonstration);
        writer.WriteNumber("total", rows.Total);
        writer.WriteString("next", next);
        writer.WriteStartArray("rows");
        foreach (var row in rows.After(query.Skipped).Take(query.Limit))
        {
            table.RowColumns.Write(writer, row);
            if (buffer.WrittenCount + writer.BytesPending >= Piece)
            {
                writer.Flush();
                await SendAsync(response, buffer, cancellation);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        await SendAsync(response, buffer, cancellation);
    }

    // Written and not flushed: the compression decides when a block is full.
    static async Task SendAsync(HttpResponse response, ArrayBufferWriter<byte> buffer, CancellationToken cancellation)
    {
        await response.Body.WriteAsync(buffer.WrittenMemory, cancellation);
        buffer.ResetWrittenCount();
    }

    static string AddressAt(LoadedRelease release, ApiTable table, ApiQuery query, long place) =>
        $"{ApiAddress.Release(release.Manifest.Id)}/{table.Path}?{query.ParametersAt(place, release.Manifest.Id)}";
}
