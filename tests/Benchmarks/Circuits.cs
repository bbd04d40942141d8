using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Benchmarks;

/// <summary>Holds many connections of the exploring page open at once, each changing what it shows, and reports the server's memory and how long a change takes.</summary>
static partial class Circuits
{
    static readonly string[] Ages = ["0-5", "6-9", "10-12", "13-15", "16-18", "0-18"];
    static readonly string[] Sexes = ["F", "M", "T"];

    /// <summary>Runs it.</summary>
    /// <param name="address">The running dashboard: <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="process">Id of its process, for the memory.</param>
    /// <param name="count">Connections.</param>
    /// <param name="changes">Changes of each.</param>
    /// <param name="cookie">The sign-in cookie of an analyst: <c>lagesbild=…</c>.</param>
    public static async Task RunAsync(Uri address, int process, int count, int changes, string cookie)
    {
        using var client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { { "Cookie", cookie } } };
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"before: {Memory(process)} MiB"));
        var circuits = new List<Circuit>();
        for (var i = 0; i < count; i++)
        {
            circuits.Add(await Circuit.OpenAsync(client, address, cookie));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} open: {Memory(process)} MiB"));
        var times = new List<double>();
        var worked = Worked(process);
        for (var change = 0; change < changes; change++)
        {
            for (var i = 0; i < circuits.Count; i++)
            {
                var number = (change * circuits.Count) + i;
                times.Add(await circuits[i].GoAsync($"/utforska?year={2021 + (number % 5)}&age={Ages[number / 5 % 6]}&sex={Sexes[number / 30 % 3]}&lang=sv&page={1 + (number / 90)}"));
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} open after {times.Count} changes: {Memory(process)} MiB; a change takes {times[times.Count / 2]:0} ms (median), {times[times.Count * 95 / 100]:0} ms (95 %), {times[^1]:0} ms (most), {(Worked(process) - worked).TotalMilliseconds / times.Count:0.0} ms of processor"));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(circuits.Select((x, i) => x.GoAsync($"/utforska?area=0680&age={Ages[i % 6]}&lang=sv&page={1000 + i}")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all {count} at once: {watch.ElapsedMilliseconds} ms until the last, {Memory(process)} MiB"));
        foreach (var circuit in circuits)
        {
            circuit.Dispose();
        }
    }

    static TimeSpan Worked(int process)
    {
        using var server = Process.GetProcessById(process);
        return server.TotalProcessorTime;
    }

    static long Memory(int process)
    {
        using var server = Process.GetProcessById(process);
        return server.WorkingSet64 >> 20;
    }

    /// <summary>One connection, in Blazor's own protocol: length-prefixed MessagePack.</summary>
    sealed partial class Circuit : IDisposable
    {
        readonly ClientWebSocket socket = new();
        readonly CancellationTokenSource end = new();
        readonly SemaphoreSlim sending = new(1);
        readonly Uri address;
        TaskCompletionSource drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        Circuit(Uri address) => this.address = address;

        public static async Task<Circuit> OpenAsync(HttpClient client, Uri address, string cookie)
        {
            var page = await client.GetStringAsync("/utforska?lang=sv");
            var component = Component().Match(page).Groups[1].Value;
            var state = ServerState().Match(page).Groups[1].Value;
            var circuit = new Circuit(address);
            circuit.socket.Options.SetRequestHeader("Cookie", cookie);
            await circuit.socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/_blazor", Query = "lang=sv" }.Uri, CancellationToken.None);
            await circuit.SendRawAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
            await circuit.ReceiveAsync();
            _ = circuit.ListenAsync();
            await circuit.SendAsync(Pack.Invocation("0", "StartCircuit", address.ToString(), new Uri(address, "/utforska?lang=sv").ToString(), $"[{component}]", state));
            await circuit.drawn.Task.WaitAsync(TimeSpan.FromSeconds(60));
            return circuit;
        }

        /// <summary>Changes the address, as the browser's buttons do, and waits for the new picture.</summary>
        public async Task<double> GoAsync(string path)
        {
            drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            var watch = Stopwatch.StartNew();
            await SendAsync(Pack.Invocation(null, "OnLocationChanged", new Uri(address, path).ToString(), null, false));
            await drawn.Task.WaitAsync(TimeSpan.FromSeconds(60));
            return watch.Elapsed.TotalMilliseconds;
        }

        public void Dispose()
        {
            end.Cancel();
            socket.Dispose();
        }

        async Task ListenAsync()
        {
            var pinged = Stopwatch.StartNew();
            while (!end.IsCancellationRequested)
            {
                foreach (var (target, batch) in Pack.Read(await ReceiveAsync()))
                {
                    if (target == "JS.RenderBatch")
                    {
                        await SendAsync(Pack.Invocation(null, "OnRenderCompleted", batch, null));
                        drawn.TrySetResult();
                    }
                    else if (target is "JS.Error")
                    {
                        drawn.TrySetException(new InvalidOperationException("The server ended the connection."));
                    }
                }

                if (pinged.ElapsedMilliseconds > 5000)
                {
                    await SendAsync([0x91, 6]);
                    pinged.Restart();
                }
            }
        }

        async Task<byte[]> ReceiveAsync()
        {
            using var message = new MemoryStream();
            var buffer = new byte[16384];
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer, end.Token);
                message.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            return message.ToArray();
        }

        Task SendAsync(byte[] message) => SendRawAsync([.. Pack.Length(message.Length), .. message]);

        async Task SendRawAsync(byte[] bytes)
        {
            await sending.WaitAsync();
            try
            {
                await socket.SendAsync(bytes, WebSocketMessageType.Binary, true, end.Token);
            }
            finally
            {
                sending.Release();
            }
        }

        [GeneratedRegex("""<!--Blazor:(\{"type":"server".*?\})-->""")]
        private static partial Regex Component();

        [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
        private static partial Regex ServerState();
    }
}
