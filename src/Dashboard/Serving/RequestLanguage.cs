using System.Globalization;
using Dashboard.Api;
using Dashboard.Navigation;

namespace Dashboard.Serving;

/// <summary>The language of a request: the address's <c>lang</c>, else the cookie of an earlier choice, else Swedish.</summary>
/// <remarks>What the browser asks for is left aside: the same link shows the same page to everyone in the room.</remarks>
sealed class RequestLanguage(RequestDelegate next)
{
    public const string CookieName = "lang";

    static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    // Asynchronous so that the culture ends with the request.
    public async Task InvokeAsync(HttpContext context)
    {
        if (ApiAddress.IsFor(context.Request.Path))
        {
            // Programs get the same bytes whatever a browser on the machine has chosen.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            await next(context);
            return;
        }

        var chosen = Known(ViewQuery.Read(context.Request.QueryString.Value ?? "").Lang);
        var kept = Known(context.Request.Cookies[CookieName]);
        if (chosen is not null && chosen != kept)
        {
            context.Response.Cookies.Append(CookieName, chosen.Name, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        }

        var language = chosen ?? kept ?? Swedish;
        CultureInfo.CurrentCulture = language;
        CultureInfo.CurrentUICulture = language;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.ContentLanguage = language.Name;
            return Task.CompletedTask;
        });
        await next(context);
    }

    static CultureInfo? Known(string? name) => name switch { "sv" => Swedish, "en" => English, _ => null };
}
