using Xunit;

namespace Dashboard.Tests.Commands;

public sealed class WhatIfVerbTests : IDisposable
{
    readonly ProgramRun program = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task WhatIf_OfLists_PrintsEachCombinationAndStoresNothing()
    {
        await program.SmallInputAsync("in", 1);

        var output = await program.SucceedsAsync("whatif", "--input", "in", "--threshold", "3,5", "--protection", "suppression,rounding", "--out", "cost.csv");

        var lines = (await File.ReadAllTextAsync(program["cost.csv"], Cancellation)).TrimEnd('\n').Split('\n');
        Assert.Equal("protection,threshold,base,weights,primary,secondary,shown_all,shown_totals,shown_counties,hidden_counts,gap,mean_error,largest_error", lines[0]);
        Assert.Equal(["suppression,3,20,counts", "suppression,5,20,counts", "rounding,3,20,", "rounding,5,20,"], lines[1..].Select(x => string.Join(',', x.Split(',')[..4])));
        Assert.Matches(@"^suppression,5,20,counts,\d+,\d+,0\.\d+,[01](\.\d+)?,[01](\.\d+)?,\d+,(\d+(\.\d+)?)?,,$", lines[2]);
        Assert.Matches(@"(?m)^suppression +5 +20 +counts .* \d+\.\d %", output);
        Assert.Matches(@"(?m)^rounding +5 +20 +- ", output);
        Assert.False(Directory.Exists(program["data"]));
    }

    [Theory]
    [InlineData("--threshold", "3,1")]
    [InlineData("--threshold", "3;5")]
    [InlineData("--base", "")]
    [InlineData("--weights", "counts,hope")]
    [InlineData("--protection", "none")]
    [InlineData("--out", "in/cost.csv")]
    public async Task WhatIf_OfAWrongList_ExitsWithTwo(string option, string value)
    {
        var (code, _, error) = await program.RunAsync("whatif", "--input", "in", option, value);

        Assert.Equal(2, code);
        Assert.Contains(option, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_OfAFaultyFolder_ListsTheFaults()
    {
        FaultyFolder.Write(program["faulty"]);
        var (code, _, error) = await program.RunAsync("whatif", "--input", "faulty");

        Assert.Equal(1, code);
        Assert.All(FaultyFolder.Expected, fault => Assert.Contains(fault, error, StringComparison.Ordinal));
        Assert.Contains("Nothing was compared.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_WithOtherWeights_SaysSoInTheManifest()
    {
        await program.SmallInputAsync("in", 1);
        var id = await program.BuildAsync("in", "--weights", "cells");
        await program.SucceedsAsync("export", id, "--out", "out");

        Assert.Contains("\"weights\": \"cells\"", await File.ReadAllTextAsync(program["out/manifest.json"], Cancellation), StringComparison.Ordinal);
    }
}
