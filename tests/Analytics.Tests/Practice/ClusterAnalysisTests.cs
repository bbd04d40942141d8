using System.Text.Json;
using Analytics.Practice;
using Analytics.Release;
using Analytics.Statistics;
using Xunit;

namespace Analytics.Tests.Practice;

public sealed class ClusterAnalysisTests
{
    [Fact]
    public void Of_ThreePlantedGroups_FindsThemStable()
    {
        var study = Of(PlantedTables.Table(PlantedTables.ThreeGroups(87, 52, 5)));
        Assert.Equal((ClusterVerdict.Stable, 3), (study.Verdict, study.Chosen));
        var partition = study.Partitions[1];
        Assert.True(AdjustedRandIndex.Of(partition.Labels, [.. Enumerable.Range(0, 87).Select(unit => unit % 3)]) >= 0.95);
        Assert.Equal(Enumerable.Range(2, 9), study.Partitions.Select(one => one.Clusters));
        Assert.Equal(3, study.UnitOrder.Select(unit => partition.Labels[unit]).Aggregate((Runs: 0, Last: 0), (run, label) => (run.Runs + (label == run.Last ? 0 : 1), label)).Runs);
        Assert.All(partition.Marks.Where(mark => mark.Lift > 5), mark => Assert.True(mark.Share > 0.5 && mark.Q < 0.05));
        Assert.All(partition.Groups, group => Assert.Equal(29, group.Size));
    }

    [Theory]
    [InlineData(13, 40, 0.3, 1)]
    [InlineData(13, 40, 0.1, 2)]
    [InlineData(13, 40, 0.5, 3)]
    [InlineData(40, 30, 0.3, 4)]
    public void Of_Noise_DoesNotGroup(int units, int methods, double density, int seed)
    {
        var study = Of(PlantedTables.Table(PlantedTables.Noise(units, methods, density, seed)));
        Assert.Equal(ClusterVerdict.None, study.Verdict);
        Assert.Equal(units < 20 ? 4 : 10, study.Partitions[^1].Clusters);
        Assert.True(study.PermutationP > 0.01);
    }

    [Fact]
    public void Of_OtherRowOrderAndCores_IsTheSameToTheBit()
    {
        var table = PlantedTables.Table(PlantedTables.Noise(30, 12, 0.4, 8));
        var order = Enumerable.Range(0, 30).ToArray();
        new Random(3).Shuffle(order);
        var other = new FeatureTable([.. order.Select(unit => table.Units[unit])], table.Features, [.. order.Select(unit => table.Values[unit])]);
        Assert.Equal(
            Json(Of(table, new ClusterOptions { MaxDegreeOfParallelism = 1 })),
            Json(Of(other, new ClusterOptions { MaxDegreeOfParallelism = 4 })));
    }

    [Fact]
    public void Study_AsJson_ComesBackTheSame()
    {
        var text = Json(Of(PlantedTables.Table(PlantedTables.Noise(12, 10, 0.4, 8))));
        Assert.Equal(text, Json(JsonSerializer.Deserialize<ClusterStudy>(text, ReleaseJson.Options)!));
        Assert.Contains("\"verdict\": \"none\"", text, StringComparison.Ordinal);
    }

    static ClusterStudy Of(FeatureTable table, ClusterOptions? options = null) => ClusterAnalysis.Of("organisation", table, options, null, TestContext.Current.CancellationToken);

    static string Json(ClusterStudy study) => JsonSerializer.Serialize(study, ReleaseJson.Options);

    public static TheoryData<double[][]> Empty => [Array.Empty<double[]>(), new double[][] { [1, 0] }, new double[][] { [1, 0], [0, 1] }, Enumerable.Repeat(new double[] { 1, 0 }, 5).ToArray(), new double[][] { [1, 0], [0, 1], [0, 0] }];

    [Theory]
    [MemberData(nameof(Empty))]
    public void Of_NothingToGroup_HasNoPartitions(double[][] rows)
    {
        var study = Of(new FeatureTable([.. rows.Select((_, i) => $"u{i}")], ["a", "b"], rows));
        Assert.Equal((ClusterVerdict.None, 0, null), (study.Verdict, study.Chosen, study.PermutationP));
        Assert.Empty(study.Partitions);
        Assert.Equal(Enumerable.Range(0, rows.Length), study.UnitOrder.Order());
    }

    [Fact]
    public void Of_FeaturesThatTellNothing_AreListedAsDropped()
    {
        double[][] rows = [[1, 1, 0, 1, 2, 0.5], [1, 0, 0, 1, 1, -0.5], [1, 0, 0, 0, 3, 0], [1, 0, 0, 0, 1, 0]];
        var study = Of(new FeatureTable(["d", "c", "b", "a"], ["all", "one", "none", "two", "extent", "scale"], rows));
        Assert.Equal(["all", "one", "none"], study.Dropped);
        Assert.Equal(["two", "extent", "scale"], study.Features);
        Assert.Equal(["a", "b", "c", "d"], study.Units);
        Assert.All(study.Partitions, partition => Assert.Null(partition.JaccardSilhouette));
    }

    // Two kinds of equal rows: the clearest structure there can be, with an inertia of 0.
    [Fact]
    public void Of_TwoKindsOfEqualRows_GroupsThem()
    {
        var rows = Enumerable.Range(0, 24).Select(unit => Enumerable.Range(0, 10).Select(method => unit % 2 == method % 2 ? 1.0 : 0).ToArray()).ToArray();
        var study = Of(PlantedTables.Table(rows));
        Assert.Equal((ClusterVerdict.Stable, 2), (study.Verdict, study.Chosen));
        Assert.Equal((0, 1), (study.Partitions[0].Inertia, study.Partitions[0].CalinskiHarabasz));
        Assert.Empty(study.Partitions[0].SwingUnits);
    }

    [Fact]
    public void Of_TableOutOfRange_Refuses()
    {
        Assert.Throws<ArgumentException>(() => Of(new FeatureTable(["a", "a"], ["f"], [[1], [0]])));
        Assert.Throws<ArgumentException>(() => Of(new FeatureTable(["a", "b"], ["f"], [[1]])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(new FeatureTable(["a", "b"], ["f"], [[1], [double.NaN]])));
    }
}
