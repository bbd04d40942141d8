using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Dashboard.Tests.Access;

/// <summary>An OpenID Connect provider on a free port of this machine, which signs everybody in at once as the person it is told.</summary>
sealed class LocalProvider : IAsyncDisposable
{
    public const string ClientId = "lagesbild";
    public const string ClientSecret = "a-secret-of-the-test-only";

    // Of this run of the tests only; made once, since it takes a while.
    static readonly RsaSecurityKey SigningKey = new(RSA.Create(2048)) { KeyId = "test" };
    static readonly SymmetricSecurityKey EncryptionKey = new(RandomNumberGenerator.GetBytes(32));

    readonly WebApplication application;

    LocalProvider(WebApplication application) => this.application = application;

    public string Authority => application.Urls.First();

    /// <summary>Who is signed in next.</summary>
    public Person Next { get; set; } = new("subject-4711", "Anna Testsson", "anna.testsson@example.se", []);

    /// <summary>Settings under which a dashboard uses this provider.</summary>
    public string[] Settings => [$"Authority={Authority}", $"ClientId={ClientId}", $"ClientSecret={ClientSecret}", "Roles:viewer=forum", "Roles:analyst=analytiker", "Roles:administrator=chef;drift", "Scope=roles"];

    /// <summary>Whether it refuses instead.</summary>
    public bool Refuses { get; set; }

    /// <summary>Tokens it has given out.</summary>
    public List<string> Tokens { get; } = [];

    public static async Task<LocalProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        LocalProvider? provider = null;
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.EnableDegradedMode();
            options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            options.RegisterScopes("roles");
            options.AddEncryptionKey(EncryptionKey).AddSigningKey(SigningKey);
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(x => x.UseInlineHandler(_ => default));
            options.AddEventHandler<ValidateTokenRequestContext>(x => x.UseInlineHandler(context =>
            {
                if ((context.ClientId, context.ClientSecret) != (ClientId, ClientSecret))
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                }

                return default;
            }));
            options.AddEventHandler<HandleAuthorizationRequestContext>(x => x.UseInlineHandler(context =>
            {
                if (provider!.Refuses)
                {
                    context.Reject(OpenIddictConstants.Errors.AccessDenied, $"{provider.Next.Name} is not let in.");
                }
                else
                {
                    context.SignIn(provider.Next.ToPrincipal(context.Request.GetScopes()));
                }

                return default;
            }));
            options.AddEventHandler<ApplyTokenResponseContext>(x => x.UseInlineHandler(context =>
            {
                provider!.Tokens.AddRange(((string?[])[context.Response.IdToken, context.Response.AccessToken]).OfType<string>());
                return default;
            }));
        });
        var application = builder.Build();
        application.UseAuthentication();
        provider = new LocalProvider(application);
        await application.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }

    /// <summary>A made-up person.</summary>
    public sealed record Person(string Subject, string Name, string Email, string[] Roles)
    {
        public ClaimsPrincipal ToPrincipal(ImmutableArray<string> scopes)
        {
            var identity = new ClaimsIdentity("local", Claims.Name, "roles");
            identity.SetClaim(Claims.Subject, Subject).SetClaim(Claims.Name, Name).SetClaim(Claims.Email, Email);
            foreach (var role in Roles)
            {
                identity.AddClaim(new Claim("roles", role));
            }

            identity.SetScopes(scopes);
            identity.SetDestinations(_ => [Destinations.IdentityToken, Destinations.AccessToken]);
            return new ClaimsPrincipal(identity);
        }
    }
}
