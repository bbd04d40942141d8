using System.Buffers;
using System.Text.Json;
using Analytics.Storage;
using Dashboard.Releases;

namespace Dashboard.Api;

/// <summary>The list of published releases.</summary>
static class ReleasesResource
{
    public static Columns<ReleaseSummary> Columns { get; } = new Columns<ReleaseSummary>()
        .Text("id", "Id of the release: a digest of its content.", x => x.Id)
        .Text("title", "Title of its data.", x => x.Title)
        .Time("created", "When it was built, UTC.", x => x.Created)
        .Time("published", "When it was last made current, UTC.", x => x.Published ?? x.Created)
        .Flag("current", "Whether it is the current one.", x => x.Current)
        .Flag("demonstration", "Whether its data are made up.", x => x.Demonstration)
        .Flag("audit_passed", "Whether its latest audit found nothing that could be recovered; null before one.", x => x.AuditPassed, nullable: true);

    /// <summary>A made-up release.</summary>
    public static ReleaseSummary Example => new(
        "0123456789abcdef", "Skolenkät 2025", new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero), true, true, false, 2);

    public static async Task RespondAsync(HttpContext context)
    {
        if (await Parameters.AreRefusedAsync(context))
        {
            return;
        }

        var releases = await context.RequestServices.GetRequiredService<ReleaseReader>().PublishedAsync(context.RequestAborted);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ApiJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("total", releases.Count);
            writer.WriteStartArray("rows");
            foreach (var release in releases)
            {
                Columns.Write(writer, release);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        await WholeAnswer.SendAsync(context, buffer.WrittenMemory);
    }
}
