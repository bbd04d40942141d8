using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Analytics.Storage;
using Dashboard.Access;
using Dashboard.Api;
using Dashboard.Explore;
using Dashboard.Layout;
using Dashboard.Meeting;
using Dashboard.Protection;
using Dashboard.Releases;
using Dashboard.Serving;
using Dashboard.Telemetry;
using Dashboard.Views;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Console;

namespace Dashboard;

/// <summary>The dashboard as a web application: what it is composed of, in the order a request meets it.</summary>
public static class DashboardApplication
{
    /// <summary>Where it listens unless told otherwise: this machine only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Checks what the settings say about access and telemetry, before anything is begun.</summary>
    /// <param name="args">Settings such as <c>--urls</c>.</param>
    /// <exception cref="SettingsProblemsException">The settings are wrong.</exception>
    public static void Check(string[] args)
    {
        var settings = Begin(args).Configuration;
        AccessSettings.Read(settings);
        TelemetryOptions.Read(settings);
    }

    /// <summary>Puts the dashboard together over a store; the caller runs it.</summary>
    /// <param name="args">Settings such as <c>--urls</c>.</param>
    /// <param name="store">Where releases are read from and the audit trail is written; the caller owns it.</param>
    /// <param name="adjust">Changes what is composed, before it is.</param>
    /// <exception cref="SettingsProblemsException">The settings are wrong.</exception>
    public static WebApplication Create(string[] args, IReleaseStore store, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = Begin(args);
        var access = AccessSettings.Read(builder.Configuration);
        if (access.Way == SignInWay.PrintedLink)
        {
            builder.Configuration["AllowedHosts"] = LoopbackOnly.Hosts;
        }

        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // A probe asks every few seconds; the program itself says once that the store is away, and once that it is back.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // What goes wrong on the way through the provider is told by the program, without what the provider says of the person.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.IdentityModel", LogLevel.None);
        AddServices(builder.Services, store);
        SignIn.Register(builder.Services, access);
        if (TelemetryOptions.Read(builder.Configuration) is { } telemetry)
        {
            TelemetryExport.Register(builder.Services, telemetry);
        }

        // å, ä and ö as they are; only what means something in HTML is escaped. Last, or the framework's own would count.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        adjust?.Invoke(builder);
        var application = builder.Build();
        Map(application, access);
        return application;
    }

    static WebApplicationBuilder Begin(string[] args)
    {
        // Named and placed by the program, so that style sheets are found whoever starts it, wherever.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(DashboardApplication).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // The file in the working directory, which names the store too; everything else goes before it.
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource { FileProvider = new PhysicalFileProvider(Directory.GetCurrentDirectory()), Path = "appsettings.json", Optional = true });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(x => x.AddServerHeader = false);
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null && builder.Configuration["https_ports"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        return builder;
    }

    static void AddServices(IServiceCollection services, IReleaseStore store)
    {
        services.AddSingleton(store);
        services.AddSingleton<StoreState>();
        services.AddSingleton<LastAnswers>();
        services.AddSingleton<ReleaseReader>();
        services.AddSingleton<ReleaseWatch>();
        services.AddSingleton(TimeProvider.System);
        Health.Register(services);
        // Asked for only where somebody keeps a view.
        services.AddSingleton(_ => store.Records.Views);
        services.AddSingleton<ExploreScreen>();
        services.AddScoped<ViewedRelease>();
        services.AddSingleton<Words>();
        services.AddSingleton<Provenance>();
        services.AddSingleton<ReadingColumns>();
        services.AddSingleton<ViewDownload>();
        Screens.Register(services);
        MeetingMode.Register(services);
        services.AddLocalization();
        Connections.Add(services.AddRazorComponents());
        // As machines read them: with the time, and not the server's own.
        services.Configure<JsonConsoleFormatterOptions>(x => (x.UseUtcTimestamp, x.TimestampFormat) = (true, x.TimestampFormat ?? "yyyy-MM-ddTHH:mm:ss.fffZ"));
        services.AddOutputCache(x => x.SizeLimit = PageCache.Size);
        services.AddResponseCompression(x => x.Providers.Add<BrotliCompressionProvider>());
        services.Configure<ResponseCompressionOptions>(x => x.Providers.Add<GzipCompressionProvider>());
        // A page is compressed once and sent many times.
        services.Configure<BrotliCompressionProviderOptions>(x => x.Level = CompressionLevel.Optimal);
        // No sign-in and no form outlives the process, and nothing is written to the home directory.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }

    static void Map(WebApplication application, AccessOptions access)
    {
        if (access.TrustedProxies.Count > 0)
        {
            application.UseForwardedHeaders();
        }

        application.UseMiddleware<SecurityHeaders>();
        application.UseHsts();
        // Before limits, trail, roles and languages: whoever watches the program has none of them.
        Health.Use(application);
        application.UseRateLimiter();
        application.UseMiddleware<DownloadTrail>();
        application.UseMiddleware<HeadRequests>();
        application.UseMiddleware<RequestLanguage>();
        application.UseExceptionHandler("/fel", createScopeForErrors: true);
        application.UseStatusCodePagesWithReExecute("/saknas", createScopeForStatusCodePages: true);
        application.UseMiddleware<AnswerPages>();
        // Or the framework puts it before everything, for every request.
        ((IApplicationBuilder)application).Properties["__AuthenticationMiddlewareSet"] = true;
        application.UseWhen(SignInCookie.IsConcerned(access), x => x.UseAuthentication());
        application.UseMiddleware<ApiErrors>();
        application.UseMiddleware<StoreAwayAnswers>();
        application.UseRouting();
        application.UseMiddleware<RoleGate>();
        application.UseMiddleware<MeetingOpening>();
        application.UseMiddleware<ReleaseView>();
        application.UseOutputCache();
        application.UseResponseCompression();
        application.UseAntiforgery();
        application.MapStaticAssets();
        application.MapApi();
        application.MapGet("/skydd.csv", ProtectionDownload.RespondAsync).WithMetadata(new ReleaseViewAttribute(), new AnalystOnlyAttribute());
        ViewDownload.Map(application);
        MeetingMode.Map(application);
        ExploreDownload.Map(application);
        SignIn.Map(application, access);
        application.MapRazorComponents<App>().AddConnections().CacheOutput(x => x.AddPolicy<PageCache>(), excludeDefaultPolicy: true);
    }
}
