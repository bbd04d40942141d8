using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;
using Xunit;
using static Analytics.Tests.Releases.CountedRelease;

namespace Analytics.Tests.Releases;

public sealed class ThreeYearsTests
{
    static Cell Pooled(params ReleasedCell[] cells) => new CellIndex(ThreeYears.Of(Of(cells)).Cells)[At("0604")]!.Cell;

    [Fact]
    public void Of_Counts_EstimatesAnewFromTheirSums()
    {
        var estimate = Assert.IsType<Cell.Shown>(Pooled(Counted(At("0604", 2023), 10, 100), Counted(At("0604", 2024), 14, 120), Counted(At("0604"), 9, 90))).Estimate;
        Assert.Equal((33, 310, 33.0 / 310), (estimate.Numerator, estimate.Denominator, estimate.Value));
        Assert.Equal(ProportionInterval.Wilson(33L, 310L), estimate.Interval);
    }

    [Fact]
    public void Of_Weights_AddsThemUp()
    {
        var (first, second, third) = (new Totals(100, 30, 120, 150, 40, 40, 30, 30), new Totals(100, 20, 90, 95, 18, 18, 20, 20), new Totals(100, 25, 110, 140, 30, 30, 25, 25));
        var estimate = Assert.IsType<Cell.Shown>(Pooled(Shown(At("0604", 2023), first), Shown(At("0604", 2024), second), Shown(At("0604"), third))).Estimate;
        Assert.Equal(88.0 / 320, estimate.Value, 1e-15);
        Assert.Equal((75, 300), (estimate.Numerator, estimate.Denominator));
        Assert.Equal(ProportionInterval.WilsonWeighted(88.0 / 320, 320.0 * 320 / 385), estimate.Interval);
    }

    [Fact]
    public void Of_YearsWithAndWithoutWeights_LeavesThemOut()
    {
        var weighted = new Totals(100, 30, 120, 150, 40, 40, 30, 30);
        var estimate = Assert.IsType<Cell.Shown>(Pooled(Shown(At("0604", 2023), weighted), Counted(At("0604", 2024), 20, 100), Counted(At("0604"), 25, 100))).Estimate;
        Assert.Equal((75.0 / 300, EstimateMethod.Wilson), (estimate.Value, estimate.Method));
    }

    /// <summary>Three years less two shown ones are the third: nothing is shown of which a part is protected, not even its base.</summary>
    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    public void Of_OneYearProtected_IsProtected(int year)
    {
        var cells = Enumerable.Range(2023, 3).Select(x => x == year ? Missing(At("0604", x), Reason.Suppressed) : Counted(At("0604", x), 10, 100));
        Assert.Equal(new Cell.Missing(Reason.Suppressed, null), Pooled([.. cells]));
    }

    [Theory]
    [InlineData(Reason.NoResponse, Reason.TooFewYears)]
    [InlineData(Reason.SourceMissing, Reason.TooFewYears)]
    [InlineData(Reason.NewDefinition, Reason.NewDefinition)]
    [InlineData(Reason.Suppressed, Reason.Suppressed)]
    public void Of_OneYearMissing_SaysWhy(Reason missing, Reason expected) =>
        Assert.Equal(new Cell.Missing(expected, null), Pooled(Missing(At("0604", 2023), missing), Counted(At("0604", 2024), 10, 100), Counted(At("0604"), 10, 100)));

    [Fact]
    public void Of_NotMeasured_StaysSo() =>
        Assert.Equal(new Cell.Missing(Reason.NotMeasured, null), Pooled([.. Enumerable.Range(2023, 3).Select(x => Missing(At("0604", x), Reason.NotMeasured))]));

    [Fact]
    public void Of_AnswersAndSources_AreNotAdded() =>
        Assert.Equal(new Cell.Missing(Reason.NewDefinition, null), Pooled(Counted(At("0604", 2023), 10, 100) with { Source = "A" }, Counted(At("0604", 2024), 10, 100), Counted(At("0604"), 10, 100)));

    [Fact]
    public void Of_FewerYears_HasNone()
    {
        var pooled = ThreeYears.Of(Of(Counted(At("0604", 2022), 10, 100), Counted(At("0604", 2024), 10, 100), Counted(At("0604"), 10, 100)));
        Assert.Empty(pooled.Cells);
        Assert.Empty(pooled.Manifest.Years);
    }

    /// <summary>A benchmark of pooled years comes from pooled years.</summary>
    [Fact]
    public void Of_Release_ComparesLikeWithLike()
    {
        var pooled = ThreeYears.Of(Of(Enumerable.Range(2020, 6).SelectMany(x => (ReleasedCell[])[Counted(At("0604", x), x - 2010, 100), Counted(At("06", x), 100, 1000)])));
        var comparisons = new ReleaseComparisons(pooled, new CellIndex(pooled.Cells));
        Assert.Equal([2022, 2023, 2024, 2025], pooled.Manifest.Years);
        // Nearer ones would share years.
        Assert.Equal(["rest_of_county", "county", "earlier_3"], comparisons.Benchmarks.Select(x => x.Code));
        Assert.Equal((300.0 - 42) / 2700, comparisons.Value(At("0604"), new Benchmark(BenchmarkKind.RestOfCounty))!.Value, 1e-15);
        Assert.Equal(33.0 / 300, comparisons.Value(At("0604"), new Benchmark(BenchmarkKind.Earlier, 3))!.Value, 1e-15);
    }
}
