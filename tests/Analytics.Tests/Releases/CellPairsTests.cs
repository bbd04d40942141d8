using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Estimation;
using Analytics.Release;
using Xunit;

namespace Analytics.Tests.Releases;

public sealed class CellPairsTests
{
    static readonly Codebook Codebook = CodebookReader.Read(ShippedCatalogue.Directory, new FaultList())!;

    static readonly CellAddress Here = new("sch_bullied", 2025, "0680", "13-15", Sex.F);

    static ReleasedCell Shown(CellAddress address, string? band = null, string? source = null) =>
        new(address, new Cell.Shown(Estimate.Of(Totals.OfCounts(30, 200), Measure.Proportion)), band, source);

    static PairHindrance? Between(ReleasedCell first, ReleasedCell second, params ReleasedCell[] others) =>
        new CellPairs(Codebook, new CellIndex([first, second, .. others])).Between(first, second);

    [Fact]
    public void Between_DifferentPeople_NothingHinders()
    {
        Assert.Null(Between(Shown(Here), Shown(Here with { Sex = Sex.M })));
        Assert.Null(Between(Shown(Here), Shown(Here with { Area = "0642" })));
        Assert.Null(Between(Shown(Here), Shown(Here with { AgeBand = "16-18" })));
        Assert.Null(Between(Shown(Here), Shown(Here with { Year = 2023 })));
    }

    [Fact]
    public void Between_AGroupAndOneThatHoldsIt_IsTheSamePeople()
    {
        Assert.Equal(PairHindrance.SamePeople, Between(Shown(Here), Shown(Here with { Sex = Sex.T })));
        Assert.Equal(PairHindrance.SamePeople, Between(Shown(Here), Shown(Here with { Area = "06" })));
        Assert.Equal(PairHindrance.SamePeople, Between(Shown(Here with { Area = AreaCode.Nation }), Shown(Here)));
        Assert.Equal(PairHindrance.SamePeople, Between(Shown(Here), Shown(Here with { AgeBand = "0-18" })));
        Assert.Equal(PairHindrance.SamePeople, Between(Shown(Here, "0-19", "Kolada"), Shown(Here with { AgeBand = "16-18" }, "0-19", "Kolada")));
    }

    [Fact]
    public void Between_OtherDefinitions_IsNotCompared()
    {
        var earlier = Here with { Year = 2022 };
        Assert.Equal(PairHindrance.OtherDefinition, Between(Shown(Here), Shown(earlier), new ReleasedCell(Here with { Year = 2024 }, new Cell.Missing(Reason.NewDefinition, null), null, null)));
        Assert.Equal(PairHindrance.OtherDefinition, Between(Shown(Here), Shown(earlier, source: "Kolada")));
        Assert.Equal(PairHindrance.OtherDefinition, Between(Shown(Here, "0-19"), Shown(earlier)));
    }

    [Fact]
    public void Between_AGapOrAValueWithoutCounts_IsNotCompared()
    {
        var gap = new ReleasedCell(Here with { Sex = Sex.M }, new Cell.Missing(Reason.Suppressed, null), null, null);
        var published = new ReleasedCell(gap.Address, new Cell.Shown(new Estimate(0.2, null, null, null, EstimateMethod.AsPublished)), null, null);
        Assert.Equal(PairHindrance.NoValue, Between(Shown(Here), gap));
        Assert.Equal(PairHindrance.NoTest, Between(Shown(Here), published));
    }

    [Fact]
    public void Difference_OfTwoShares_IsCertainOnlyWhereTestAndIntervalSaySo()
    {
        var indicator = Codebook.FindIndicator(Here.Indicator)!;
        Estimate Of(long cases, long people) => Estimate.Of(Totals.OfCounts(cases, people), Measure.Proportion);
        var family = new TestFamily([]);
        var certain = ValueDifference.Of(Of(56, 70), Of(48, 80), indicator, FlagLevel.Single, family)!;
        // Newcombe (1998), Stat. Med. 17: 873–890, Table II, example (a); the p-value is R's, see ProportionTestTests.
        Assert.Equal((0.0524, 0.3339, 0.0080), (Math.Round(certain.Interval.Lower, 4), Math.Round(certain.Interval.Upper, 4), Math.Round(certain.PValue, 4)));
        Assert.Equal(Verdict.Worse, certain.Verdict);
        Assert.Equal(Verdict.Better, ValueDifference.Of(Of(48, 80), Of(56, 70), indicator, FlagLevel.Single, family)!.Verdict);
        Assert.Equal(Verdict.Similar, ValueDifference.Of(Of(56, 70), Of(48, 80), indicator, FlagLevel.Overview, family)!.Verdict);
        Assert.Equal(Verdict.Similar, ValueDifference.Of(Of(56, 70), Of(48, 80), indicator, FlagLevel.FalseDiscovery, new TestFamily([certain.PValue, .. Enumerable.Repeat(0.5, 19)]))!.Verdict);
        Assert.Equal(Verdict.Worse, ValueDifference.Of(Of(56, 70), Of(48, 80), indicator, FlagLevel.FalseDiscovery, new TestFamily([certain.PValue, 0.5]))!.Verdict);
    }
}
