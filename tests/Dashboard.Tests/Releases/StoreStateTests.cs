using System.Net.Sockets;
using Dashboard.Releases;
using Dashboard.Tests.Access;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dashboard.Tests.Releases;

public sealed class StoreStateTests
{
    readonly MadeUpTime time = new();
    readonly StoreState state;

    public StoreStateTests() => state = new StoreState(time, NullLogger<StoreState>.Instance);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Exception> StoreFailures => [new SqliteException("away", 14), new TimeoutException(), new IOException(), new SocketException()];

    Task<int> AskAsync(Func<CancellationToken, Task<int>> question) => state.AskAsync(question, Cancellation);

    Task FailAsync() => Assert.ThrowsAsync<StoreAwayException>(() => AskAsync(_ => throw new IOException()));

    /// <summary>Asks a question that is under way when this returns.</summary>
    async Task<(Task<int> Answer, TaskCompletionSource<int> Store)> BeginAsync(bool write = false)
    {
        var (begun, store) = (new TaskCompletionSource(), new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously));
        Task<int> Question(CancellationToken _)
        {
            begun.SetResult();
            return store.Task;
        }

        var answer = write ? state.WriteAsync(Question, Cancellation) : AskAsync(Question);
        await begun.Task.WaitAsync(Cancellation);
        return (answer, store);
    }

    [Theory]
    [MemberData(nameof(StoreFailures), DisableDiscoveryEnumeration = true)]
    public async Task Ask_StoreFails_IsAwayAndLeftInPeaceForAWhile(Exception failure)
    {
        await Assert.ThrowsAsync<StoreAwayException>(() => AskAsync(_ => Task.FromException<int>(failure)));
        Assert.Equal(time.GetUtcNow(), state.AwaySince);
        var since = state.AwaySince;
        time.Pass(StoreState.Pause - TimeSpan.FromTicks(1));
        await Assert.ThrowsAsync<StoreAwayException>(() => AskAsync(_ => throw new InvalidOperationException("The store was asked.")));
        time.Pass(TimeSpan.FromTicks(1));
        await FailAsync();
        Assert.Equal(since, state.AwaySince);
        await Assert.ThrowsAsync<StoreAwayException>(() => AskAsync(_ => throw new InvalidOperationException("The store was asked.")));
        time.Pass(StoreState.Pause);
        Assert.Equal(7, await AskAsync(_ => Task.FromResult(7)));
        Assert.Null(state.AwaySince);
    }

    [Fact]
    public async Task Ask_NoAnswer_GivesUpAtTheLimit()
    {
        var (answer, _) = await BeginAsync();
        time.Pass(StoreState.Patience - TimeSpan.FromTicks(1));
        Assert.False(answer.IsCompleted);
        time.Pass(TimeSpan.FromTicks(1));
        await Assert.ThrowsAsync<StoreAwayException>(() => answer);
        Assert.Equal(time.GetUtcNow(), state.AwaySince);
    }

    /// <summary>An embedded database answers on the thread that asks.</summary>
    [Fact]
    public async Task Ask_StoreThatHoldsItsThread_GivesUpAtTheLimit()
    {
        using var held = new ManualResetEventSlim();
        var begun = new TaskCompletionSource();
        var answer = AskAsync(_ =>
        {
            begun.SetResult();
            held.Wait(Cancellation);
            return Task.FromResult(1);
        });
        await begun.Task;
        time.Pass(StoreState.Patience);
        await Assert.ThrowsAsync<StoreAwayException>(() => answer);
        held.Set();
    }

    [Fact]
    public async Task Ask_WhileOneFindsOut_TheOthersAreToldAtOnce()
    {
        await FailAsync();
        time.Pass(StoreState.Pause);
        var (look, store) = await BeginAsync();
        await Assert.ThrowsAsync<StoreAwayException>(() => AskAsync(_ => throw new InvalidOperationException("The store was asked.")));
        store.SetResult(1);
        Assert.Equal(1, await look);
        Assert.Equal(2, await AskAsync(_ => Task.FromResult(2)));
    }

    [Fact]
    public async Task Ask_CallerWhoGivesUp_StillFindsOut()
    {
        using var impatience = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var answer = state.AskAsync(_ =>
        {
            begun.SetResult();
            return new TaskCompletionSource<int>().Task;
        }, impatience.Token);
        await begun.Task;
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Null(state.AwaySince);
        time.Pass(StoreState.Patience);
        await Until(() => state.AwaySince is not null);
    }

    [Fact]
    public async Task Ask_OneSlowQuestionWhereALaterOneWasAnswered_IsNotAway()
    {
        var (slow, _) = await BeginAsync();
        Assert.Equal(1, await AskAsync(_ => Task.FromResult(1)));
        time.Pass(StoreState.Patience);
        await Assert.ThrowsAsync<StoreAwayException>(() => slow);
        Assert.Null(state.AwaySince);
    }

    [Fact]
    public async Task Ask_FaultOfTheProgram_IsNotTheStores()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(_ => throw new InvalidOperationException("ours")));
        Assert.Null(state.AwaySince);
    }

    [Fact]
    public async Task Write_Fails_SaysNothingOfReading()
    {
        await Assert.ThrowsAsync<StoreAwayException>(() => state.WriteAsync<int>(_ => throw new SqliteException("locked", 5), Cancellation));
        Assert.Null(state.AwaySince);
        var (answer, _) = await BeginAsync(write: true);
        time.Pass(StoreState.WritingPatience);
        await Assert.ThrowsAsync<StoreAwayException>(() => answer);
        Assert.Null(state.AwaySince);
    }

    [Fact]
    public async Task Write_WhileAway_IsRefusedAtOnce()
    {
        await FailAsync();
        time.Pass(StoreState.Pause);
        await Assert.ThrowsAsync<StoreAwayException>(() => state.WriteAsync<int>(_ => throw new InvalidOperationException("The store was asked."), Cancellation));
    }

    [Fact]
    public async Task LastAnswers_WhileAway_SayWhatWasSaidAndNothingElse()
    {
        var answers = new LastAnswers(state);
        Assert.Equal("a", await answers.AskAsync("one", _ => Task.FromResult<string?>("a"), Cancellation));
        Assert.Null(await answers.AskAsync("gone", _ => Task.FromResult<string?>(null), Cancellation));
        await FailAsync();
        Assert.Equal("a", await answers.AskAsync<string>("one", _ => throw new InvalidOperationException("The store was asked."), Cancellation));
        await Assert.ThrowsAsync<StoreAwayException>(() => answers.AskAsync("gone", _ => Task.FromResult<string?>("b"), Cancellation));
        await Assert.ThrowsAsync<StoreAwayException>(() => answers.AskAsync("new", _ => Task.FromResult<string?>("b"), Cancellation));
    }

    [Fact]
    public async Task LastAnswers_MoreThanThereIsRoomFor_ForgetTheOldest()
    {
        var answers = new LastAnswers(state);
        for (var i = 0; i <= LastAnswers.Most; i++)
        {
            await answers.AskAsync($"{i}", _ => Task.FromResult<string?>("a"), Cancellation);
        }

        await FailAsync();
        await Assert.ThrowsAsync<StoreAwayException>(() => answers.AskAsync("0", _ => Task.FromResult<string?>("a"), Cancellation));
        Assert.Equal("a", await answers.AskAsync("1", _ => Task.FromResult<string?>("b"), Cancellation));
    }

    static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }
    }
}
