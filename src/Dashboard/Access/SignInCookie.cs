using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dashboard.Access;

/// <summary>The cookie of those who are signed in, and the one beside forms.</summary>
static class SignInCookie
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "cookie";

    /// <summary>How long it is good without being used.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>How long it is good in all, so that a role that was taken away ends the same day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Its name. Browsers take a name with the prefix by https only, for this host only.</summary>
    public static string Name(AccessOptions access) => Prefix(access) + "lagesbild";

    public static void Configure(CookieAuthenticationOptions options, AccessOptions access, TimeProvider time)
    {
        options.TimeProvider = time;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        Configure(options.Cookie, Name(access), access);
        // The way back from a provider is a visit from elsewhere, which strict cookies do not take part in.
        options.Cookie.SameSite = access.Way == SignInWay.Provider ? SameSiteMode.Lax : SameSiteMode.Strict;
        options.Events.OnValidatePrincipal = context =>
        {
            if (time.GetUtcNow() - Reader.Since(context.Principal) > Longest)
            {
                context.RejectPrincipal();
            }

            return Task.CompletedTask;
        };
    }

    public static void Configure(AntiforgeryOptions options, AccessOptions access)
    {
        Configure(options.Cookie, Prefix(access) + "lagesbild-form", access);
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.FormFieldName = "form";
    }

    /// <summary>Whether a request needs authentication at all. Forum pages of strangers must cost nothing.</summary>
    public static Func<HttpContext, bool> IsConcerned(AccessOptions access)
    {
        var name = Name(access);
        return context => context.Request.Cookies.ContainsKey(name) || context.Request.Path.Equals(ProviderSignIn.AnswerPath, StringComparison.OrdinalIgnoreCase);
    }

    static string Prefix(AccessOptions access) => access.Https ? "__Host-" : "";

    static void Configure(CookieBuilder cookie, string name, AccessOptions access)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SecurePolicy = access.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
