using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Dashboard.Telemetry;
using Dashboard.Tests.Examples;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Dashboard.Tests.Telemetry;

/// <summary>What leaves the program tells how it fares, and nothing of who uses it.</summary>
public sealed class TelemetryTests
{
    const string Agent = "AnnasWebblasare/1.0";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Task<RunningDashboard> StartAsync(params string[] settings) => RunningDashboard.StartAsync(MemoryStore.Of(ProtectedRelease.Of()), settings: settings);

    /// <summary>A reader with a name, an address, a sign-in and a meeting; the store is away for a while.</summary>
    static async Task VisitAsync(RunningDashboard dashboard)
    {
        using var browser = await dashboard.NewOwnerAsync();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(Agent);
        browser.DefaultRequestHeaders.Add("tracestate", "anna=testsson");
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
        foreach (var path in (string[])["/", "/", "/kommun/0680?email=anna.testsson@example.se", "/skydd", "/anna-testsson/finns-inte", "/mote?meeting=Annas%20grupp", "/api/v1/releases/current/cells?limit=1&indicator=annas-eget"])
        {
            using var answer = await browser.GetAsync(path, Cancellation);
        }

        await dashboard.Client.GetStringAsync("/", Cancellation);
        dashboard.Store.Failure = new SqliteException("annas hemliga fel", 14);
        await browser.GetStringAsync("/om", Cancellation);
    }

    [Fact]
    public async Task Export_On_TellsOfPagesAndNothingOfReaders()
    {
        await using var receiver = await Receiver.StartAsync();
        string secret;
        await using (var dashboard = await StartAsync($"Telemetry:Otlp={receiver.Address}", "Telemetry:Protocol=http"))
        {
            secret = (await dashboard.OwnerCookieAsync()).Value;
            await VisitAsync(dashboard);
            AsTheDatabaseDriver();
        }

        var sent = receiver.Text;
        Assert.Equal(["/v1/metrics", "/v1/traces"], receiver.Paths.Distinct().Order());
        Assert.All(
            ["GET /kommun/{Code}", "http.route", "http.server.request.duration", "dotnet.gc.collections", "lagesbild.pages", "lagesbild.release.load.duration", "lagesbild.requests.served_while_away", "lagesbild.store.away", "SELECT 1", "db.client.operation.duration"],
            x => Assert.Contains(x, sent, StringComparison.Ordinal));
        Assert.All(
            ["anna", "testsson", "AnnasWebblasare", "203.0.113.77", "127.0.0.1", "client.address", "user_agent", "url.query", "url.path", "server.address", "this machine", "db.internal", "hemligt", "0680", Environment.MachineName, secret[..12]],
            x => Assert.DoesNotContain(x, sent, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Export_Off_SendsNothing()
    {
        await using var receiver = await Receiver.StartAsync();
        await using (var dashboard = await StartAsync())
        {
            await VisitAsync(dashboard);
            Assert.Null(dashboard.Services.GetService(typeof(OpenTelemetry.Trace.TracerProvider)));
            Assert.Null(dashboard.Services.GetService(typeof(OpenTelemetry.Metrics.MeterProvider)));
        }

        Assert.Empty(receiver.Paths);
    }

    /// <summary>A receiver that is away must not be noticed by readers.</summary>
    [Fact]
    public async Task Export_ReceiverAway_ServesAllTheSame()
    {
        await using var dashboard = await StartAsync("Telemetry:Otlp=http://127.0.0.1:1", "Telemetry:Protocol=http");
        using var answer = await dashboard.Client.GetAsync("/", Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("Telemetry:Otlp is not an address such as http://127.0.0.1:4317.", "Telemetry:Otlp=ftp://user:geheim@x")]
    [InlineData("Telemetry:Protocol is 'soap'; expected grpc or http.", "Telemetry:Otlp=http://x", "Telemetry:Protocol=soap")]
    [InlineData("Telemetry:Protocol is set, but Telemetry:Otlp is not: nothing would be sent.", "Telemetry:Protocol=http")]
    [InlineData("Telemetry:Endpoint is not a setting; there are Otlp, Protocol.", "Telemetry:Endpoint=http://x")]
    public void Settings_Wrong_AreRefusedWithoutTheirAddress(string problem, params string[] settings) =>
        Assert.Equal([problem], Assert.Throws<SettingsProblemsException>(() => TelemetryOptions.Read(Of(settings))).Problems);

    [Theory]
    [InlineData(OpenTelemetry.Exporter.OtlpExportProtocol.Grpc, "Telemetry:Otlp=http://x:4317")]
    [InlineData(OpenTelemetry.Exporter.OtlpExportProtocol.HttpProtobuf, "Telemetry:Otlp=http://x:4318", "Telemetry:Protocol=http")]
    public void Settings_Right_AreRead(object protocol, params string[] settings) =>
        Assert.Equal(protocol, TelemetryOptions.Read(Of(settings))!.Protocol);

    [Fact]
    public void Settings_None_MeanOff() => Assert.Null(TelemetryOptions.Read(Of()));

    static IConfiguration Of(params string[] settings) => new ConfigurationBuilder().AddInMemoryCollection(settings.Select(x => x.Split('=', 2)).Select(x => KeyValuePair.Create(x[0], (string?)x[1]))).Build();

    /// <summary>Says what the database driver says, with everything that must not leave.</summary>
    static void AsTheDatabaseDriver()
    {
        using var source = new ActivitySource("Npgsql");
        using (var query = source.StartActivity("postgresql", ActivityKind.Client))
        {
            query!.SetTag("db.query.text", "SELECT 1").SetTag("db.query.parameter.owner", "annas ämne").SetTag("server.address", "db.internal").SetTag("db.user", "anna").SetStatus(ActivityStatusCode.Error, "annas värde finns redan");
        }

        using (var failed = source.StartActivity("postgresql", ActivityKind.Client))
        {
            failed!.AddException(new InvalidOperationException("hemligt värde"));
        }

        using var meter = new Meter("Npgsql");
        meter.CreateHistogram<double>("db.client.operation.duration", "s").Record(1, KeyValuePair.Create<string, object?>("db.client.connection.pool.name", "Host=db.internal;Username=anna"));
    }
}
