using Analytics.Catalogue;
using Analytics.Release;
using Analytics.Storage;
using Analytics.Tests.Releases;
using Xunit;

namespace Analytics.Tests.Storage;

/// <summary>What every store of releases does; each kind of store is held to all of it.</summary>
public abstract class ReleaseStoreTests : IAsyncLifetime
{
    static readonly AuditResult Passed = new(true, ["additivity"], 3, 4, []);
    static readonly AuditResult Failed = new(false, ["additivity"], 3, 0, ["a cell"]);
    static readonly DateTimeOffset Noon = new(2026, 5, 6, 12, 0, 0, TimeSpan.Zero);

    static readonly ProtectionRecord Record = new(
        "fam_low_economic_standard", 2025, 3, [new(ProtectionRule.SmallBase, 1, null), new(ProtectionRule.Secondary, 6, 120)], 120, 100.5, 0.2,
        [new(new("fam_low_economic_standard", 2025, "0604", "0-18", Sex.F), ProtectionRule.Secondary, new("fam_low_economic_standard", 2025, "0604", "0-18", Sex.X))]);

    IReleaseStore store = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>An empty place for a store.</summary>
    /// <returns>Its address.</returns>
    protected abstract Task<string> PrepareAsync();

    /// <summary>A store there.</summary>
    protected abstract IReleaseStore Open(string address);

    /// <summary>Takes the place away.</summary>
    protected virtual ValueTask CleanAsync() => ValueTask.CompletedTask;

    /// <summary>Where the store is.</summary>
    protected string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        store = Open(Address = await PrepareAsync());
        await store.InitialiseAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task InitialiseAsync_ByManyAtOnce_MakesOneStore()
    {
        var empty = await PrepareAsync();
        var stores = Enumerable.Range(0, 6).Select(_ => Open(empty)).ToArray();
        await Task.WhenAll(stores.Select(x => Task.Run(() => x.InitialiseAsync(Cancellation))));

        Assert.True(await stores[0].AddDraftAsync(MadeUpRelease.Create(), Cancellation));
        Assert.Single(await stores[5].ListAsync(Cancellation));
        await Task.WhenAll(stores.Select(x => x.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task AddDraftAsync_OfTheSameByManyAtOnce_AddsItOnce()
    {
        var release = MadeUpRelease.Create();
        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => store.AddDraftAsync(release, Cancellation))));

        Assert.Single(added, x => x);
        Assert.Equal(release.Cells, (await store.FindAsync(release.Manifest.Id, Cancellation))!.Cells);
    }

    [Fact]
    public async Task PublishAsync_TwoReleasesAtOnce_LeavesOneOfThemCurrentAndBothPublished()
    {
        ReleaseDocument[] releases = [MadeUpRelease.Create("Ett"), MadeUpRelease.Create("Två")];
        foreach (var release in releases)
        {
            await store.AddDraftAsync(release, Cancellation);
            await store.RecordAuditAsync(release.Manifest.Id, Passed, Noon, Cancellation);
        }

        await Task.WhenAll(releases.Select(x => Task.Run(() => store.PublishAsync(x.Manifest.Id, Noon, Cancellation))));
        var list = await store.ListAsync(Cancellation);
        Assert.Equal(await store.CurrentIdAsync(Cancellation), Assert.Single(list, x => x.Current).Id);
        Assert.All(list, x => Assert.Equal(Noon, x.Published));
    }

    [Fact]
    public async Task FindAsync_OfALargeRelease_GivesEveryCellInItsPlace()
    {
        var release = MadeUpRelease.Create();
        release = release with { Cells = [.. Enumerable.Range(1, 5000).SelectMany(i => release.Cells.Select(x => x with { Address = x.Address with { Year = i } }))] };
        await store.AddDraftAsync(release, Cancellation);

        Assert.Equal(release.Cells, (await store.FindAsync(release.Manifest.Id, Cancellation))!.Cells);
    }

    /// <summary>Every bit of a number and every letter of a text come back.</summary>
    [Fact]
    public async Task Records_WithAnyTextAndTime_ComeBackAsTheyWere()
    {
        const string Text = "Å ä ö 😀 ' \" \\ % _ \n\t;--";
        var release = MadeUpRelease.Create();
        await store.AddDraftAsync(release, Cancellation);
        await store.Records.Meetings.SaveAsync(Text, Text, Noon, Cancellation);
        await store.Records.Meetings.SaveAsync("b", "first", Noon, Cancellation);
        await store.Records.Meetings.SaveAsync("b", "second", Noon.AddHours(1), Cancellation);
        await store.Records.Meetings.AddDecisionAsync(Text, release.Manifest.Id, Text, Noon, Cancellation);
        await store.Records.Views.SaveAsync("owner", Text, "/a", Noon, Cancellation);
        await store.Records.Views.SaveAsync("owner", Text, "/b", Noon, Cancellation);
        await store.Records.Views.SaveAsync("owner", "z", "/z", Noon, Cancellation);
        await store.Records.Views.SaveAsync("owner", "Ö", "/ö", Noon, Cancellation);
        await store.Records.Views.SaveAsync("another", "z", "/other", Noon, Cancellation);
        await store.Records.Views.RemoveAsync("owner", "z", Cancellation);

        Assert.Equal(["b", Text], await store.Records.Meetings.NamesAsync(Cancellation));
        Assert.Equal(("second", Text), (await store.Records.Meetings.FindAsync("b", Cancellation), await store.Records.Meetings.FindAsync(Text, Cancellation)));
        Assert.Null(await store.Records.Meetings.FindAsync("B", Cancellation));
        Assert.Equal([new MeetingDecision(release.Manifest.Id, Noon, Text)], await store.Records.Meetings.DecisionsAsync(Text, Cancellation));
        Assert.Equal([new SavedView(Text, "/b"), new("Ö", "/ö")], await store.Records.Views.OfAsync("owner", Cancellation));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.Records.Meetings.AddDecisionAsync("b", "0000000000000000", "no such release", Noon, Cancellation));
    }

    [Fact]
    public async Task FindAsync_AfterAdding_GivesTheSameRelease()
    {
        var release = MadeUpRelease.Create();

        Assert.True(await store.AddDraftAsync(release, Cancellation));
        var found = await store.FindAsync(release.Manifest.Id, Cancellation);

        Assert.Equal(release.Cells, found!.Cells);
        Assert.Equivalent(release.Manifest, found.Manifest, strict: true);
        Assert.Equal(release.Codebook.Version, found.Codebook.Version);
        Assert.Equal(release.Manifest.Id, ReleaseContent.IdOf(found));
    }

    [Fact]
    public async Task FindAsync_OfAReleaseWithAnswers_GivesThemAndTheSameId()
    {
        var release = MadeUpRelease.Create() with { Practice = MadeUpAnswers.Practice, Collaboration = MadeUpAnswers.Collaboration };
        release = release with { Manifest = release.Manifest with { Id = ReleaseContent.IdOf(release) } };
        await store.AddDraftAsync(release, Cancellation);
        var found = await store.FindAsync(release.Manifest.Id, Cancellation);

        Assert.NotEqual(MadeUpRelease.Create().Manifest.Id, release.Manifest.Id);
        Assert.Equal(ReleaseParts.Write(release), ReleaseParts.Write(found!));
        Assert.Equal(release.Manifest.Id, ReleaseContent.IdOf(found!));
    }

    /// <summary>What is for the analyst only comes when it is asked for, never with the release.</summary>
    [Fact]
    public async Task FindProtectionAsync_AfterAdding_GivesTheRecordThatTheReleaseItselfDoesNotCarry()
    {
        var release = MadeUpRelease.Create() with { Protection = [Record] };
        await store.AddDraftAsync(release, Cancellation);

        Assert.Equivalent(Record, await store.FindProtectionAsync(release.Manifest.Id, Record.Indicator, 2025, Cancellation), strict: true);
        Assert.Null(await store.FindProtectionAsync(release.Manifest.Id, Record.Indicator, 2024, Cancellation));
        Assert.Null(await store.FindProtectionAsync("0000000000000000", Record.Indicator, 2025, Cancellation));
        Assert.Empty((await store.FindAsync(release.Manifest.Id, Cancellation))!.Protection);
    }

    [Fact]
    public async Task AddDraftAsync_OfAReleaseStoredWithoutRecords_AddsThemAndNothingElse()
    {
        var release = MadeUpRelease.Create();
        await store.AddDraftAsync(release, Cancellation);

        Assert.False(await store.AddDraftAsync(release with { Protection = [Record], Cells = [] }, Cancellation));
        Assert.NotNull(await store.FindProtectionAsync(release.Manifest.Id, Record.Indicator, 2025, Cancellation));
        Assert.Equal(release.Cells, (await store.FindAsync(release.Manifest.Id, Cancellation))!.Cells);
    }

    [Fact]
    public async Task AddDraftAsync_Twice_LeavesTheFirst()
    {
        var release = MadeUpRelease.Create();
        await store.AddDraftAsync(release, Cancellation);

        Assert.False(await store.AddDraftAsync(release, Cancellation));
        Assert.Single(await store.ListAsync(Cancellation));
    }

    [Fact]
    public async Task CurrentIdAsync_BeforePublication_IsNull()
    {
        await store.AddDraftAsync(MadeUpRelease.Create(), Cancellation);

        Assert.Null(await store.CurrentIdAsync(Cancellation));
    }

    [Fact]
    public async Task PublishAsync_AfterPassedAudit_MakesCurrent()
    {
        var (first, second) = (MadeUpRelease.Create("Ett"), MadeUpRelease.Create("Två"));
        foreach (var release in (ReleaseDocument[])[first, second])
        {
            await store.AddDraftAsync(release, Cancellation);
            await store.RecordAuditAsync(release.Manifest.Id, Passed, Noon, Cancellation);
            await store.PublishAsync(release.Manifest.Id, Noon, Cancellation);
        }

        Assert.Equal(second.Manifest.Id, await store.CurrentIdAsync(Cancellation));
        var list = await store.ListAsync(Cancellation);
        Assert.Equal([second.Manifest.Id, first.Manifest.Id], list.Select(x => x.Id));
        Assert.Equal([true, false], list.Select(x => x.Current));
        Assert.All(list, x => Assert.Equal(Noon, x.Published));
    }

    [Fact]
    public async Task PublishAsync_WithoutAudit_IsRefused()
    {
        var release = MadeUpRelease.Create();
        await store.AddDraftAsync(release, Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.PublishAsync(release.Manifest.Id, Noon, Cancellation));
        Assert.Null(await store.CurrentIdAsync(Cancellation));
    }

    [Fact]
    public async Task PublishAsync_WhenTheLatestAuditFailed_IsRefused()
    {
        var release = MadeUpRelease.Create();
        await store.AddDraftAsync(release, Cancellation);
        await store.RecordAuditAsync(release.Manifest.Id, Passed, Noon, Cancellation);
        await store.RecordAuditAsync(release.Manifest.Id, Failed, Noon, Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.PublishAsync(release.Manifest.Id, Noon, Cancellation));
    }

    [Fact]
    public async Task FindAsync_OfAnUnknownId_IsNull() => Assert.Null(await store.FindAsync("0000000000000000", Cancellation));

    [Fact]
    public async Task AddDraftAsync_StoppedHalfway_LeavesNothing()
    {
        using var stop = new CancellationTokenSource();
        var release = MadeUpRelease.Create();
        var halfway = release with { Cells = new WatchedCells(release.Cells, 3, stop.Cancel) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AddDraftAsync(halfway, stop.Token));
        Assert.Empty(await store.ListAsync(Cancellation));
        Assert.True(await store.AddDraftAsync(release, Cancellation));
    }
}
