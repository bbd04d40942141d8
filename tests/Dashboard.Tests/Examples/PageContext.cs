using System.Globalization;
using Analytics.Release;
using Bunit;
using Dashboard.Access;
using Dashboard.Layout;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Configuration;
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
        Services.AddSingleton(new AccessOptions { Way = SignInWay.PrintedLink });
        Services.AddSingleton(new CurrentReader { Reader = analyst ? Reader.Owner : Reader.Stranger });
        Services.AddSingleton<AntiforgeryStateProvider, NoForms>();
        Services.AddSingleton(new ReleaseReader(release is null ? new MemoryStore() : MemoryStore.Of(release)));
        Viewed.Release = release is null ? null : new LoadedRelease(release, release.Manifest.Created, MemoryStore.PassedAudit);
        Viewed.IsLatest = latest;
        Services.AddSingleton(Viewed);
        Services.AddSingleton<IConfiguration>(Settings);
    }

    /// <summary>Forms without a token: nothing is sent from here.</summary>
    sealed class NoForms : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }

    public ViewedRelease Viewed { get; } = new();

    /// <summary>What whoever runs the service has set: nothing, until a test does.</summary>
    public ConfigurationManager Settings { get; } = new();

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
