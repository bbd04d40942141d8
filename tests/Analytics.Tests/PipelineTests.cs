using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Estimation;
using Analytics.Practice;
using Analytics.Release;
using Analytics.Sample;
using Analytics.Statistics;
using Xunit;

namespace Analytics.Tests;

/// <summary>The whole flow on the made-up input: what was planted comes out, and nothing that is withheld can be recovered.</summary>
public sealed class PipelineTests(PipelineTests.Demonstration demonstration) : IClassFixture<PipelineTests.Demonstration>
{
    [Theory]
    [InlineData("0682", "fam_economic_assistance", Verdict.Worse)]
    [InlineData("0662", "sch_absence_unexcused", Verdict.Worse)]
    [InlineData("0683", "peer_delinquent_friends", Verdict.Better)]
    [InlineData("0686", "fam_parental_monitoring", Verdict.Worse)]
    [InlineData("0643", "fam_parent_talk", Verdict.Better)]
    public void Build_OfTheSample_ShowsThePlantedEffectOfAMunicipality(string municipality, string indicator, Verdict planted)
    {
        var verdicts = demonstration.Cells(indicator, municipality).Select(x => demonstration.Comparisons.Of(x.Address, new Benchmark(BenchmarkKind.RestOfCounty), FlagLevel.Single)?.Verdict).ToArray();

        Assert.True(verdicts.Count(x => x == planted) >= 4, string.Join(", ", verdicts));
    }

    [Theory]
    [InlineData("ind_multiple_complaints", +1)]
    [InlineData("peer_unstructured_evenings", -1)]
    public void Build_OfTheSample_ShowsThePlantedTrend(string indicator, int direction)
    {
        var values = demonstration.Cells(indicator, "06").Select(x => ((Cell.Shown)x.Cell).Estimate).ToArray();

        Assert.Equal(5, values.Length);
        Assert.True(direction * (values[^1].Value - values[0].Value) > 0.05);
        Assert.False(values[^1].Interval!.Value.Contains(values[0].Value));
    }

    [Fact]
    public void Build_OfTheSample_FindsThePlantedWaysOfWorking()
    {
        var practice = demonstration.Release.Practice;
        var study = practice.Clusters.Single(x => x.Level == ClusterLevel.Organisation);
        var used = practice.Uses.Where(x => x.InUse).ToLookup(x => x.Organisation, x => x.Method);
        int[] planted = [.. study.Units.Select(unit => Enumerable.Range(0, PlantedStructure.Ways.Count).MaxBy(way => used[unit].Count(x => PlantedStructure.Ways[way].Methods.Contains(x))))];

        Assert.Equal((3, ClusterVerdict.Stable), (study.Chosen, study.Verdict));
        Assert.True(AdjustedRandIndex.Of(planted, study.Partitions.Single(x => x.Clusters == 3).Labels) >= 0.95);
    }

    /// <summary>No groups of municipalities are planted: each mixes the three ways in its own proportions.</summary>
    [Fact]
    public void Build_OfTheSample_CallsNoGroupsOfMunicipalitiesStable() =>
        Assert.NotEqual(ClusterVerdict.Stable, demonstration.Release.Practice.Clusters.Single(x => x.Level == ClusterLevel.Municipality).Verdict);

    [Fact]
    public void Build_OfTheSample_ShowsNoAnswersOfFew()
    {
        Assert.All(demonstration.Release.Practice.FollowUp, x => Assert.False(x.Answers is > 0 and < 5));
        Assert.Contains(demonstration.Release.Practice.FollowUp, x => x is { Area: "06", Actor: null, Share: > 0.5 });
        Assert.All(demonstration.Release.Collaboration.Ties, x => Assert.False(x.Answers < 3));
    }

    [Fact]
    public void Build_OfTheSample_CannotBeAttacked()
    {
        var audit = ReleaseAudit.Run(demonstration.Release, [], null, TestContext.Current.CancellationToken);

        Assert.Empty(audit.Findings);
        Assert.True(audit.Passed);
        Assert.True(audit.CellsAttacked > 1000);
        Assert.True(audit.NarrowestInterval >= 3 - 1e-3);
    }

    [Fact]
    public void Build_OfTheSample_SuppressesNoValueAsZero() =>
        Assert.All(demonstration.Release.Cells.Where(x => x.Cell is Cell.Missing), x => Assert.DoesNotContain(",0,", CsvLine(x), StringComparison.Ordinal));

    [Fact]
    public void Build_OfTheSample_GivesNoCountBelowTheThreshold() =>
        Assert.DoesNotContain(demonstration.Release.Cells, x => x.Cell is Cell.Shown { Estimate: { Numerator: > 0 and < 5 } } or Cell.Shown { Estimate: { Denominator: < 20, Method: not EstimateMethod.AsPublished } });

    [Fact]
    public void Build_OfRowsInAnotherOrder_GivesTheSameCells()
    {
        var folder = Directory.CreateTempSubdirectory("order").FullName;
        try
        {
            SampleInput.Write(folder, new SampleOptions(13, 400, 3), demonstration.Release.Codebook, null, TestContext.Current.CancellationToken);
            var first = Demonstration.Build(folder);
            var file = Path.Combine(folder, "observations.csv");
            var lines = File.ReadAllLines(file);
            new Random(1).Shuffle(lines.AsSpan(1));
            File.WriteAllLines(file, lines);

            foreach (var name in (string[])["method_use.csv", "collaboration.csv", "follow_up.csv", "interview_codes.csv"])
            {
                var answers = File.ReadAllLines(Path.Combine(folder, name));
                new Random(2).Shuffle(answers.AsSpan(1));
                File.WriteAllLines(Path.Combine(folder, name), answers);
            }

            var second = Demonstration.Build(folder);
            Assert.Equal(first.Cells, second.Cells);
            Assert.Equal(ReleaseParts.Write(first), ReleaseParts.Write(second));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Build_WithFaultyCatalogue_IsRefused()
    {
        var result = Pipeline.Build(new BuildOptions("anywhere", "nowhere"), DateTimeOffset.UnixEpoch, null, TestContext.Current.CancellationToken);

        Assert.False(Assert.IsType<BuildResult.Refused>(result).Faults.IsEmpty);
    }

    static string CsvLine(ReleasedCell cell)
    {
        using var stream = new MemoryStream();
        CellsCsv.Write(stream, [cell]);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n')[1];
    }

    /// <summary>The demonstration release, built once.</summary>
    public sealed class Demonstration
    {
        public Demonstration()
        {
            var folder = Directory.CreateTempSubdirectory("demonstration").FullName;
            try
            {
                SampleInput.Write(folder, new SampleOptions(), CodebookReader.Read(ShippedCatalogue.Directory, new FaultList())!, null, CancellationToken.None);
                Release = Build(folder);
                Comparisons = new ReleaseComparisons(Release, new CellIndex(Release.Cells));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        public ReleaseDocument Release { get; }

        public ReleaseComparisons Comparisons { get; }

        public static ReleaseDocument Build(string folder) =>
            Assert.IsType<BuildResult.Built>(Pipeline.Build(new BuildOptions(folder, ShippedCatalogue.Directory), DateTimeOffset.UnixEpoch, null, CancellationToken.None)).Release;

        public IEnumerable<ReleasedCell> Cells(string indicator, string area) =>
            Release.Cells.Where(x => x.Address.Indicator == indicator && x.Address.Area == area && x.Address.AgeBand == "0-18" && x.Address.Sex == Sex.T);
    }
}
