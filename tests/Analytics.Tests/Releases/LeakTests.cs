using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Xunit;

namespace Analytics.Tests.Releases;

/// <summary>Small inputs in which a careless release would give a withheld count away by another way than its own cell.</summary>
public sealed class LeakTests : IDisposable
{
    const string Observations = "person,municipality,age,sex,year,indicator,value,weight";
    const string Aggregates = "indicator,municipality,year,sex,age_from,age_to,numerator,denominator,value,status,source";

    readonly string folder = Directory.CreateTempSubdirectory("leak").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>With weights that are constant in a municipality, a weighted county share would be a second equation about the withheld cases.</summary>
    [Fact]
    public void Build_OfWeightedSharesWithWithheldParts_EstimatesTheCountyWithoutWeights()
    {
        var rows = People("0604", 100, 3, "1").Concat(People("0617", 100, 4, "2")).Concat(People("0642", 100, 4, "2")).Concat(People("0680", 400, 60, "1"));
        Write("observations.csv", [Observations, .. rows]);

        var release = BuildRelease();
        var cells = release.Cells;

        Assert.IsType<Cell.Missing>(At(cells, "0604", "0-18"));
        var county = Assert.IsType<Cell.Shown>(At(cells, "06", "0-18"));
        Assert.Equal((71, 700, EstimateMethod.Wilson), (county.Estimate.Numerator, county.Estimate.Denominator, county.Estimate.Method));
        Assert.Equal(71 / 700.0, county.Estimate.Value, 1e-15);
        var comparisons = new ReleaseComparisons(release, new CellIndex(cells));
        Assert.Equal(11 / 300.0, comparisons.Value(Address("0680", "0-18"), new Benchmark(BenchmarkKind.RestOfCounty))!.Value, 1e-15);
        Assert.All(comparisons.Benchmarks, x => Assert.Null(comparisons.Value(Address("0604", "0-18"), x)));
    }

    [Fact]
    public void Build_OfWeightedSharesThatAreAllShown_UsesTheWeights()
    {
        Write("observations.csv", [Observations, .. People("0604", 100, 30, "1"), .. People("0617", 100, 40, "2")]);

        var county = Assert.IsType<Cell.Shown>(At(Build(), "06", "0-18"));

        Assert.Equal(EstimateMethod.WilsonEffectiveSize, county.Estimate.Method);
        Assert.Equal((30 + 80) / 300.0, county.Estimate.Value, 1e-15);
    }

    [Fact]
    public void Build_OfSourceBandsWithinEachOther_ShowsCountsOfTheBroadestOnly()
    {
        Write("aggregates.csv", Aggregates, "fam_economic_assistance,0604,2025,T,0,5,3,400,,,A", "fam_economic_assistance,0604,2025,T,6,18,120,900,,,A", "fam_economic_assistance,0604,2025,T,0,18,123,1300,,,A");

        var cells = Build();

        Assert.Equal(123, Assert.IsType<Cell.Shown>(At(cells, "0604", "0-18", "fam_economic_assistance")).Estimate.Numerator);
        Assert.All((string[])["0-5", "6-9", "16-18"], band => Assert.Equal(Reason.Suppressed, Assert.IsType<Cell.Missing>(At(cells, "0604", band, "fam_economic_assistance")).Reason));
    }

    [Fact]
    public void Build_OfAPublishedShareBesideItsBase_ProtectsTheCountBehindIt()
    {
        Write("aggregates.csv", Aggregates, "fam_economic_assistance,0604,2025,T,0,18,,400,0.5,,A", "fam_economic_assistance,0617,2025,T,0,18,,400,7.5,,A");

        var cells = Build();

        Assert.Equal(Reason.Suppressed, Assert.IsType<Cell.Missing>(At(cells, "0604", "0-18", "fam_economic_assistance")).Reason);
        var shown = Assert.IsType<Cell.Shown>(At(cells, "0617", "0-18", "fam_economic_assistance")).Estimate;
        Assert.Equal((30, 400), (shown.Numerator, shown.Denominator));
    }

    [Fact]
    public void Build_OfACountyFigureThatIsNoSum_CanStillBePublished()
    {
        var municipalities = MadeUpRelease.Create().Codebook.Municipalities.Where(x => x.County == "06").ToArray();
        Write("aggregates.csv", [Aggregates, .. municipalities.Select(x => $"fam_economic_assistance,{x.Code},2025,T,0,18,100,2000,,,A"), "fam_economic_assistance,06,2025,T,0,18,1302,26010,,,A"]);

        Assert.Equal(1302, Assert.IsType<Cell.Shown>(At(Build(), "06", "0-18", "fam_economic_assistance")).Estimate.Numerator);
    }

    [Fact]
    public void Build_OfNobodyOfThatAge_SaysNoAnswers()
    {
        Write("aggregates.csv", Aggregates, "fam_economic_assistance,0604,2025,T,0,18,0,0,,,A");

        Assert.Equal(Reason.NoResponse, Assert.IsType<Cell.Missing>(At(Build(), "0604", "0-18", "fam_economic_assistance")).Reason);
    }

    [Fact]
    public void Build_OfARateWithoutPopulationOfOneSex_SaysTheSourceHasNone()
    {
        Write("population.csv", "municipality,age,sex,year,count", "0604,16,M,2025,100");
        Write("observations.csv", [Observations, .. Enumerable.Range(0, 50).Select(i => $"p{i},0604,16,{(i % 2 == 0 ? 'F' : 'M')},2025,out_suspects_15_17,{i % 3},")]);

        Assert.Equal(Reason.SourceMissing, Assert.IsType<Cell.Missing>(At(Build(), "0604", "16-18", "out_suspects_15_17")).Reason);
    }

    [Fact]
    public void Build_OfFilesThatHoldOnlyEvents_DividesByEveryone()
    {
        Write("population.csv", "municipality,age,sex,year,count", "0604,14,M,2025,300", "0604,16,M,2025,700");
        Write("observations.csv", [Observations, .. Enumerable.Range(0, 20).Select(i => $"p{i},0604,16,M,2025,out_suspects_15_17,1,")]);

        var all = Assert.IsType<Cell.Shown>(At(Build(), "0604", "0-18", "out_suspects_15_17"));

        Assert.Equal((20, 1000), (all.Estimate.Numerator, all.Estimate.Denominator));
    }

    static IEnumerable<string> People(string municipality, int count, int cases, string weight) => Enumerable.Range(0, count)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{municipality}-{i},{municipality},14,{(i % 2 == 0 ? 'F' : 'M')},2025,sch_bullied,{(i < cases ? 1 : 0)},{weight}"));

    static Cell At(IReadOnlyList<ReleasedCell> cells, string area, string band, string indicator = "sch_bullied") =>
        cells.Single(x => x.Address == Address(area, band, indicator)).Cell;

    static CellAddress Address(string area, string band, string indicator = "sch_bullied") => new(indicator, 2025, area, band, Sex.T);

    void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(folder, file), lines);

    IReadOnlyList<ReleasedCell> Build() => BuildRelease().Cells;

    /// <summary>The release of the input, after an attack on it that failed.</summary>
    ReleaseDocument BuildRelease()
    {
        var release = PipelineTests.Demonstration.Build(folder);
        Assert.Empty(ReleaseAudit.Run(release, [], null, TestContext.Current.CancellationToken).Findings);
        return release;
    }
}
