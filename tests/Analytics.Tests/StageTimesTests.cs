using Analytics.Catalogue;
using Analytics.Tests.Releases;
using Xunit;

namespace Analytics.Tests;

public sealed class StageTimesTests(SmallRelease small) : IClassFixture<SmallRelease>
{
    [Fact]
    public void Stages_OneAfterTheOther_TakeWhatPassedSinceTheOneBefore()
    {
        var clock = new Clock();
        var times = new StageTimes(clock);
        clock.Pass(2);
        times.End("Reading", 7, "rows");
        clock.Pass(3);
        times.End("Writing");
        clock.Pass(1);

        Assert.Equal([new StageTime("Reading", TimeSpan.FromSeconds(2), 7, "rows"), new StageTime("Writing", TimeSpan.FromSeconds(3), null, "")], times.Stages);
        Assert.Equal(TimeSpan.FromSeconds(6), times.Whole);
    }

    [Fact]
    public void Build_OfAFolder_MeasuresEveryStageInTheOrderOfTheWork()
    {
        var times = new StageTimes(TimeProvider.System);
        var release = Assert.IsType<BuildResult.Built>(Build(small.Folder, times)).Release;

        Assert.Equal(
            ["Catalogue", "Reading and counting", "Margins", "Protecting", "Estimating", "Records of the protection", "Grouping", "Collaboration", "Release id"], times.Stages.Select(x => x.Name));
        Assert.Equal((File.ReadLines(Path.Combine(small.Folder, "observations.csv")).LongCount() - 1, "rows"), (times.Stages[1].Amount, times.Stages[1].Unit));
        Assert.Equal((release.Cells.Count, "cells"), (times.Stages[^1].Amount, times.Stages[^1].Unit));
        Assert.True(times.Stages.Sum(x => x.Elapsed.Ticks) <= times.Whole.Ticks);
        Assert.Equal(small.Release.Manifest.Id, release.Manifest.Id);
    }

    [Fact]
    public void Build_ThatIsRefused_MeasuresTheStagesSoFar()
    {
        var times = new StageTimes(TimeProvider.System);

        Assert.IsType<BuildResult.Refused>(Build("nowhere", times));
        Assert.Equal(["Catalogue", "Reading and counting"], times.Stages.Select(x => x.Name));
        Assert.Null(times.Stages[1].Amount);
    }

    static BuildResult Build(string folder, StageTimes times) =>
        Pipeline.Build(new BuildOptions(folder, ShippedCatalogue.Directory), DateTimeOffset.UnixEpoch, null, TestContext.Current.CancellationToken, times);

    sealed class Clock : TimeProvider
    {
        long seconds;

        public override long TimestampFrequency => 1;

        public void Pass(int more) => seconds += more;

        public override long GetTimestamp() => seconds;
    }
}
