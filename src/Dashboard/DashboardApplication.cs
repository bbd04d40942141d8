using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Analytics.Storage;
using Dashboard.Collaboration;
using Dashboard.Explore;
using Dashboard.Layout;
using Dashboard.Methods;
using Dashboard.Overview;
using Dashboard.Protection;
using Dashboard.Releases;
using Dashboard.Serving;
using Dashboard.Views;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;

namespace Dashboard;

/// <summary>The dashboard as a web application: what it is composed of, in the order a request meets it.</summary>
public static class DashboardApplication
{
    /// <summary>Where it listens unless told otherwise: this machine only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Puts the dashboard together over a store; the caller runs it.</summary>
    /// <param name="args">Settings such as <c>--urls</c>.</param>
    /// <param name="store">Where releases are read from; the caller owns it.</param>
    /// <param name="analyst">Whether the analyst's pages exist too; then it listens on this machine only.</param>
    /// <exception cref="Serving.OpenAddressException">The analyst's pages are wanted and the settings make it listen elsewhere.</exception>
    public static WebApplication Create(string[] args, IReleaseStore store, bool analyst = false)
    {
        // Named and placed by the program, so that style sheets are found whoever starts it, wherever.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(DashboardApplication).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(x => x.AddServerHeader = false);
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null && builder.Configuration["https_ports"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        if (analyst)
        {
            if (LoopbackOnly.Offence(builder.Configuration) is { } offence)
            {
                throw new OpenAddressException(offence);
            }

            builder.Configuration["AllowedHosts"] = LoopbackOnly.Hosts;
        }

        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A cookie of an earlier start cannot be read any more, and is replaced.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical);
        AddServices(builder.Services, store, new AnalystMode(analyst));
        var application = builder.Build();
        Map(application);
        return application;
    }

    static void AddServices(IServiceCollection services, IReleaseStore store, AnalystMode mode)
    {
        services.AddSingleton(mode);
        services.AddSingleton(new ReleaseReader(store));
        services.AddSingleton<ReleaseWatch>();
        services.AddSingleton(TimeProvider.System);
        // Asked for only where somebody keeps a view.
        services.AddSingleton(_ => store.Records.Views);
        services.AddSingleton<ExploreScreen>();
        services.AddScoped<ViewedRelease>();
        services.AddSingleton<Words>();
        services.AddSingleton<Provenance>();
        services.AddSingleton<ReadingColumns>();
        services.AddSingleton<ViewDownload>();
        Screens.Register(services);
        services.AddLocalization();
        Connections.Add(services.AddRazorComponents());
        // å, ä and ö as they are; only what means something in HTML is escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddOutputCache(x => x.SizeLimit = PageCache.Size);
        services.AddResponseCompression(x => x.Providers.Add<BrotliCompressionProvider>());
        services.Configure<ResponseCompressionOptions>(x => x.Providers.Add<GzipCompressionProvider>());
        // A page is compressed once and sent many times.
        services.Configure<BrotliCompressionProviderOptions>(x => x.Level = CompressionLevel.Optimal);
        // Forms only ask; no token outlives the process, and nothing is written to the home directory.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }

    static void Map(WebApplication application)
    {
        application.UseMiddleware<SecurityHeaders>();
        application.UseHsts();
        application.UseMiddleware<HeadRequests>();
        application.UseMiddleware<RequestLanguage>();
        application.UseExceptionHandler("/fel", createScopeForErrors: true);
        application.UseStatusCodePagesWithReExecute("/saknas", createScopeForStatusCodePages: true);
        application.UseRouting();
        application.UseMiddleware<AnalystPages>();
        application.UseMiddleware<ReleaseView>();
        application.UseOutputCache();
        application.UseResponseCompression();
        application.UseAntiforgery();
        application.MapStaticAssets();
        application.MapGet("/oversikt.csv", OverviewDownload.Respond).WithMetadata(new ReleaseViewAttribute()).CacheOutput(x => x.AddPolicy<PageCache>(), excludeDefaultPolicy: true);
        application.MapGet("/metoder.csv", MethodDownload.RespondCsv).WithMetadata(new ReleaseViewAttribute()).CacheOutput(x => x.AddPolicy<PageCache>(), excludeDefaultPolicy: true);
        application.MapGet("/metoder.svg", MethodDownload.RespondSvg).WithMetadata(new ReleaseViewAttribute()).CacheOutput(x => x.AddPolicy<PageCache>(), excludeDefaultPolicy: true);
        application.MapGet("/samverkan.csv", CollaborationDownload.RespondCsv).WithMetadata(new ReleaseViewAttribute()).CacheOutput(x => x.AddPolicy<PageCache>(), excludeDefaultPolicy: true);
        application.MapGet("/samverkan-natverk.svg", CollaborationDownload.RespondNetwork).WithMetadata(new ReleaseViewAttribute()).CacheOutput(x => x.AddPolicy<PageCache>(), excludeDefaultPolicy: true);
        application.MapGet("/samverkan.svg", CollaborationDownload.RespondSvg).WithMetadata(new ReleaseViewAttribute()).CacheOutput(x => x.AddPolicy<PageCache>(), excludeDefaultPolicy: true);
        application.MapGet("/skydd.csv", ProtectionDownload.RespondAsync).WithMetadata(new ReleaseViewAttribute(), new AnalystOnlyAttribute());
        ViewDownload.Map(application);
        ExploreDownload.Map(application);
        application.MapRazorComponents<App>().AddConnections().CacheOutput(x => x.AddPolicy<PageCache>(), excludeDefaultPolicy: true);
    }
}
