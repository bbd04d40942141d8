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

    /// <summary>Starts it.</summary>
    /// <param name="store">Its releases.</param>
    /// <param name="analyst">Whether the analyst's pages exist.</param>
    /// <param name="address">Where an earlier one was, to start again in its place; null for a free port.</param>
    public static async Task<RunningDashboard> StartAsync(MemoryStore store, bool analyst = false, Uri? address = null)
    {
        var application = DashboardApplication.Create(["--urls", address?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0"], store, analyst);
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
