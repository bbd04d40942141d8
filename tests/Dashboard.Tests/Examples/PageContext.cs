using System.Globalization;
using Analytics.Release;
using Bunit;
using Dashboard.Access;
using Dashboard.Explore;
using Dashboard.Layout;
using Dashboard.Meeting;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Tests.Access;
using Dashboard.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

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
        Store = release is null ? new MemoryStore() : MemoryStore.Of(release);
        State = new StoreState(Clock, NullLogger<StoreState>.Instance, new AtOnce());
        Services.AddSingleton(State);
        Services.AddSingleton(new ReleaseReader(Store, State));
        Services.AddSingleton(new LastAnswers(State));
        Services.AddSingleton(Meetings = new Meetings(Store, State, new LastAnswers(State), TimeProvider.System));
        Services.AddSingleton<MeetingSlides>();
        Services.AddSingleton<MeetingShows>();
        Services.AddAntiforgery();
        Services.AddSingleton<MeetingWriters>();
        Services.AddSingleton(Open);
        Services.AddSingleton<ReleaseWatch>();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(_ => Store.Records.Views);
        Services.AddSingleton<ExploreScreen>();
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

    /// <summary>Questions to the store are answered before a page is rendered, as on the server.</summary>
    sealed class AtOnce : TaskScheduler
    {
        protected override IEnumerable<Task> GetScheduledTasks() => [];

        protected override void QueueTask(Task task) => TryExecuteTask(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);
    }

    /// <summary>Meetings in the store of the release.</summary>
    public Meetings Meetings { get; }

    /// <summary>The meeting that the address carries.</summary>
    public OpenMeeting Open { get; } = new();

    public ViewedRelease Viewed { get; } = new();

    /// <summary>What whoever runs the service has set: nothing, until a test does.</summary>
    public ConfigurationManager Settings { get; } = new();

    /// <summary>The clock by which the store is waited for and left in peace.</summary>
    public MadeUpTime Clock { get; } = new();

    /// <summary>Whether the store answers.</summary>
    public StoreState State { get; }

    /// <summary>The store behind it.</summary>
    public MemoryStore Store { get; }

    /// <summary>The page at an address, with a connection or as it is before it has one.</summary>
    public IRenderedComponent<T> At<T>(string address, Action<ComponentParameterCollectionBuilder<T>>? parameters = null, bool connected = true)
        where T : IComponent
    {
        if (ViewQuery.Read(address).Meeting is { } meeting)
        {
            (Open.Value, (Open.Session, Open.Fault)) = (meeting, Meetings.ReadAsync(meeting, CancellationToken.None).GetAwaiter().GetResult());
        }

        SetRendererInfo(new RendererInfo(connected ? "Server" : "Static", connected));
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
