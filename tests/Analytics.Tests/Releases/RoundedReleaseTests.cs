using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Sample;
using Xunit;

namespace Analytics.Tests.Releases;

/// <summary>The made-up input with <c>--protection rounding</c>, from the folder to the exported files.</summary>
public sealed class RoundedReleaseTests(RoundedReleaseTests.Rounded rounded) : IClassFixture<RoundedReleaseTests.Rounded>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Build_WithRounding_WithholdsNothingButMeans()
    {
        var withheld = rounded.Release.Cells.Where(x => x is { Source: null, Cell: Cell.Missing { Reason: Reason.Suppressed } }).ToArray();

        Assert.NotEmpty(withheld);
        Assert.All(withheld, x => Assert.Equal(Measure.Mean, rounded.Release.Codebook.FindIndicator(x.Address.Indicator)!.Measure));
    }

    [Fact]
    public void Build_WithRounding_ShowsNoCountBelowTheThreshold() => Assert.DoesNotContain(
        rounded.Release.Cells, x => x.Cell is Cell.Shown { Estimate: { Numerator: > 0 and < 5 } or { Denominator: > 0 and < 5 } } or Cell.Missing { Denominator: > 0 and < 5 });

    /// <summary>Weights and sums would tell the true base.</summary>
    [Fact]
    public void Build_WithRounding_KeepsNoSumButThoseOfRoundedCounts() => Assert.All(
        rounded.Release.Cells.Select(x => x.Cell).OfType<Cell.Shown>().Where(x => x.Estimate.Weighted is not null),
        x => Assert.Equal((double)x.Estimate.Denominator!.Value, x.Estimate.Weighted!.Value.Weight));

    [Fact]
    public void Run_OnTheRoundedSample_Passes()
    {
        var audit = ReleaseAudit.Run(rounded.Release, [], null, Cancellation);

        Assert.Empty(audit.Findings);
        Assert.True(audit.Passed);
        Assert.True(audit.CellsAttacked > 10_000);
        Assert.Contains("linked tables", audit.NotTried);
    }

    [Theory]
    [InlineData(3, 100, "a small count is shown")]
    [InlineData(98, 100, "Complement follows and is small")]
    [InlineData(52, 100, "Cases is not the sum of its parts")]
    public void Run_OnACountThatWasNotRounded_FindsIt(long cases, long people, string finding)
    {
        var changed = rounded.Release.Cells.First(x => x is { Cell: Cell.Shown, Source: null, Address: { AgeBand: "13-15", Sex: Sex.F } });
        var release = rounded.Release with
        {
            Cells = [.. rounded.Release.Cells.Select(x => x == changed ? x with { Cell = new Cell.Shown(Estimate.Of(Totals.OfCounts(cases, people), Measure.Proportion)) } : x)],
        };

        var audit = ReleaseAudit.Run(release, [], null, Cancellation);

        Assert.False(audit.Passed);
        Assert.Contains(audit.Findings, x => x.Contains(finding, StringComparison.Ordinal));
    }

    /// <summary>Of a mean that is withheld for the sake of another, the others tell it as soon as that one is shown.</summary>
    [Fact]
    public void Run_OnMeansOfWhichOneIsWithheld_FindsIt()
    {
        var means = rounded.Release.Cells.First(x => x.Cell is Cell.Missing { Reason: Reason.Suppressed, Denominator: > 0 }).Address with { Area = "0604", AgeBand = "13-15", Sex = Sex.T };
        ReleasedCell Show(ReleasedCell cell) => cell.Cell is Cell.Missing { Reason: Reason.Suppressed, Denominator: { } people }
            ? cell with { Cell = new Cell.Shown(Estimate.Of(new Totals(people, people, people, people, people, people * 2, people, people * 2), Measure.Mean)) }
            : cell;
        var release = rounded.Release with
        {
            Cells = [.. rounded.Release.Cells.Select(x => x.Address == means ? x with { Cell = new Cell.Missing(Reason.Suppressed, 50) } : Show(x))],
        };

        Assert.Contains(ReleaseAudit.Run(release, [], null, Cancellation).Findings, x => x.Contains("0604, 13-15, T: additivity: Cases left 0 wide", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_WithRounding_StaysNearTheSuppressedRelease()
    {
        var exact = new CellIndex(rounded.Suppressed.Cells);
        var differences = rounded.Release.Cells
            .Select(x => (x.Cell, exact[x.Address]!.Cell))
            .Where(x => x is (Cell.Shown { Estimate.Denominator: not null }, Cell.Shown { Estimate.Denominator: not null }))
            .Select(x => Math.Abs(((Cell.Shown)x.Item1).Estimate.Denominator!.Value - ((Cell.Shown)x.Item2).Estimate.Denominator!.Value)).ToArray();

        Assert.True(differences.Average() < 2, $"{differences.Average()}");
        Assert.True(differences.Max() <= 10, $"{differences.Max()}");
    }

    [Fact]
    public void Build_WithRounding_HasAnotherIdAndSaysTheMode()
    {
        Assert.NotEqual(rounded.Suppressed.Manifest.Id, rounded.Release.Manifest.Id);
        Assert.Equal("rounding", rounded.Release.Manifest.Parameters.Protection);
        Assert.Contains("rounding", rounded.Release.Manifest.Methods["disclosure"], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ThreeYearsOfARoundedRelease_ShowsNoSmallCount() => Assert.DoesNotContain(
        ThreeYears.Of(rounded.Release).Cells, x => x.Cell is Cell.Shown { Estimate: { Numerator: > 0 and < 5 } or { Denominator: > 0 and < 5 } });

    [Fact]
    public async Task Write_OfARoundedRelease_SaysTheModeInEveryDescription()
    {
        var folder = Directory.CreateTempSubdirectory("rounded").FullName;
        try
        {
            ReleaseExport.Write(rounded.Release, ReleaseAudit.Run(rounded.Release, [], null, Cancellation), folder);

            var about = await File.ReadAllTextAsync(Path.Combine(folder, "about.txt"), Cancellation);
            Assert.Contains("Antalen är avrundade till skydd för enskilda: små tal visas som 0 eller 5.", about, StringComparison.Ordinal);
            Assert.Contains("Counts are rounded to protect individuals: small numbers are shown as 0 or 5.", about, StringComparison.Ordinal);
            Assert.Contains("\"protection\": \"rounding\"", await File.ReadAllTextAsync(Path.Combine(folder, "manifest.json"), Cancellation), StringComparison.Ordinal);
            Assert.Equal(CellsCsv.Header, (await File.ReadAllLinesAsync(Path.Combine(folder, "cells.csv"), Cancellation))[0]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Build_WithAnUnknownProtection_IsNotBuilt() => Assert.Throws<ArgumentException>(() => Rounded.Build("data", "blurring"));

    /// <summary>The made-up input in both modes, built once.</summary>
    public sealed class Rounded
    {
        public Rounded()
        {
            var folder = Directory.CreateTempSubdirectory("rounding").FullName;
            try
            {
                SampleInput.Write(folder, new SampleOptions(13, 4000, 5), CodebookReader.Read(ShippedCatalogue.Directory, new FaultList())!, null, CancellationToken.None);
                Release = Build(folder, ProtectionMode.Rounding);
                Suppressed = Build(folder, ProtectionMode.Suppression);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        public ReleaseDocument Release { get; }

        public ReleaseDocument Suppressed { get; }

        public static ReleaseDocument Build(string folder, string protection) => Assert.IsType<BuildResult.Built>(Pipeline.Build(
            new BuildOptions(folder, ShippedCatalogue.Directory, Protection: protection), DateTimeOffset.UnixEpoch, null, CancellationToken.None)).Release;
    }
}
