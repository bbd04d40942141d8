using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dashboard.Tests.Telemetry;

/// <summary>Takes what is sent by OTLP over HTTP, on a free port of this machine.</summary>
sealed class Receiver : IAsyncDisposable
{
    readonly ConcurrentQueue<(string Path, byte[] Body)> received = [];
    readonly WebApplication application;

    Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        application = builder.Build();
        application.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            received.Enqueue((context.Request.Path, body.ToArray()));
        });
    }

    public string Address => application.Urls.First();

    public IEnumerable<string> Paths => received.Select(x => x.Path);

    /// <summary>Everything that was sent, a character for each byte: texts stand as they are in protobuf.</summary>
    public string Text => string.Concat(received.Select(x => Encoding.Latin1.GetString(x.Body)));

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
        await receiver.application.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }
}
