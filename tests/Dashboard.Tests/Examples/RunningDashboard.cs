using System.Net;
using System.Text.RegularExpressions;
using Analytics.Storage;
using Dashboard.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Examples;

/// <summary>The dashboard on a free port of this machine.</summary>
sealed partial class RunningDashboard : IAsyncDisposable
{
    readonly WebApplication application;
    readonly Lazy<Task<Cookie>> owner;

    RunningDashboard(WebApplication application, MemoryStore store)
    {
        (this.application, Store) = (application, store);
        Address = new Uri(application.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        Client = NewClient();
        owner = new Lazy<Task<Cookie>>(SignInAsync);
    }

    public MemoryStore Store { get; }

    public Uri Address { get; }

    /// <summary>What it is composed of.</summary>
    public IServiceProvider Services => application.Services;

    /// <summary>A browser without cookies, redirects or decompression.</summary>
    public HttpClient Client { get; }

    /// <summary>What the program would print about who can sign in.</summary>
    public string StartLine => StartLines.Of(application);

    /// <summary>The link that signs the owner of this machine in; null when there is none, or none any more.</summary>
    public Uri? Link => StartLines.LinkOf(application);

    /// <summary>Starts it.</summary>
    /// <param name="store">Its releases.</param>
    /// <param name="access">Settings of the section <c>Access</c>: <c>Authority=http://…</c>.</param>
    /// <param name="url">Where it listens.</param>
    /// <param name="adjust">Changes what it is composed of.</param>
    /// <param name="settings">Other settings, with their sections.</param>
    public static async Task<RunningDashboard> StartAsync(
        MemoryStore store, IEnumerable<string>? access = null, string url = "http://127.0.0.1:0", Action<WebApplicationBuilder>? adjust = null, IEnumerable<string>? settings = null)
    {
        var application = DashboardApplication.Create(["--urls", url, .. (access ?? []).Select(x => $"--Access:{x}"), .. (settings ?? []).Select(x => $"--{x}")], store, adjust);
        await application.StartAsync();
        return new RunningDashboard(application, store);
    }

    public HttpClient NewClient() => NewClient(new SocketsHttpHandler { UseCookies = false });

    /// <summary>The browser of the machine's owner, who opened the printed link.</summary>
    public async Task<HttpClient> NewOwnerAsync()
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Add("Cookie", (await OwnerCookieAsync()).ToString());
        return client;
    }

    /// <summary>The cookie of the machine's owner; the link is used once for all.</summary>
    public Task<Cookie> OwnerCookieAsync() => owner.Value;

    /// <summary>The audit trail, the oldest entry first, once everything is written.</summary>
    public async Task<IReadOnlyList<TrailEntry>> TrailAsync(CancellationToken cancellation)
    {
        await application.Services.GetRequiredService<TrailWriter>().WrittenAsync(cancellation);
        return [.. (await Store.Records.Trail.LatestAsync(1000, cancellation)).Reverse()];
    }

    /// <summary>Sends the form of a page as a browser would.</summary>
    /// <param name="client">A browser that keeps cookies.</param>
    /// <param name="page">Address of the page.</param>
    /// <param name="action">Where the form goes.</param>
    /// <param name="more">Other fields.</param>
    public static async Task<HttpResponseMessage> SendFormAsync(HttpClient client, string page, string action, params (string Name, string Value)[] more)
    {
        var html = await client.GetStringAsync(page);
        var form = Forms().Matches(html).Single(x => x.Groups["action"].Value == action).Value;
        var hidden = Fields().Matches(form).Select(x => KeyValuePair.Create(x.Groups["name"].Value, x.Groups["value"].Value));
        return await client.PostAsync(action, new FormUrlEncodedContent([.. hidden, .. more.Select(x => KeyValuePair.Create(x.Name, x.Value))]));
    }

    /// <summary>A browser that keeps cookies in a jar of its own.</summary>
    public HttpClient NewBrowser(out CookieContainer jar, bool redirects = false) => NewClient(new SocketsHttpHandler { UseCookies = true, CookieContainer = jar = new CookieContainer(), AllowAutoRedirect = redirects }, redirects);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await application.StopAsync();
        await application.DisposeAsync();
    }

    async Task<Cookie> SignInAsync()
    {
        using var browser = NewBrowser(out var jar);
        using var answer = await SendFormAsync(browser, Link!.PathAndQuery, KeySignIn.Path);
        return jar.GetCookies(Address)["lagesbild"] ?? throw new InvalidOperationException($"The printed link signed nobody in: {answer.StatusCode}.");
    }

    HttpClient NewClient(SocketsHttpHandler handler, bool redirects = false)
    {
        handler.AllowAutoRedirect = redirects;
        handler.AutomaticDecompression = DecompressionMethods.None;
        return new HttpClient(handler) { BaseAddress = Address };
    }

    [GeneratedRegex("""<form\b[^>]*\baction="(?<action>[^"]+)".*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" ?/?>""")]
    private static partial Regex Fields();
}
