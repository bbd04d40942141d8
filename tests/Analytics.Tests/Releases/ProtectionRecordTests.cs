using Analytics.Catalogue;
using Analytics.Release;
using Analytics.Tables;
using Xunit;

namespace Analytics.Tests.Releases;

public sealed class ProtectionRecordTests(SmallRelease small) : IClassFixture<SmallRelease>
{
    [Fact]
    public void Build_EveryWithheldCell_HasItsRule() => Assert.Equal(
        small.Release.Cells.Where(x => x.Cell is Cell.Missing { Reason: Reason.Suppressed }).Select(x => x.Address),
        small.Release.Protection.SelectMany(x => x.Cells).Select(x => x.Address));

    [Fact]
    public void Build_RuleOfAPrimaryCell_SaysWhatItsCountsAre()
    {
        var seen = new HashSet<ProtectionRule>();
        foreach (var table in small.Counted.Observed)
        {
            foreach (var cell in Record(table.Indicator.Id, table.Year).Cells)
            {
                var counts = SmallRelease.At(table, cell.Address);
                Assert.True(cell.Rule switch
                {
                    ProtectionRule.SmallBase => counts.Base < 20,
                    ProtectionRule.SmallCases => counts.Cases < 5 || counts.Contributors < 5,
                    ProtectionRule.SmallComplement => counts.Complement < 5,
                    ProtectionRule.AllAlike => counts.Complement == 0,
                    ProtectionRule.TellingMean => table.Indicator.Measure == Measure.Mean,
                    _ => cell.Rule == ProtectionRule.Secondary && counts.Base >= 20,
                }, cell.ToString());
                seen.Add(cell.Rule);
            }
        }

        Assert.Superset(new HashSet<ProtectionRule> { ProtectionRule.SmallBase, ProtectionRule.SmallCases, ProtectionRule.Secondary }, seen);
    }

    [Fact]
    public void Build_SecondaryCells_NameAPrimaryOneOrOneThatIsNeverShown()
    {
        foreach (var record in small.Release.Protection)
        {
            var primary = record.Cells.Where(x => x.Rule != ProtectionRule.Secondary).Select(x => x.Address).ToHashSet();
            Assert.All(record.Cells.Where(x => x.Protects is not null), x => Assert.True(x.Rule == ProtectionRule.Secondary && (primary.Contains(x.Protects!.Value) || x.Protects.Value.Sex == Sex.X), x.ToString()));
        }

        Assert.Contains(small.Release.Protection.SelectMany(x => x.Cells), x => x.Protects is not null);
    }

    /// <summary>Of few cells a sum would be a count.</summary>
    [Fact]
    public void Build_SumOverFewCells_IsLeftOut()
    {
        var hidden = small.Release.Protection.SelectMany(x => x.Hidden).ToArray();

        Assert.All(hidden, x => Assert.Equal(x.Cells < 5 || x.Rule >= ProtectionRule.Unproven, x.Counts is null));
        Assert.Contains(hidden, x => x.Counts is null);
        Assert.Contains(hidden, x => x.Counts > 0);
        Assert.All(small.Release.Protection.Where(x => x.Hidden.All(y => y.Rule != ProtectionRule.Secondary || y.Cells < 5)), x => Assert.Null(x.Cost));
    }

    [Fact]
    public void Build_CellsOfARule_AreCountedAsTheyAreListed()
    {
        foreach (var record in small.Release.Protection.Where(x => small.Counted.Observed.Any(y => y.Indicator.Id == x.Indicator)))
        {
            Assert.Equal(record.Cells.GroupBy(x => x.Rule).OrderBy(x => x.Key).Select(x => (x.Key, x.Count())), record.Hidden.Select(x => (x.Rule, x.Cells)));
        }
    }

    [Fact]
    public void Build_CellsThatTheSourceWithholds_SaySo()
    {
        var records = small.Release.Protection.Where(x => x.Indicator == "fam_eviction_children").ToArray();

        Assert.Contains(records.SelectMany(x => x.Cells), x => x.Rule == ProtectionRule.BySource);
        Assert.All(records.SelectMany(x => x.Hidden).Where(x => x.Rule == ProtectionRule.BySource), x => Assert.Null(x.Counts));
    }

    [Fact]
    public void Export_OfARelease_IsTheSameWithoutTheRecord()
    {
        var (with, without) = (Directory.CreateTempSubdirectory("with").FullName, Directory.CreateTempSubdirectory("without").FullName);
        try
        {
            ReleaseExport.Write(small.Release, null, with);
            ReleaseExport.Write(small.Release with { Protection = [] }, null, without);

            Assert.NotEmpty(Directory.GetFiles(with));
            Assert.All(Directory.GetFiles(with), x => Assert.Equal(File.ReadAllBytes(x), File.ReadAllBytes(Path.Combine(without, Path.GetFileName(x)))));
            Assert.All(Directory.GetFiles(with), x => Assert.DoesNotContain("protects", File.ReadAllText(x), StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            Directory.Delete(with, recursive: true);
            Directory.Delete(without, recursive: true);
        }
    }

    [Fact]
    public void Build_WithOtherWeights_SaysSoInTheParameters()
    {
        var built = Assert.IsType<BuildResult.Built>(Pipeline.Build(new BuildOptions(small.Folder, ShippedCatalogue.Directory) { Weights = HidingCost.Cells }, DateTimeOffset.UnixEpoch, null, TestContext.Current.CancellationToken)).Release;

        Assert.Equal(HidingCost.Cells, built.Manifest.Parameters.Weights);
        Assert.NotEqual(small.Release.Manifest.Id, built.Manifest.Id);
        Assert.DoesNotContain("weights", System.Text.Json.JsonSerializer.Serialize(small.Release.Manifest.Parameters, ReleaseJson.Options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 0.0)]
    [InlineData(120, 100, 0.2)]
    [InlineData(100, 100.4, 0.0)]
    [InlineData(100, 0, null)]
    public void GapOf_CostAndBound_IsTheExcessOverTheBound(long cost, double bound, double? gap) => Assert.Equal(gap, ProtectionRecord.GapOf(cost, bound));

    ProtectionRecord Record(string indicator, int year) => small.Release.Protection.Single(x => x.Indicator == indicator && x.Year == year);
}
