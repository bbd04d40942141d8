using System.Security.Cryptography;
using System.Text;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Serving;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;

namespace Dashboard.Meeting;

/// <summary>A whole meeting as one file that needs nothing else: the slides, their tables, decisions and, if wanted, notes.</summary>
sealed class MeetingDownload(IServiceProvider services, ILoggerFactory log, IStringLocalizer<SlideShow> text)
{
    /// <summary>Parameter that asks for the notes.</summary>
    public const string NotesParameter = "notes";

    static readonly string Style = Embedded("meeting.css");
    static readonly string Script = Embedded("meeting.js");

    /// <summary>Adds its address.</summary>
    public static void Map(WebApplication application) =>
        application.MapGet($"{MeetingAddresses.File}.html", async (HttpContext context, OpenMeeting open, ViewedRelease viewed, MeetingShows shows, MeetingDownload download) =>
            await shows.FindAsync(open, viewed, ViewQuery.Read(context.Request.QueryString.Value ?? ""), context.RequestAborted) is { Slides.Count: > 0 } show
                ? Results.File(await download.WriteAsync(show, context.Request.Query[NotesParameter] == "1"), "text/html; charset=utf-8", FileName(open.Session!))
                : Results.NotFound())
            .WithMetadata(new ReleaseViewAttribute(), new OfMeetingAttribute());

    /// <summary>Name of the file.</summary>
    public static string FileName(MeetingSession session) => $"lagesbild-mote-{session.Release}.html";

    /// <summary>Writes the file; the same meeting on the same release gives the same bytes.</summary>
    public async Task<byte[]> WriteAsync(MeetingShow show, bool withNotes)
    {
        await using var renderer = new HtmlRenderer(services, log);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MeetingFile>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MeetingFile.Show)] = show,
            [nameof(MeetingFile.Title)] = show.Name ?? text["Unnamed"].Value,
            [nameof(MeetingFile.WithNotes)] = withNotes,
            [nameof(MeetingFile.Style)] = Style,
            [nameof(MeetingFile.Script)] = Script,
        }))).ToHtmlString());
        return Encoding.UTF8.GetBytes(html);
    }

    /// <summary>How a content security policy names a text that may stand inside a page.</summary>
    public static string Digest(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";

    // The very files the pages use, kept in the program so that they are found wherever it runs.
    static string Embedded(string name)
    {
        using var reader = new StreamReader(typeof(MeetingDownload).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return $"\n{reader.ReadToEnd().ReplaceLineEndings("\n")}";
    }
}
