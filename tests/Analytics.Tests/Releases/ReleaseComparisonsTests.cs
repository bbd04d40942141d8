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

    public static TheoryData<FlagLevel, BenchmarkKind, string> Turns => new(
        from level in FlagLevels.All
        from kind in Enum.GetValues<BenchmarkKind>()
        from indicator in (string[])["sch_bullied", "fam_concern_reports"]
        select (level, kind, indicator));

    /// <summary>A value beyond the smallest difference, and none before it, is flagged: share and rate, against every benchmark, at every level.</summary>
    [Theory]
    [MemberData(nameof(Turns))]
    public void SmallestDifference_EveryBenchmarkAndLevel_IsWhereTheVerdictTurns(FlagLevel level, BenchmarkKind kind, string indicator)
    {
        var benchmark = new Benchmark(kind, kind == BenchmarkKind.Earlier ? 1 : 0);
        var turned = new HashSet<(bool, bool)>();
        for (var cases = 0; cases <= 120; cases++)
        {
            var own = Counted(At("0604", indicator: indicator), cases, 400);
            var compared = Comparisons(
                own, Counted(At("0642", indicator: indicator), 60, 500), Counted(At("0684", indicator: indicator), 60, 500), Counted(At("06", indicator: indicator), 200 + cases, 2000),
                Counted(At("00", indicator: indicator), 1000, 9000), Counted(At("0604", 2024, indicator), 50, 450)).Of(own)!;
            var comparison = compared.Against(benchmark, level)!;
            var flagged = comparison.Verdict != Verdict.Similar;
            var distance = Math.Abs((cases / 400.0) - comparison.Value);
            // The first whole number that is certain counts as flagged; an inverted interval as excluded.
            Assert.Equal(flagged, compared.SmallestDifference(comparison) is { } smallest && distance >= smallest - 1e-12);
            turned.Add((flagged, cases / 400.0 > comparison.Value));
        }

        Assert.Equal(4, turned.Count);
    }

    // Of a mean the verdict turns where |d| = t·SE, by Welch against others and with the municipality's own spread against a given benchmark.
    [Theory]
    [InlineData(FlagLevel.Single, BenchmarkKind.County)]
    [InlineData(FlagLevel.Overview, BenchmarkKind.RestOfCounty)]
    [InlineData(FlagLevel.FalseDiscovery, BenchmarkKind.County)]
    [InlineData(FlagLevel.FalseDiscovery, BenchmarkKind.RestOfCounty)]
    [InlineData(FlagLevel.FalseDiscovery, BenchmarkKind.Earlier)]
    public void SmallestDifference_OfAMean_IsWhereTheVerdictTurns(FlagLevel level, BenchmarkKind kind)
    {
        static Totals Mean(double mean, long people) => new(people, people, people, people, mean * people, people * ((mean * mean) + 100), mean * people, people * ((mean * mean) + 100));
        var turned = new HashSet<bool>();
        for (var mean = 30.0; mean < 50; mean += 0.25)
        {
            var own = Shown(At("0604", indicator: "ind_self_control_low"), Mean(mean, 60));
            var compared = Comparisons(own, Shown(At("06", indicator: "ind_self_control_low"), Totals.Sum([Mean(mean, 60), Mean(40, 300)])), Shown(At("0604", 2024, "ind_self_control_low"), Mean(40, 50))).Of(own)!;
            var comparison = compared.Against(new Benchmark(kind, kind == BenchmarkKind.Earlier ? 1 : 0), level)!;
            var flagged = comparison.Verdict != Verdict.Similar;
            Assert.Equal(flagged, Math.Abs(mean - comparison.Value) > compared.SmallestDifference(comparison));
            turned.Add(flagged);
        }

        Assert.Equal(2, turned.Count);
    }

    /// <summary>Beside nobody, or no events, one is a certain difference; with nothing below, none can be lower.</summary>
    [Theory]
    [InlineData("sch_bullied")]
    [InlineData("fam_concern_reports")]
    public void SmallestDifference_BenchmarkOfNone_IsOne(string indicator)
    {
        var own = Counted(At("0604", indicator: indicator), 0, 400);
        var compared = Comparisons(own, Counted(At("06", indicator: indicator), 0, 2000)).Of(own)!;
        Assert.All((FlagLevel[])[FlagLevel.Single, FlagLevel.Overview], level => Assert.Equal(1 / 400.0, compared.SmallestDifference(compared.Against(County, level)!)));
        var one = Counted(At("0604", indicator: indicator), 1, 400);
        Assert.Equal(Verdicts.Of(true, Polarity.None) == Verdict.Higher, Comparisons(one, Counted(At("06", indicator: indicator), 0, 2000)).Of(one)!.Against(County, FlagLevel.Overview)!.Verdict != Verdict.Similar);
    }

    /// <summary>Many surveys are asked every second year.</summary>
    [Fact]
    public void Earlier_YearsBetweenWithoutData_AreStepped()
    {
        ReleasedCell[] cells = [Counted(At("0604", 2021), 10, 100), Counted(At("0604", 2023), 20, 100), Counted(At("0604"), 30, 100)];
        var comparisons = Comparisons(cells);
        Assert.Equal(0.2, comparisons.Value(At("0604"), new Benchmark(BenchmarkKind.Earlier, 2))!.Value);
        Assert.Equal(0.1, comparisons.Value(At("0604"), new Benchmark(BenchmarkKind.Earlier, 4))!.Value);
        Assert.Null(comparisons.Value(At("0604"), LastYear));
    }

    /// <summary>A source's county figure that is no sum of its municipalities leaves no rest.</summary>
    [Theory]
    [InlineData(100, true)]
    [InlineData(130, false)]
    public void RestOfCounty_SourceFigures_NeedAFigureThatAddsUp(long county, bool compared)
    {
        var cells = ((ReleasedCell[])[Counted(At("0604"), 40, 400), Counted(At("0642"), 60, 600), Counted(At("06"), county, 1000)]).Select(x => x with { Source = "A" });
        Assert.Equal(compared, Comparisons(cells).Value(At("0604"), Rest) is not null);
    }

    [Fact]
    public void RestOfCounty_SourceThatLacksAMunicipality_IsNone()
    {
        var cells = ((ReleasedCell[])[Counted(At("0604"), 40, 400), Missing(At("0642"), Reason.SourceMissing), Counted(At("06"), 100, 1000)]).Select(x => x with { Source = "A" });
        Assert.Null(Comparisons(cells).Value(At("0604"), Rest));
        var withheld = ((ReleasedCell[])[Counted(At("0604"), 40, 400), Missing(At("0642"), Reason.Suppressed), Counted(At("06"), 100, 1000)]).Select(x => x with { Source = "A" });
        Assert.NotNull(Comparisons(withheld).Value(At("0604"), Rest));
    }

    /// <summary>Another county brings its numbers of children with its population file.</summary>
    [Fact]
    public void Similar_PopulationFile_DecidesBeforeTheCatalogue()
    {
        var release = Of(Counted(At("0114"), 10, 100), Counted(At("0115"), 20, 100), Counted(At("0117"), 30, 100));
        var manifest = release.Manifest with { Children = new Dictionary<string, long> { ["0114"] = 1000, ["0115"] = 1900, ["0117"] = 600 } };
        var comparisons = new ReleaseComparisons(release with { Manifest = manifest }, new CellIndex(release.Cells));
        Assert.Equal(["0117", "0115"], comparisons.SimilarTo("0114"));
        Assert.Empty(comparisons.SimilarTo("0115"));
        Assert.Empty(new ReleaseComparisons(release, new CellIndex(release.Cells)).SimilarTo("0114"));
    }
}
