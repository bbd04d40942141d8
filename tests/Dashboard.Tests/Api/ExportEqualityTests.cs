using System.Globalization;
using System.Text.Json;
using Analytics.Release;
using Dashboard.Tests.Examples;
using Sylvan.Data.Csv;
using Xunit;

namespace Dashboard.Tests.Api;

/// <summary>The API says what the exported files of the same release say, value for value.</summary>
public sealed class ExportEqualityTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("lagesbild-api-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string, string> Files => new()
    {
        { "cells.csv", "cells" },
        { "comparisons.csv", "comparisons" },
        { "methods.csv", "methods" },
        { "method_remarks.csv", "method-remarks" },
        { "method_coverage.csv", "method-coverage" },
        { "method_clusters.csv", "method-clusters" },
        { "method_cluster_quality.csv", "method-cluster-quality" },
        { "method_cluster_verdicts.csv", "method-cluster-verdicts" },
        { "method_cluster_marks.csv", "method-cluster-marks" },
        { "follow_up.csv", "follow-up" },
        { "follow_up_intervals.csv", "follow-up-intervals" },
        { "collaboration.csv", "collaboration" },
        { "network.csv", "network" },
        { "handovers.csv", "hand-overs" },
        { "themes.csv", "themes" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Rows_OfATable_AreThoseOfTheFile(string file, string table)
    {
        var release = ApiAnswers.WholeRelease();
        ReleaseExport.Write(release, MemoryStore.PassedAudit, folder);
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(release));
        var rows = await dashboard.AllRowsAsync($"{ApiAnswers.Release}/{table}?limit=10000");

        using var csv = CsvDataReader.Create(Path.Combine(folder, file));
        var columns = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName).ToArray();
        var count = 0;
        while (csv.Read())
        {
            var row = JsonDocument.Parse(rows[count]).RootElement;
            Assert.All(Enumerable.Range(0, columns.Length), i => AssertSame(csv.GetString(i), row.GetProperty(columns[i]), $"{file}, row {count}, {columns[i]}"));
            count++;
        }

        Assert.True(count > 0);
        Assert.Equal(count, rows.Count);
    }

    [Fact]
    public void Files_OfAnExport_AllHaveATable()
    {
        ReleaseExport.Write(ApiAnswers.WholeRelease(), MemoryStore.PassedAudit, folder);
        Assert.Equal(Directory.GetFiles(folder, "*.csv").Select(x => Path.GetFileName(x)).Order(StringComparer.Ordinal), Files.Select(x => x.Data.Item1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Manifest_OfARelease_IsTheExportedOneWithoutFindings()
    {
        var release = ApiAnswers.WholeRelease();
        var audit = MemoryStore.PassedAudit with { Passed = false, Findings = ["fam_parent_talk, 2025, 0604, 13-15, F: secret place"] };
        ReleaseExport.Write(release, audit, folder);
        var store = MemoryStore.Of(release);
        await store.RecordAuditAsync(MadeUpRelease.Id, audit, default, TestContext.Current.CancellationToken);
        await using var dashboard = await RunningDashboard.StartAsync(store);

        var exported = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json"))).RootElement.EnumerateObject().Where(x => x.Name != "audit").ToDictionary(x => x.Name, x => x.Value);
        var answer = await dashboard.JsonAsync(ApiAnswers.Release);
        var told = answer.EnumerateObject().Where(x => x.Name != "audit").ToDictionary(x => x.Name, x => x.Value);
        Assert.Equal(exported.Keys.Order(), told.Keys.Order());
        Assert.All(exported, x => Assert.True(JsonElement.DeepEquals(x.Value, told[x.Key]), x.Key));
        Assert.False(answer.GetProperty("audit").GetProperty("passed").GetBoolean());
        Assert.Equal(1, answer.GetProperty("audit").GetProperty("finding_count").GetInt32());
        Assert.DoesNotContain("secret place", answer.GetRawText(), StringComparison.Ordinal);
    }

    static void AssertSame(string text, JsonElement json, string place)
    {
        var same = json.ValueKind switch
        {
            JsonValueKind.Null => text.Length == 0 || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsFinite(number)),
            JsonValueKind.Number => text.Length > 0 && double.Parse(text, CultureInfo.InvariantCulture).Equals(json.GetDouble()),
            JsonValueKind.True => text == "1",
            JsonValueKind.False => text == "0",
            JsonValueKind.Array => text == string.Join(' ', json.EnumerateArray().Select(x => x.GetString())),
            _ => text.Length > 0 && text == json.GetString(),
        };
        Assert.True(same, $"{place}: the file has '{text}', the API {json.GetRawText()}.");
    }
}
