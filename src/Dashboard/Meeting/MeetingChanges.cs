using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Meeting;

/// <summary>Changes of a meeting that need more than a link: anything in the store, and notes.</summary>
sealed class MeetingChanges(Meetings meetings, MeetingSlides slides, MeetingWriters writers, ReleaseReader releases)
{
    /// <summary>Where forms are sent.</summary>
    public const string Path = "/mote/andra";

    /// <summary>Parameter of the list's page that says why a change was not made.</summary>
    public const string FaultParameter = "fault";

    /// <summary>Most characters of a whole form: a meeting kept in the address, a note, a few words.</summary>
    const long MostLength = 64 << 10;

    /// <summary>Adds the address: GET changes what is kept in the address only, POST what is in the store.</summary>
    public static void Map(WebApplication application)
    {
        application.MapGet(Path, Note);
        // The token is checked where it is decided who may change what, so that an old form is answered with a sentence.
        application.MapPost(Path, async (HttpContext context, MeetingChanges changes) => await changes.RespondAsync(context))
            .WithMetadata(new RequestSizeLimitMetadata(MostLength)).DisableAntiforgery();
    }

    /// <summary>A note beside a view of a meeting in the address: leads to the address that holds it.</summary>
    static IResult Note(HttpRequest request)
    {
        var query = ViewQuery.Read(request.QueryString.Value ?? "").OfMeeting();
        if (query.Meeting is not { } meeting || SessionLink.Read(meeting) is not { Session: { } session })
        {
            return To(query.ToMeeting());
        }

        var (view, note) = (request.Query["view"].ToString(), request.Query["note"].ToString());
        return SessionLink.Write(session.WithNote(view, note)) is { } next
            ? To((query with { Meeting = next }).ToMeeting(MeetingPage.IdOf(session, view)))
            : Back(query, MeetingFault.TooLong);
    }

    async Task<IResult> RespondAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return Results.BadRequest();
        }

        var refusal = await writers.RefusalAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var query = new ViewQuery { Meeting = Given(form, "meeting"), Release = Given(form, "release"), Lang = Given(form, "lang") };
        if (refusal is { } refused)
        {
            return Back(query, refused);
        }

        if (query.Meeting is not { } meeting || await meetings.ReadAsync(meeting, context.RequestAborted) is not { Session: { } session })
        {
            return To(query.ToMeeting());
        }

        return form["do"].ToString() == "name" ? await NameAsync(query, session, form["name"], context.RequestAborted)
            : SessionLink.Is(meeting) ? To(query.ToMeeting())
            : await ChangeAsync(query, session, form, context.RequestAborted);
    }

    async Task<IResult> NameAsync(ViewQuery query, MeetingSession session, string? wanted, CancellationToken cancellation) =>
        MeetingName.Read(wanted) is not { } name ? Back(query, MeetingFault.NoName)
        : await meetings.NameAsync(name, session, cancellation) ? To((query with { Meeting = name }).ToMeeting())
        : Back(query, MeetingFault.NameTaken);

    async Task<IResult> ChangeAsync(ViewQuery query, MeetingSession session, IFormCollection form, CancellationToken cancellation)
    {
        var (name, view) = (query.Meeting!, form["view"].ToString());
        if (form["do"].ToString() is not "pin")
        {
            await meetings.ChangeAsync(name, Change(form, view), cancellation);
            return To(query.ToMeeting(MeetingPage.IdOf(session, view)));
        }

        if (await releases.FindAsync(session.Release, cancellation) is not { } release || view.Length > PinnedView.MostAddress || slides.Of(release, new PinnedView(view), query.Lang).View is null)
        {
            return Back(query, MeetingFault.NoView);
        }

        if (session.Views.Count >= MeetingSession.MostViews)
        {
            return Back(query, MeetingFault.Full);
        }

        await meetings.ChangeAsync(name, x => x.Pin(view), cancellation);
        return To(Given(form, "back") is { } back && ViewLink.Read(back) is not null ? back : query.ToMeeting());
    }

    static Func<MeetingSession, MeetingSession> Change(IFormCollection form, string view) => form["do"].ToString() switch
    {
        "up" => x => x.Move(view, -1),
        "down" => x => x.Move(view, 1),
        "remove" => x => x.Remove(view),
        "note" => x => x.WithNote(view, form["note"].ToString()),
        _ => x => x,
    };

    static string? Given(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } value ? value : null;

    // See other: the browser asks with GET, and going back does not send the form again.
    static IResult To(string address) => new SeeOther(address);

    static IResult Back(ViewQuery query, MeetingFault fault) => To(QueryHelpers.AddQueryString(query.ToMeeting(), FaultParameter, fault.ToString()));

    sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }

    sealed record RequestSizeLimitMetadata(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}
