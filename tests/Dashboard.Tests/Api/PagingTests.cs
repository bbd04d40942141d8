using System.Globalization;
using System.Text.Json;
using Dashboard.Api;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Api;

public sealed class PagingTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Task<RunningDashboard> StartAsync() => RunningDashboard.StartAsync(MemoryStore.Of(MadeUpRelease.Of()));

    /// <summary>Whatever the limit, the pages together hold each row once, in order, and say how many there are.</summary>
    [Theory]
    [InlineData("cells", "")]
    [InlineData("cells", "&status=suppressed&status=no_response")]
    [InlineData("cells", "&area=0680&area=06&sex=T&year=2025")]
    [InlineData("comparisons", "&indicator=fam_parent_talk&sex=T")]
    [InlineData("comparisons", "&benchmark=county&level=0.95&level=bh&age_band=13-15")]
    [InlineData("trends", "&sex=F&indicator=com_leisure")]
    public async Task Pages_OfAnyLimit_HoldEachRowOnce(string table, string filters)
    {
        await using var dashboard = await StartAsync();
        var whole = await dashboard.JsonAsync($"{ApiAnswers.Release}/{table}?limit=10000{filters}");
        string[] rows = [.. whole.GetProperty("rows").EnumerateArray().Select(x => x.GetRawText())];
        Assert.Equal(rows.Length, whole.GetProperty("total").GetInt32());
        Assert.Equal(rows.Length, rows.Distinct(StringComparer.Ordinal).Count());
        Assert.NotEmpty(rows);
        var random = new Random(7);
        foreach (var limit in (int[])[rows.Length, rows.Length + 1, rows.Length - 1, (rows.Length + 1) / 2, .. Enumerable.Range(0, 8).Select(_ => random.Next(1 + (rows.Length / 60), rows.Length))])
        {
            Assert.Equal(rows, await dashboard.AllRowsAsync(string.Create(CultureInfo.InvariantCulture, $"{ApiAnswers.Release}/{table}?limit={limit}{filters}")));
        }
    }

    [Fact]
    public async Task Pages_OfOneRow_HoldEachRowOnce()
    {
        await using var dashboard = await StartAsync();
        const string Filters = "indicator=fam_parent_talk&area=0680&year=2025";
        Assert.Equal(await dashboard.AllRowsAsync($"{ApiAnswers.Release}/cells?{Filters}"), await dashboard.AllRowsAsync($"{ApiAnswers.Release}/cells?{Filters}&limit=1"));
    }

    [Fact]
    public async Task Filters_Together_ChooseWhatTheySay()
    {
        await using var dashboard = await StartAsync();
        var all = await dashboard.AllRowsAsync($"{ApiAnswers.Release}/cells?limit=10000");
        var expected = all.Where(x => JsonDocument.Parse(x).RootElement is var cell && cell.GetProperty("area").GetString() is "0680" or "0642" && cell.GetProperty("sex").GetString() == "T"
            && cell.GetProperty("year").GetInt32() == 2025 && cell.GetProperty("status").ValueKind == JsonValueKind.Null);
        Assert.Equal(expected, await dashboard.AllRowsAsync($"{ApiAnswers.Release}/cells?sex=T&area=0642&year=2025&area=0680&status=shown"));
        Assert.All(await dashboard.AllRowsAsync($"{ApiAnswers.Release}/cells?status=suppressed&area=0642"), x =>
            Assert.Contains("\"estimate\":null,\"lower\":null,\"upper\":null,\"status\":\"suppressed\"", x, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Next_OfCurrent_StaysInItsReleaseWhenAnotherIsPublished()
    {
        await using var dashboard = await StartAsync();
        using var first = await dashboard.Client.GetAsync("/api/v1/releases/current/cells?limit=4000&sex=T&area=0680", Cancellation);
        Assert.Empty(first.Headers.TryGetValues("Link", out var links) ? links : []);
        using var paged = await dashboard.Client.GetAsync("/api/v1/releases/current/cells?limit=4000", Cancellation);
        var next = JsonDocument.Parse(await paged.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("next").GetString()!;
        Assert.Equal($"<{next}>; rel=\"next\"", paged.Headers.GetValues("Link").Single());
        dashboard.Store.Publish(MadeUpRelease.Of("fedcba9876543210"));

        var rest = await dashboard.JsonAsync(next);
        Assert.Equal(MadeUpRelease.Id, rest.GetProperty("release").GetString());
        Assert.Equal(rest.GetProperty("total").GetInt32() - 4000, rest.GetProperty("rows").GetArrayLength());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(long.MaxValue)]
    public void Cursor_WrittenAndRead_IsThePlace(long place)
    {
        Assert.Equal(CursorFault.None, Cursor.Read(Cursor.Write("one", "cells?", place), "one", "cells?", out var read));
        Assert.Equal(place, read);
    }

    [Fact]
    public void Cursor_OfElsewhereOrSpoilt_IsRefused()
    {
        var cursor = Cursor.Write("one", "cells?", 1000);
        Assert.Equal(CursorFault.OtherRelease, Cursor.Read(cursor, "two", "cells?", out _));
        Assert.Equal(CursorFault.OtherRows, Cursor.Read(cursor, "one", "cells?sex=T", out _));
        // Any one letter changed, left out or added.
        for (var i = 0; i < cursor.Length; i++)
        {
            var other = cursor[i] == 'A' ? 'B' : 'A';
            Assert.All([cursor[..i] + other + cursor[(i + 1)..], cursor.Remove(i, 1), cursor.Insert(i, "A"), cursor[..i] + "é" + cursor[(i + 1)..], cursor[..i] + " " + cursor[(i + 1)..]], x =>
            {
                Assert.Equal(CursorFault.Spoilt, Cursor.Read(x, "one", "cells?", out var place));
                Assert.Equal(0, place);
            });
        }

        Assert.Equal(CursorFault.Spoilt, Cursor.Read("", "one", "cells?", out _));
    }
}
