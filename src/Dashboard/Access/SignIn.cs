using Analytics.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.HttpOverrides;

namespace Dashboard.Access;

/// <summary>What signing in consists of, for the way that is set.</summary>
static class SignIn
{
    /// <summary>Registers it.</summary>
    public static void Register(IServiceCollection services, AccessOptions access)
    {
        services.AddSingleton(access);
        services.AddScoped<CurrentReader>();
        services.AddSingleton(x => x.GetRequiredService<IReleaseStore>().Records.Trail);
        services.AddSingleton<TrailWriter>();
        services.AddHostedService(x => x.GetRequiredService<TrailWriter>());
        services.AddRateLimiter(RequestLimits.Configure);
        services.AddAntiforgery(x => SignInCookie.Configure(x, access));
        services.AddOptions<CookieAuthenticationOptions>(SignInCookie.Scheme).Configure<TimeProvider>((x, time) => SignInCookie.Configure(x, access, time));
        var schemes = services.AddAuthentication(SignInCookie.Scheme).AddCookie(SignInCookie.Scheme);
        if (access.Way == SignInWay.PrintedLink)
        {
            services.AddSingleton<SignInKey>();
        }
        else if (access.Way == SignInWay.Provider)
        {
            services.AddOptions<OpenIdConnectOptions>(ProviderSignIn.Scheme).Configure<TimeProvider>((x, time) => ProviderSignIn.Configure(x, access, time));
            schemes.AddOpenIdConnect(ProviderSignIn.Scheme, _ => { });
        }

        services.Configure<ForwardedHeadersOptions>(x =>
        {
            (x.ForwardedHeaders, x.ForwardLimit) = (ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, null);
            x.KnownIPNetworks.Clear();
            x.KnownProxies.Clear();
            foreach (var proxy in access.TrustedProxies)
            {
                x.KnownIPNetworks.Add(proxy);
            }
        });
    }

    /// <summary>Adds the addresses that are no pages.</summary>
    public static void Map(WebApplication application, AccessOptions access)
    {
        application.MapPost(SignOut.Path, SignOut.RespondAsync).WithMetadata(new BeforeSignInAttribute());
        if (access.Way == SignInWay.PrintedLink)
        {
            application.MapPost(KeySignIn.Path, KeySignIn.RespondAsync).WithMetadata(new BeforeSignInAttribute());
        }
        else if (access.Way == SignInWay.Provider)
        {
            application.MapGet(ProviderSignIn.StartPath, x => ProviderSignIn.AskAsync(x, "/")).WithMetadata(new BeforeSignInAttribute());
        }
    }
}
