using Dashboard.Views;

namespace Dashboard.Access;

/// <summary>The page that somebody was on the way to when asked to sign in with the printed link, kept in a cookie for as long as a link is good.</summary>
static class WantedPage
{
    const string CookieName = "till";

    /// <summary>Keeps the address of the request.</summary>
    public static void Keep(HttpContext context) =>
        context.Response.Cookies.Append(CookieName, context.Request.Path + context.Request.QueryString, Options(context, TimeSpan.FromHours(1)));

    /// <summary>The address that was kept, which is forgotten; the start page where there is none, or none of this dashboard.</summary>
    public static string Take(HttpContext context)
    {
        var address = context.Request.Cookies[CookieName];
        context.Response.Cookies.Delete(CookieName, Options(context, null));
        return ViewLink.IsWithin(address) ? address! : "/";
    }

    static CookieOptions Options(HttpContext context, TimeSpan? age) =>
        new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = age };
}
