using System.Data.Common;
using System.Globalization;
using System.Text;
using Analytics.Catalogue;
using Analytics.Observations;
using Analytics.Tests.Postgres;
using Xunit;

namespace Analytics.Tests.Observations;

/// <summary>A server that fails while observations come in: all that was there stays, nothing of what came is half there, and the same ingest can be done again.</summary>
public sealed class IngestFaultTests : IAsyncLifetime
{
    const int Rows = 60_000;

    readonly IngestOnTheWay way = new();
    PostgresServer server = null!;
    IngestFolder folder = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await PostgresServer.StartNewAsync(null, "fsync = on");
        var owner = await server.CreateDatabaseAsync();
        await DatabaseSetup.InitialiseAsync(owner, Cancellation);
        folder = new IngestFolder(SharedServer.As("lagesbild_ingest", owner));
        await folder.WithRows("observations_a.csv", "a,0680,15,F,2024,sch_bullied,1,", "b,0643,9,M,2024,sch_bullied,0,2").DoneAsync();
        // A correction of the first file, and a second one that takes a while.
        folder.WithRows("observations_a.csv", "a,0680,15,F,2024,sch_bullied,0,").With("observations_b.csv", Large());
    }

    public async ValueTask DisposeAsync()
    {
        folder.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public Task Run_ServerKilledOnTheWay_ChangesNothing(double moment) => FailsAsync(moment, server.KillAsync, server.StartAsync);

    [Fact]
    public Task Run_ServerStoppedOnTheWay_ChangesNothing() => FailsAsync(0.5, server.StopAsync, server.StartAsync);

    [Fact]
    public Task Run_ConnectionCutOnTheWay_ChangesNothing() => FailsAsync(
        0.5, () => PostgresServer.ExecuteAsync(server.Address(), "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'lagesbild_ingest'"), () => Task.CompletedTask);

    [Fact]
    public async Task Run_StoppedByItsUser_ChangesNothing()
    {
        using var stop = new CancellationTokenSource();
        var before = await IngestFolder.StateAsync(Owner);
        way.At(0.5, stop.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ObservationIngest.RunAsync(new IngestOptions(folder.Address, folder.Folder, ShippedCatalogue.Directory), way, stop.Token));

        Assert.Equal(before, await IngestFolder.StateAsync(Owner));
    }

    /// <summary>Two who bring in the same take turns: the second finds that nothing is left to do.</summary>
    [Fact]
    public async Task Run_ByTwoAtOnce_StoresEverythingOnce()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => folder.RunAsync())));

        var changes = results.Select(x => string.Join(' ', Assert.IsType<IngestResult.Done>(x).Files.Select(file => file.Change))).Order(StringComparer.Ordinal);
        Assert.Equal(["Replaced Added", "Unchanged Unchanged"], changes);
        Assert.Equal(Rows + 1L, await CountAsync());
    }

    string Owner => SharedServer.As("postgres", folder.Address);

    async Task FailsAsync(double moment, Func<Task> fault, Func<Task> mend)
    {
        var before = await IngestFolder.StateAsync(Owner);
        way.At(moment, () => fault().GetAwaiter().GetResult());
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => ObservationIngest.RunAsync(new IngestOptions(folder.Address, folder.Folder, ShippedCatalogue.Directory), way, Cancellation));
        Assert.True(failure is DbException or IOException or ObjectDisposedException, failure.ToString());
        Assert.DoesNotContain("person-", failure.Message, StringComparison.Ordinal);
        await mend();

        Assert.Equal(before, await IngestFolder.StateAsync(Owner));
        Assert.Equal("observations_a.csv Replaced 1; observations_b.csv Added 60000", await folder.DoneAsync());
        Assert.Equal(Rows + 1L, await CountAsync());
    }

    Task<long> CountAsync() => PostgresServer.ScalarAsync<long>(Owner, "SELECT count(*) FROM observations.observation");

    static string Large()
    {
        var text = new StringBuilder("person,municipality,age,sex,year,indicator,value\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"person-{i},{(i % 2 == 0 ? "0680" : "0643")},{i % 19},F,2025,sch_bullied,{i % 2}\n");
        }

        return text.ToString();
    }

    /// <summary>Does something once, when so much of an ingest is done.</summary>
    sealed class IngestOnTheWay : IProgress<double>
    {
        double moment = 2;
        Action happens = () => { };

        public void At(double part, Action what) => (moment, happens) = (part, what);

        public void Report(double value)
        {
            if (value >= moment)
            {
                moment = 2;
                happens();
            }
        }
    }
}
