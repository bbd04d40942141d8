using System.Globalization;
using Dashboard.Releases;

namespace Dashboard.Serving;

/// <summary>Answers what cannot be answered without the store, while it is away: 503 and when to try again. The page or problem that says so is added by the steps before.</summary>
sealed class StoreAwayAnswers(RequestDelegate next)
{
    /// <summary>Whether the request has this answer, and the page that tells of it is being rendered.</summary>
    public static bool IsOne(HttpContext context) => context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable && AnswerPages.IsOne(context);

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (StoreAwayException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            Set(context.Response);
        }
    }

    /// <summary>Sets status and headers.</summary>
    public static void Set(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = StoreState.Pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
    }
}
