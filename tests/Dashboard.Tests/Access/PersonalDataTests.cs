using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Dashboard.Access;
using Dashboard.Tests.Examples;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Xunit;

namespace Dashboard.Tests.Access;

/// <summary>Who signed in, from where and with what stands in no log, plain or as JSON with its scopes, and not in the trail.</summary>
public sealed class PersonalDataTests
{
    /// <summary>An address of this machine that nothing else speaks of.</summary>
    const string Caller = "127.0.0.2";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Provider_SignInRefusalAndDownload_LeaveNothingPersonal()
    {
        var log = new Collected();
        await using var provider = await LocalProvider.StartAsync();
        provider.Next = provider.Next with { Roles = ["chef"] };
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(ProtectedRelease.Of()), provider.Settings, adjust: x => Listen(x, log));
        using var browser = FromCaller(dashboard);
        await browser.GetStringAsync("/skydd", Cancellation);
        await browser.GetStringAsync("/oversikt.csv?indicator=sch_bullied&age=13-15&year=2025&email=anna.testsson@example.se", Cancellation);
        await browser.GetStringAsync("/handelser", Cancellation);
        using var signOut = await RunningDashboard.SendFormAsync(browser, "/", SignOut.Path);
        provider.Refuses = true;
        await browser.GetStringAsync("/logga-in/start", Cancellation);
        var trail = await dashboard.TrailAsync(Cancellation);

        Assert.Equal([TrailActions.SignIn, TrailActions.Download, TrailActions.SignOut, TrailActions.SignInRefused], trail.Select(x => x.Action));
        var said = log.Text + string.Join('\n', trail.Select(x => $"{x.Action} {x.Actor} {x.Subject}"));
        Assert.Contains("A sign-in through the provider was refused: OpenIdConnectProtocolException, access_denied.", said, StringComparison.Ordinal);
        Assert.Equal(2, provider.Tokens.Count);
        string[] personal = [provider.Next.Name, "Anna", provider.Next.Email, "example.se", provider.Next.Subject, LocalProvider.ClientSecret, Caller, .. provider.Tokens];
        Assert.All(personal, x => Assert.DoesNotContain(x, said, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task PrintedLink_OpenedUsedAndTriedAgain_LeavesNoKey()
    {
        var log = new Collected();
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(ProtectedRelease.Of()), adjust: x => Listen(x, log));
        var link = dashboard.Link!;
        using var browser = FromCaller(dashboard);
        using var first = await RunningDashboard.SendFormAsync(browser, link.PathAndQuery, KeySignIn.Path);
        using var second = await browser.PostAsync(KeySignIn.Path, new FormUrlEncodedContent([KeyValuePair.Create("nyckel", "wrong")]), Cancellation);
        var trail = await dashboard.TrailAsync(Cancellation);

        var said = log.Text + string.Join('\n', trail.Select(x => $"{x.Action} {x.Actor} {x.Subject}"));
        Assert.Contains("sign-in administrator: this machine printed link", said, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Query.Split('=')[1], said, StringComparison.Ordinal);
        Assert.DoesNotContain(Caller, said, StringComparison.Ordinal);
    }

    static void Listen(WebApplicationBuilder builder, Collected log)
    {
        builder.Configuration["Logging:LogLevel:Default"] = "Trace";
        builder.Services.AddSingleton<ILoggerProvider>(log);
    }

    static HttpClient FromCaller(RunningDashboard dashboard) => new(new SocketsHttpHandler
    {
        CookieContainer = new CookieContainer(),
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(Caller), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = dashboard.Address };

    sealed class Collected : ILoggerProvider, ILogger, ISupportExternalScope
    {
        readonly ConcurrentQueue<string> lines = [];
        readonly ConsoleFormatter json = new ServiceCollection().AddLogging(x => x.AddJsonConsole(y => y.IncludeScopes = true)).BuildServiceProvider().GetServices<ConsoleFormatter>().Single(x => x.Name == ConsoleFormatterNames.Json);
        IExternalScopeProvider? scopes;

        public string Text => string.Join('\n', lines);

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lines.Enqueue($"{formatter(state, exception)} {exception}");
            using var line = new StringWriter();
            json.Write(new LogEntry<TState>(logLevel, "", eventId, state, exception, formatter), scopes, line);
            // Letters as they are, as in the plain lines.
            lines.Enqueue(Regex.Unescape(line.ToString()));
        }

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
