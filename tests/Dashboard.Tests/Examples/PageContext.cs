using System.Globalization;
using Analytics.Release;
using Bunit;
using Dashboard.Explore;
using Dashboard.Layout;
using Dashboard.Releases;
using Dashboard.Serving;
using Dashboard.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Examples;

/// <summary>Renders one page as the server would, in one language.</summary>
sealed class PageContext : BunitContext
{
    public PageContext(string language, ReleaseDocument? release, bool latest = true, bool analyst = false)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Services.AddLocalization();
        Services.AddSingleton<Words>();
        Services.AddSingleton<Provenance>();
        Services.AddSingleton<ReadingColumns>();
        Screens.Register(Services);
        Services.AddSingleton(new AnalystMode(analyst));
        Store = release is null ? new MemoryStore() : MemoryStore.Of(release);
        Services.AddSingleton(new ReleaseReader(Store));
        Services.AddSingleton<ReleaseWatch>();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(_ => Store.Records.Views);
        Services.AddSingleton<ExploreScreen>();
        Viewed.Release = release is null ? null : new LoadedRelease(release, release.Manifest.Created, MemoryStore.PassedAudit);
        Viewed.IsLatest = latest;
        Services.AddSingleton(Viewed);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public ViewedRelease Viewed { get; } = new();

    /// <summary>The store behind it.</summary>
    public MemoryStore Store { get; }

    /// <summary>The page at an address.</summary>
    public IRenderedComponent<T> At<T>(string address, Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render(parameters ?? (_ => { }));
    }
}

/// <summary>Texts as a reader sees them.</summary>
static class Reading
{
    /// <summary>One space between words.</summary>
    public static string Of(AngleSharp.Dom.INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
