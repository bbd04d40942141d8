using Dashboard.Access;
using Dashboard.Tests.Examples;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Dashboard.Tests.Access;

public sealed class RoleGateTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The status that a page gets, 200 where it is let through.</summary>
    static async Task<int> StatusAsync(AccessRole role, string path, bool requireSignIn, params object[] metadata)
    {
        var context = new DefaultHttpContext { Request = { Path = path, Method = "POST" } };
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(metadata), "a page"));
        if (role != AccessRole.None)
        {
            context.Features.Set<IHttpAuthenticationFeature>(new HttpAuthenticationFeature { User = new Reader(role, "00ff").ToPrincipal(DateTimeOffset.UnixEpoch) });
        }

        var gate = new RoleGate(_ => Task.CompletedTask, new AccessOptions { Way = SignInWay.Provider, RequireSignIn = requireSignIn });
        await gate.InvokeAsync(context, new CurrentReader());
        Assert.Equal(context.Response.StatusCode == 200, context.GetEndpoint() is not null);
        return context.Response.StatusCode;
    }

    [Theory]
    [InlineData(AccessRole.None, 403)]
    [InlineData(AccessRole.Viewer, 403)]
    [InlineData(AccessRole.Analyst, 200)]
    [InlineData(AccessRole.Administrator, 200)]
    public async Task Gate_OfLiveConnections_IsForAnalysts(object role, int status) => Assert.Equal(status, await StatusAsync((AccessRole)role, "/_blazor/negotiate", requireSignIn: false));

    [Fact]
    public async Task Gate_WhereSignInIsRequired_IsClosedForWhateverIsNotMarkedOpen()
    {
        Assert.Equal(403, await StatusAsync(AccessRole.None, "/api/something-new", requireSignIn: true));
        Assert.Equal(200, await StatusAsync(AccessRole.Viewer, "/api/something-new", requireSignIn: true));
        Assert.Equal(200, await StatusAsync(AccessRole.None, "/logga-ut", requireSignIn: true, new BeforeSignInAttribute()));
        Assert.Equal(200, await StatusAsync(AccessRole.None, "/site.css", requireSignIn: true, new StaticAssetDescriptor { Route = "site.css", AssetPath = "site.css" }));
        Assert.Equal(200, await StatusAsync(AccessRole.None, "/api/something-new", requireSignIn: false));
        Assert.Equal(403, await StatusAsync(AccessRole.Viewer, "/handelser", requireSignIn: false, new AdministratorOnlyAttribute()));
    }

    [Fact]
    public async Task Stranger_OnAForumPage_CostsNoAuthentication()
    {
        var counted = new Counted();
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()), adjust: x =>
        {
            var real = x.Services.Last(y => y.ServiceType == typeof(IAuthenticationService)).ImplementationType!;
            x.Services.Replace(ServiceDescriptor.Scoped<IAuthenticationService>(y => new Counting((IAuthenticationService)ActivatorUtilities.CreateInstance(y, real), counted)));
        });
        await dashboard.Client.GetStringAsync("/", Cancellation);
        await dashboard.Client.GetStringAsync("/om", Cancellation);
        Assert.Equal(0, counted.Times);

        using var owner = await dashboard.NewOwnerAsync();
        await owner.GetStringAsync("/om", Cancellation);
        Assert.NotEqual(0, counted.Times);
    }

    sealed class Counted
    {
        public int Times { get; set; }
    }

    sealed class HttpAuthenticationFeature : IHttpAuthenticationFeature
    {
        public System.Security.Claims.ClaimsPrincipal? User { get; set; }
    }

    sealed class Counting(IAuthenticationService real, Counted counted) : IAuthenticationService
    {
        public Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme)
        {
            counted.Times++;
            return real.AuthenticateAsync(context, scheme);
        }

        public Task ChallengeAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => real.ChallengeAsync(context, scheme, properties);

        public Task ForbidAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => real.ForbidAsync(context, scheme, properties);

        public Task SignInAsync(HttpContext context, string? scheme, System.Security.Claims.ClaimsPrincipal principal, AuthenticationProperties? properties) => real.SignInAsync(context, scheme, principal, properties);

        public Task SignOutAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => real.SignOutAsync(context, scheme, properties);
    }
}
