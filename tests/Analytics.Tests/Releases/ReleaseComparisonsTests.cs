using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;
using Xunit;
using static Analytics.Tests.Releases.CountedRelease;

namespace Analytics.Tests.Releases;

public sealed class ReleaseComparisonsTests
{
    static readonly Benchmark Rest = new(BenchmarkKind.RestOfCounty);
    static readonly Benchmark County = new(BenchmarkKind.County);
    static readonly Benchmark Nation = new(BenchmarkKind.Nation);
    static readonly Benchmark Similar = new(BenchmarkKind.Similar);
    static readonly Benchmark LastYear = new(BenchmarkKind.Earlier, 1);

    // 0604 and 0642 and 0684 have 1 460, 1 820 and 2 640 children; 0680 has 32 250.
    static readonly ReleasedCell[] Small =
    [
        Counted(At("0604"), 40, 100), Counted(At("0642"), 12, 120), Counted(At("0684"), 18, 180), Counted(At("0680"), 230, 2300), Counted(At("06"), 300, 2700), Counted(At("00"), 900, 9000),
        Counted(At("0604", 2024), 20, 100), Counted(At("06", 2024), 200, 2000),
    ];

    [Fact]
    public void Value_EveryBenchmark_IsMadeOfTheCellsThatNameIt()
    {
        var comparisons = Comparisons(Small);
        Assert.Equal(260.0 / 2600, comparisons.Value(At("0604"), Rest)!.Value);
        Assert.Equal(300.0 / 2700, comparisons.Value(At("0604"), County)!.Value);
        Assert.Equal(0.1, comparisons.Value(At("0604"), Nation)!.Value);
        Assert.Equal(30.0 / 300, comparisons.Value(At("0604"), Similar)!.Value);
        Assert.Equal(0.2, comparisons.Value(At("0604"), LastYear)!.Value);
        Assert.Equal([Rest, County, Nation, Similar, LastYear], comparisons.Benchmarks);
    }

    [Fact]
    public void Of_EveryBenchmark_JudgesByTheInterval()
    {
        var comparisons = Comparisons(Small);
        foreach (var benchmark in comparisons.Benchmarks)
        {
            var comparison = comparisons.Of(At("0604"), benchmark, FlagLevel.Overview)!;
            Assert.Equal(Verdict.Worse, comparison.Verdict);
            Assert.Equal(ProportionInterval.Wilson(40L, 100L, 0.998), comparison.Interval);
            Assert.Equal(ProportionInterval.Wilson(40L, 100L), comparisons.Of(At("0604"), benchmark, FlagLevel.Single)!.Interval);
        }
    }

    [Fact]
    public void Similar_MunicipalityWithoutItsLike_HasNoBenchmark()
    {
        var comparisons = Comparisons(Small);
        Assert.Empty(comparisons.SimilarTo("0680"));
        Assert.Null(comparisons.Value(At("0680"), Similar));
        Assert.Equal(["0642", "0684"], comparisons.SimilarTo("0604"));
    }

    [Fact]
    public void Similar_TooFewThatAreShown_HasNoBenchmark() =>
        Assert.Null(Comparisons([.. Small.Where(x => x.Address != At("0684")), Missing(At("0684"), Reason.Suppressed)]).Value(At("0604"), Similar));

    [Fact]
    public void Similar_InTheWholeCounty_AreTheNearestFiveInSize()
    {
        var comparisons = Comparisons(Municipalities.Select(x => Counted(At(x), 10, 100)));
        // 3 540 children: 3 720 (Habo), 3 820 (Eksjö), 4 090 (Tranås), 2 640 (Sävsjö), 2 180 (Gnosjö); 6 120 is 1.73 times as many.
        Assert.Equal(["0643", "0686", "0687", "0684", "0617"], comparisons.SimilarTo("0665"));
    }

    /// <summary>A benchmark beside a withheld value would give it away: the county without the municipality is the county less the value.</summary>
    [Fact]
    public void Any_SuppressedCell_HasNoBenchmarkAndNoVerdict()
    {
        ReleasedCell[] cells = [.. Small.Where(x => x.Address != At("0604")), Missing(At("0604"), Reason.Suppressed)];
        var comparisons = Comparisons(cells);
        Assert.All(comparisons.Benchmarks, x => Assert.Null(comparisons.Value(At("0604"), x)));
        Assert.All(comparisons.Benchmarks, x => Assert.All(FlagLevels.All, level => Assert.Null(comparisons.Of(At("0604"), x, level))));
    }

    [Fact]
    public void Any_CountyWithheld_LeavesTheOtherBenchmarks()
    {
        var comparisons = Comparisons([.. Small.Where(x => x.Address != At("06")), Missing(At("06"), Reason.Suppressed)]);
        Assert.Null(comparisons.Of(At("0604"), Rest, FlagLevel.Single));
        Assert.Null(comparisons.Of(At("0604"), County, FlagLevel.Single));
        Assert.NotNull(comparisons.Of(At("0604"), Nation, FlagLevel.Single));
    }

    [Fact]
    public void Value_AreaThatIsNoMunicipality_IsNone() => Assert.Null(Comparisons(Small).Value(At("06"), Nation));

    [Fact]
    public void Earlier_AcrossANewDefinition_IsNone()
    {
        ReleasedCell[] cells = [.. Enumerable.Range(2022, 4).Where(x => x != 2024).Select(x => Counted(At("0604", x), 10, 100)), Missing(At("0604", 2024), Reason.NewDefinition)];
        var comparisons = Comparisons(cells);
        Assert.Null(comparisons.Value(At("0604"), new Benchmark(BenchmarkKind.Earlier, 2)));
        Assert.NotNull(comparisons.Value(At("0604", 2023), LastYear));
    }

    [Fact]
    public void Earlier_AnotherBandOfTheSource_IsNone() =>
        Assert.Null(Comparisons(Counted(At("0604"), 10, 100), Counted(At("0604", 2024), 10, 100) with { SourceBand = "13-16" }).Value(At("0604"), LastYear));

    [Fact]
    public void Value_PublishedWithoutCounts_IsKnownButNotCompared()
    {
        ReleasedCell Published(string area, double value) => new(At(area), new Cell.Shown(new Estimate(value, null, null, null, EstimateMethod.AsPublished)), null, "A");
        var comparisons = Comparisons(Published("0604", 0.2), Published("06", 0.1));
        Assert.Equal(0.1, comparisons.Value(At("0604"), County)!.Value);
        Assert.Null(comparisons.Value(At("0604"), Rest));
        Assert.All(FlagLevels.All, level => Assert.Null(comparisons.Of(At("0604"), County, level)));
    }

    /// <summary>A county whose parts are not all shown is estimated without weights; then so is the rest of it.</summary>
    [Fact]
    public void RestOfCounty_CountyWithoutWeights_LeavesTheMunicipalityOutWithoutItsWeights()
    {
        var weighted = new Totals(100, 30, 120, 150, 40, 40, 30, 30);
        Assert.Equal(70.0 / 300, Comparisons(Shown(At("0604"), weighted), Counted(At("06"), 100, 400)).Value(At("0604"), Rest)!.Value);
        var county = new Totals(400, 100, 420, 460, 110, 110, 100, 100);
        Assert.Equal(70.0 / 300, Comparisons(Shown(At("0604"), weighted), Shown(At("06"), county)).Value(At("0604"), Rest)!.Value, 1e-15);
    }

    [Fact]
    public void RestOfCounty_NobodyElse_IsNone() => Assert.Null(Comparisons(Counted(At("0604"), 10, 100), Counted(At("06"), 10, 100)).Value(At("0604"), Rest));

    /// <summary>The family is a county's overview: all its municipalities and indicators, in one year, band and sex.</summary>
    [Fact]
    public void Of_FalseDiscovery_FlagsAsBenjaminiAndHochbergOverTheCountysOverview()
    {
        string[] indicators = ["sch_bullied", "peer_delinquent_friends", "fam_parent_talk"];
        var cells = new List<ReleasedCell>();
        foreach (var (indicator, i) in indicators.Select((x, i) => (x, i)))
        {
            var counts = Municipalities.Select((x, m) => (Code: x, Cases: 20L + ((m * 7 + i * 5) % 11) + (m == i ? 25 : 0), People: 200L)).ToArray();
            cells.AddRange(counts.Select(x => Counted(At(x.Code, indicator: indicator), x.Cases, x.People)));
            cells.Add(Counted(At("06", indicator: indicator), counts.Sum(x => x.Cases), counts.Sum(x => x.People)));
            // Another year is another overview.
            cells.AddRange(counts.Select(x => Counted(At(x.Code, 2024, indicator), x.People - 1, x.People)));
        }

        var comparisons = Comparisons(cells);
        var tests = (from indicator in indicators
                     from code in Municipalities
                     let address = At(code, indicator: indicator)
                     let own = ((Cell.Shown)cells.Single(x => x.Address == address).Cell).Estimate
                     let county = ((Cell.Shown)cells.Single(x => x.Address == address with { Area = "06" }).Cell).Estimate
                     select (Address: address, ProportionTest.Score(own.Numerator!.Value, own.Denominator!.Value, county.Numerator!.Value - own.Numerator.Value, county.Denominator!.Value - own.Denominator.Value).PValue)).ToArray();
        var adjusted = FalseDiscovery.BenjaminiHochberg([.. tests.Select(x => x.PValue)]);
        var flagged = tests.Zip(adjusted).Where(x => x.Second <= 0.05).Select(x => x.First.Address).ToArray();

        Assert.InRange(flagged.Length, 2, 10);
        Assert.Equal(flagged, tests.Select(x => x.Address).Where(x => comparisons.Of(x, Rest, FlagLevel.FalseDiscovery)!.Verdict != Verdict.Similar));
    }

    /// <summary>A value at the smallest difference, and not one before it, is flagged.</summary>
    [Theory]
    [InlineData(FlagLevel.Single)]
    [InlineData(FlagLevel.Overview)]
    public void Of_SmallestDifference_IsWhereTheVerdictTurns(FlagLevel level)
    {
        for (var cases = 1; cases < 200; cases++)
        {
            var own = Counted(At("0604"), cases, 200);
            var compared = Comparisons(own, Counted(At("06"), 400, 2000)).Of(own)!;
            var comparison = compared.Against(County, level)!;
            var distance = Math.Abs((cases / 200.0) - comparison.Value);
            Assert.Equal(comparison.Verdict != Verdict.Similar, distance > compared.SmallestDifference(comparison));
        }
    }
}
