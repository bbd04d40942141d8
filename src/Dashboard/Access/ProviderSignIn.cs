using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dashboard.Access;

/// <summary>Sign-in through an OpenID Connect provider: code flow with PKCE. Of what the provider tells, a role and an opaque subject are kept; no token, name or address.</summary>
static partial class ProviderSignIn
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "provider";

    /// <summary>Where sign-in begins. By GET, since a form may not lead away from the dashboard.</summary>
    public const string StartPath = "/logga-in/start";

    /// <summary>Where the provider sends its answer: the redirect URI to register with it.</summary>
    public const string AnswerPath = "/logga-in/svar";

    public static void Configure(OpenIdConnectOptions options, AccessOptions access, TimeProvider time)
    {
        options.TimeProvider = time;
        options.SignInScheme = SignInCookie.Scheme;
        options.Authority = access.Authority!.ToString();
        options.RequireHttpsMetadata = access.Authority.Scheme == "https";
        (options.ClientId, options.ClientSecret) = (access.ClientId, access.ClientSecret);
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as a visit and not as a form of another site, so that lax cookies do.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.Scope.Clear();
        foreach (var scope in access.Scopes.Prepend(OpenIdConnectScope.OpenId))
        {
            options.Scope.Add(scope);
        }

        options.CallbackPath = AnswerPath;
        (options.SignedOutCallbackPath, options.RemoteSignOutPath) = (default, default);
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.HttpOnly = true;
            cookie.SecurePolicy = access.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnTokenValidated = context =>
        {
            var issuer = context.SecurityToken.Issuer;
            var subject = Reader.OpaqueSubject(access.ClientSecret, issuer, context.SecurityToken.Subject);
            var role = access.RoleOf(context.Principal!.FindAll(access.RoleClaim).Select(x => x.Value));
            context.Principal = new Reader(role, subject).ToPrincipal(time.GetUtcNow());
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = context =>
        {
            // Nothing of what was remembered on the way goes into the cookie.
            context.Properties = new AuthenticationProperties();
            Trail(context.HttpContext).Write(TrailActions.SignIn, Reader.Of(context.Principal).Actor, access.Authority.Host);
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            Trail(context.HttpContext).Write(TrailActions.SignInRefused, Reader.Stranger.Actor, access.Authority.Host);
            LogRefused(Log(context.HttpContext), context.Failure?.GetType().Name, Code(context.Failure));
            context.Response.Redirect(SignInPage.RefusedPath);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    /// <summary>Sends the reader to the provider; where that cannot be reached, to a page that says so.</summary>
    /// <param name="context">The request.</param>
    /// <param name="returnTo">Path to come back to.</param>
    public static async Task AskAsync(HttpContext context, string returnTo)
    {
        try
        {
            await context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = returnTo });
        }
        catch (InvalidOperationException e)
        {
            LogAway(Log(context), e.Message);
            context.Response.Redirect(SignInPage.AwayPath);
        }
    }

    static TrailWriter Trail(HttpContext context) => context.RequestServices.GetRequiredService<TrailWriter>();

    static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderSignIn).FullName!);

    // The provider's own words may name the person; its error codes are words of the protocol.
    static string Code(Exception? failure) =>
        (failure?.Data["error"] ?? failure?.InnerException?.Data["error"]) is string code && ErrorCode().IsMatch(code) ? code : "no error code";

    [GeneratedRegex(@"^[a-z_]{1,40}\z")]
    private static partial Regex ErrorCode();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in through the provider was refused: {Failure}, {Code}.")]
    static partial void LogRefused(ILogger log, string? failure, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sign-in provider cannot be asked: {Reason}")]
    static partial void LogAway(ILogger log, string reason);
}
