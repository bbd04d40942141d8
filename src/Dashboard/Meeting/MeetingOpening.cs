using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Serving;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Meeting;

/// <summary>Marks a page or file of a meeting: it shows the meeting's release, and is made anew each time.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class OfMeetingAttribute : Attribute;

/// <summary>Opens the meeting that an address carries, and leads a meeting's own pages to the release it is held on.</summary>
sealed class MeetingOpening(RequestDelegate next, Meetings meetings)
{
    public async Task InvokeAsync(HttpContext context, OpenMeeting open)
    {
        if (context.GetEndpoint()?.Metadata is not { } metadata || metadata.GetMetadata<ReleaseViewAttribute>() is null)
        {
            await next(context);
            return;
        }

        var own = metadata.GetMetadata<OfMeetingAttribute>() is not null;
        var query = ViewQuery.Read(context.Request.QueryString.Value ?? "");
        if (query.Meeting is { } value)
        {
            try
            {
                (open.Value, (open.Session, open.Fault)) = (value, await meetings.ReadAsync(value, context.RequestAborted));
            }
            catch (StoreAwayException) when (!own)
            {
                // Any other page can be shown without the meeting.
                (open.Value, open.Fault) = (value, MeetingFault.StoreAway);
            }

            if (own && open.Session is { } session && query.Release != session.Release && HttpMethods.IsGet(context.Request.Method))
            {
                var given = QueryHelpers.ParseQuery(context.Request.QueryString.Value);
                given["release"] = session.Release;
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Redirect(QueryHelpers.AddQueryString(context.Request.Path, given));
                return;
            }
        }

        if (own || open.Name is not null || open.Fault is MeetingFault.UnknownName or MeetingFault.StoreAway)
        {
            context.Features.Set(NotKept.Instance);
        }

        await next(context);
    }
}
