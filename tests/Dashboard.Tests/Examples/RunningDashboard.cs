using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Dashboard.Tests.Examples;

/// <summary>The dashboard on a free port of this machine.</summary>
sealed class RunningDashboard : IAsyncDisposable
{
    readonly WebApplication application;

    RunningDashboard(WebApplication application, MemoryStore store)
    {
        (this.application, Store) = (application, store);
        Address = new Uri(application.Urls.First());
        Client = NewClient();
    }

    public MemoryStore Store { get; }

    public Uri Address { get; }

    /// <summary>A browser without cookies, redirects or decompression.</summary>
    public HttpClient Client { get; }

    public static async Task<RunningDashboard> StartAsync(MemoryStore store, bool analyst = false)
    {
        var application = DashboardApplication.Create(["--urls", "http://127.0.0.1:0"], store, analyst);
        await application.StartAsync();
        return new RunningDashboard(application, store);
    }

    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await application.StopAsync();
        await application.DisposeAsync();
    }
}
