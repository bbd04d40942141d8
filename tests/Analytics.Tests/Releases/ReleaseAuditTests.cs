using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Xunit;

namespace Analytics.Tests.Releases;

public sealed class ReleaseAuditTests
{
    [Fact]
    public void Run_OnAReleaseThatWithholdsNothing_Passes()
    {
        var result = Audit(Table(_ => false));

        Assert.True(result.Passed);
        Assert.Null(result.NarrowestInterval);
    }

    /// <summary>One withheld cell is its county less the other municipalities: the attack computes it.</summary>
    [Fact]
    public void Run_OnAReleaseThatWithholdsOneCell_FindsIt()
    {
        var result = Audit(Table(x => x is { Area: "0604", AgeBand: "0-5", Sex: Sex.F }));

        Assert.False(result.Passed);
        Assert.Contains("fam_economic_assistance, 2025, 0604, 0-5, F: additivity: Cases left 0 wide", result.Findings);
        Assert.Contains("additivity", result.Attacks);
    }

    [Fact]
    public void Run_OnFiguresThatContradictEachOther_Fails()
    {
        var release = Table(x => x is { Area: "0604", AgeBand: "0-5", Sex: Sex.F });
        var result = Audit(release with { Cells = [.. release.Cells.Select(x => x.Address is { Area: "06", AgeBand: "0-5", Sex: Sex.F } ? x with { Cell = Shown(900, 10) } : x)] });

        Assert.False(result.Passed);
        Assert.Contains("contradict", Assert.Single(result.Findings), StringComparison.Ordinal);
    }

    /// <summary>Girls and boys of two municipalities and two bands are safe together, until another release shows them.</summary>
    [Fact]
    public void Run_TogetherWithWhatWasPublishedBefore_FindsWhatBothTell()
    {
        var release = Table(x => x is { Area: "0604" or "0680", AgeBand: "0-5" or "6-9", Sex: Sex.F or Sex.M });
        Assert.True(Audit(release).Passed);
        var result = ReleaseAudit.Run(release, [Table(_ => false)], null, TestContext.Current.CancellationToken);
        Assert.False(result.Passed);
        Assert.Contains(result.Findings, x => x.Contains("0680, 6-9, M: releases over time", StringComparison.Ordinal));
    }

    /// <summary>One case more than published before is a group of one.</summary>
    [Fact]
    public void Run_OnDataThatChangedByFew_FindsTheDifference()
    {
        var before = Table(_ => false);
        ReleasedCell Grown(ReleasedCell x) => x.Address is { Area: "0604" or "06", AgeBand: "0-5" or "0-18", Sex: Sex.F or Sex.T } && x.Cell is Cell.Shown { Estimate: { Denominator: { } people, Numerator: { } cases } }
            ? x with { Cell = Shown(people, cases + 1) }
            : x;
        var result = ReleaseAudit.Run(before with { Cells = [.. before.Cells.Select(Grown)] }, [before], null, TestContext.Current.CancellationToken);
        Assert.Contains(result.Findings, x => x.Contains("0604, 0-5, F: releases over time", StringComparison.Ordinal));
    }

    /// <summary>A finding names the cell and never what was computed of it.</summary>
    [Fact]
    public void Run_OnAnUnsafeRelease_DoesNotRepeatTheCount() =>
        Assert.All(Audit(Table(x => x is { Area: "0604", AgeBand: "0-5", Sex: Sex.F })).Findings, x => Assert.DoesNotContain(" 7", x, StringComparison.Ordinal));

    static AuditResult Audit(ReleaseDocument release) => ReleaseAudit.Run(release, [], null, TestContext.Current.CancellationToken);

    /// <summary>A whole table in which each municipality, band and sex (F, M) has 7 cases of 100.</summary>
    static ReleaseDocument Table(Func<CellAddress, bool> withheld)
    {
        var release = MadeUpRelease.Create();
        var municipalities = release.Codebook.Municipalities.Where(x => x.County == "06").Select(x => x.Code).ToArray();
        string[] areas = [.. municipalities, "06"];
        var cells =
            from area in areas
            from band in release.Codebook.AgeBands.All
            from sex in (Sex[])[Sex.F, Sex.M, Sex.T]
            let address = new CellAddress("fam_economic_assistance", 2025, area, band.Id, sex)
            let leaves = (area == "06" ? municipalities.Length : 1) * (band == release.Codebook.AgeBands.Total ? release.Codebook.AgeBands.Partition.Count : 1) * (sex == Sex.T ? 2 : 1)
            select new ReleasedCell(address, withheld(address) ? new Cell.Missing(Reason.Suppressed, 100 * leaves) : Shown(100 * leaves, 7 * leaves), null, null);
        return release with { Manifest = release.Manifest with { Areas = areas }, Cells = [.. cells] };
    }

    static Cell.Shown Shown(long people, long cases) => new(new Estimate((double)cases / people, null, cases, people, EstimateMethod.Wilson));
}
