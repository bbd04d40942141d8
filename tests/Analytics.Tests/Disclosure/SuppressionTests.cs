using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;
using Xunit;

namespace Analytics.Tests.Disclosure;

public sealed class SuppressionTests
{
    static readonly ProtectionParameters Default = new();

    static void AssertSafe(ProtectedTable table)
    {
        Assert.Empty(table.Unsafe);
        Assert.Empty(table.Narrow);
        Assert.Empty(Attacker.Attack(PublishedTable.Of(table), table.Parameters, cancellation: TestContext.Current.CancellationToken).Findings);
        foreach (var (area, band, sex) in Places(table.Table))
        {
            var primary = PrimaryRules.Of(table.Table[area, band, sex], table.Table.Indicator.Measure, table.Parameters);
            Assert.True(table[area, band, sex] >= PrimaryRules.Leaves(primary));
            Assert.Equal(table[area, band, sex] == Visibility.Shown, table.Rule(area, band, sex) == WithheldBy.Nothing);
            Assert.True(primary == WithheldBy.Nothing || table.Rule(area, band, sex) == primary);
        }
    }

    static IEnumerable<(int Area, int Band, Sex Sex)> Places(CountTable table) =>
        from area in Enumerable.Range(0, table.Layout.Areas.Count)
        from band in Enumerable.Range(0, table.Layout.Bands.Count)
        from sex in table.BySex ? Tables.Published : [Sex.T]
        select (area, band, sex);

    static ProtectedTable PrimaryOnly(CountTable table)
    {
        var visibility = new Visibility[table.Layout.Areas.Count * table.Layout.Bands.Count * 4];
        foreach (var (area, band, sex) in Places(table))
        {
            visibility[AdditiveSystem.CellIndex(table.Layout, area, band, sex)] =
                PrimaryRules.Leaves(PrimaryRules.Of(table[area, band, sex], table.Indicator.Measure, Default));
        }

        return new(table, Default, visibility, new WithheldBy[visibility.Length]);
    }

    static CountTable ByArea(Measure measure, params (long Base, long Cases)[] municipalities) =>
        Tables.Of(Tables.Layout([municipalities.Length], 1), measure, (area, _, _) => municipalities[area], bySex: false);

    [Fact]
    public void Protect_OneSmallCount_AttackOnPrimaryOnlySucceedsAndOursFails()
    {
        var table = ByArea(Measure.Proportion, (100, 3), (120, 40), (90, 30));
        var finding = Assert.Single(Attacker.Attack(PublishedTable.Of(PrimaryOnly(table)), Default, cancellation: TestContext.Current.CancellationToken).Findings, x => x is { Attack: Attacker.Additivity, Quantity: Quantity.Cases });
        Assert.Equal(0, finding.Width);
        var ours = Suppression.Protect(table, Default, cancellation: TestContext.Current.CancellationToken);
        AssertSafe(ours);
        Assert.Equal(Visibility.CasesWithheld, ours[0, 0, Sex.T]);
        Assert.Equal(WithheldBy.SmallCases, ours.Rule(0, 0, Sex.T));
        Assert.Equal(WithheldBy.Secondary, ours.Rule(2, 0, Sex.T));
        Assert.Equal(Visibility.Shown, ours[1, 0, Sex.T]);
        Assert.Equal(Visibility.Shown, ours[3, 0, Sex.T]);
    }

    [Fact]
    public void Protect_TwoOnesBesideShownZeros_AttackWithZeroKnowledgeSucceedsOnPrimaryOnly()
    {
        var table = ByArea(Measure.Rate, (100, 1), (120, 1), (90, 30));
        var findings = Attacker.Attack(PublishedTable.Of(PrimaryOnly(table)), Default, cancellation: TestContext.Current.CancellationToken).Findings;
        Assert.Equal(2, findings.Count(x => x is { Attack: Attacker.Additivity, Width: 0 }));
        AssertSafe(Suppression.Protect(table, Default, cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Protect_PersonOfUnpublishedSex_AttackOnPrimaryOnlySucceedsAndOursFails()
    {
        var table = Tables.Of(Tables.Layout([3], 2), Measure.Proportion, (area, band, sex) => sex == Sex.X ? (area == 0 && band == 0 ? 2 : 8, 0) : (200, 60));
        var finding = Assert.Single(Attacker.Attack(PublishedTable.Of(PrimaryOnly(table)), Default, cancellation: TestContext.Current.CancellationToken).Findings, x => x.Quantity == Quantity.Base);
        Assert.Equal((Sex.X, 0L), (finding.Sex, finding.Width));
        AssertSafe(Suppression.Protect(table, Default, cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Protect_NothingSmall_HidesNothing()
    {
        var ours = Suppression.Protect(Tables.Of(Tables.Layout([4], 3), Measure.Proportion, (_, _, sex) => sex == Sex.X ? (0, 0) : (200, 60)), Default, cancellation: TestContext.Current.CancellationToken);
        Assert.All(Places(ours.Table), place => Assert.Equal(Visibility.Shown, ours[place.Area, place.Band, place.Sex]));
        AssertSafe(ours);
    }

    [Fact]
    public void Protect_TrueZero_IsShown()
    {
        var ours = Suppression.Protect(ByArea(Measure.Proportion, (100, 0), (120, 3), (90, 30), (80, 20)), Default, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Visibility.Shown, ours[0, 0, Sex.T]);
        AssertSafe(ours);
    }

    [Fact]
    public void Protect_AnyTable_NeverWithholdsAZeroBesideAShownBase()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var ours = Suppression.Protect(Tables.Random(Tables.Layout([5], 3), Measure.Proportion, seed, 0.01, 0.01), Default, cancellation: TestContext.Current.CancellationToken);
            Assert.All(Places(ours.Table), x => Assert.False(ours[x.Area, x.Band, x.Sex] == Visibility.CasesWithheld && ours.Table[x.Area, x.Band, x.Sex].Cases == 0));
        }
    }

    [Fact]
    public void Protect_EmptyRow_IsNoSecret()
    {
        var ours = Suppression.Protect(ByArea(Measure.Proportion, (0, 0), (120, 3), (90, 30)), Default, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Visibility.Shown, ours[0, 0, Sex.T]);
        AssertSafe(ours);
    }

    [Fact]
    public void Protect_OnlyMunicipalityOfItsCounty_HidesBoth()
    {
        var ours = Suppression.Protect(ByArea(Measure.Proportion, (100, 3)), Default, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Visibility.CasesWithheld, ours[0, 0, Sex.T]);
        Assert.Equal(Visibility.CasesWithheld, ours[1, 0, Sex.T]);
        AssertSafe(ours);
    }

    [Fact]
    public void Protect_ZeroAboveSmallBases_IsShownAndSoAreNoSecretThere()
    {
        // Nobody among 25 may be said, and then nobody among 12 of them is no news; how the 25 are divided stays unknown.
        var ours = Suppression.Protect(ByArea(Measure.Proportion, (12, 0), (13, 0)), Default, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((Visibility.Shown, Visibility.BaseWithheld), (ours[2, 0, Sex.T], ours[0, 0, Sex.T]));
        AssertSafe(ours);
    }

    [Fact]
    public void Protect_EveryCellIsOne_IsSafe() =>
        AssertSafe(Suppression.Protect(Tables.Of(Tables.Layout([4], 3), Measure.Proportion, (_, _, sex) => (1, sex == Sex.F ? 1 : 0)), Default, cancellation: TestContext.Current.CancellationToken));

    [Fact]
    public void Protect_EveryoneHasTheOutcome_IsSafe() =>
        AssertSafe(Suppression.Protect(Tables.Of(Tables.Layout([4], 3), Measure.Proportion, (_, _, sex) => sex == Sex.X ? (0, 0) : (50, 50)), Default, cancellation: TestContext.Current.CancellationToken));

    [Fact]
    public void Protect_MunicipalitiesWithoutCounty_ProtectsEachAlone()
    {
        var layout = new Layout(["0604", "0617"], [-1, -1], [new("0-18", 0, 18)], [[0]]);
        var ours = Suppression.Protect(Tables.Of(layout, Measure.Proportion, (area, _, _) => (100, area == 0 ? 3 : 30), bySex: false), Default, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Visibility.CasesWithheld, ours[0, 0, Sex.T]);
        Assert.Equal(Visibility.Shown, ours[1, 0, Sex.T]);
        AssertSafe(ours);
    }

    [Fact]
    public void Protect_TelledMean_CannotBeComputedFromOtherMeans()
    {
        var table = ByArea(Measure.Mean, (100, 0), (100, 0), (100, 0));
        foreach (var area in (int[])[0, 3])
        {
            table[area, 0, Sex.T].AtMaximum = area == 0 ? 98 : 20;
        }

        var finding = Assert.Single(Attacker.Attack(PublishedTable.Of(PrimaryOnly(table)), Default, cancellation: TestContext.Current.CancellationToken).Findings);
        Assert.Equal("0310", finding.Area);
        var ours = Suppression.Protect(table, Default, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Visibility.CasesWithheld, ours[0, 0, Sex.T]);
        Assert.Equal(WithheldBy.TellingMean, ours.Rule(0, 0, Sex.T));
        AssertSafe(ours);
    }

    [Theory]
    [InlineData(Measure.Proportion, true)]
    [InlineData(Measure.Proportion, false)]
    [InlineData(Measure.Rate, true)]
    [InlineData(Measure.Mean, true)]
    public void Protect_RandomSmallTables_AttackerFindsNothing(Measure measure, bool bySex)
    {
        for (var seed = 0; seed < 24; seed++)
        {
            var random = new Random(seed);
            var layout = Tables.Layout([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, 4))], random.Next(1, 4) is var bands && bands == 1 ? 1 : bands, nested: bands == 3 && seed % 2 == 0);
            var table = Tables.Random(layout, measure, seed, random.NextDouble(), random.NextDouble() * 0.1, 1, random.Next(3, 400), bySex);
            AssertSafe(Suppression.Protect(table, seed % 3 == 0 ? new(3, 10) : seed % 3 == 1 ? Default : new(7, 30), cancellation: TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData(Measure.Proportion, 0.03)]
    [InlineData(Measure.Proportion, 0.3)]
    [InlineData(Measure.Rate, 0.02)]
    [InlineData(Measure.Mean, 0)]
    public void Protect_CountyOfThirteen_AttackerFindsNothing(Measure measure, double prevalence) =>
        AssertSafe(Suppression.Protect(Tables.Random(Tables.Layout([13], 5), measure, 7, prevalence), Default, cancellation: TestContext.Current.CancellationToken));

    [Fact]
    public void Protect_NationOfCounties_AttackerFindsNothing() =>
        AssertSafe(Suppression.Protect(Tables.Random(Tables.Layout([4, 1, 3], 2), Measure.Proportion, 11, 0.04), Default, cancellation: TestContext.Current.CancellationToken));

    [Fact]
    public void Protect_OtherOrderOfAreas_SamePattern()
    {
        var layout = Tables.Layout([6], 3);
        var order = (int[])[3, 0, 5, 1, 4, 2, 6];
        var shuffled = new Layout([.. order.Select(area => layout.Areas[area])], layout.AreaParent, layout.Bands, layout.BandLeaves);
        var table = Tables.Random(layout, Measure.Proportion, 3, 0.05);
        var other = Tables.Of(shuffled, Measure.Proportion, (area, band, sex) => (table[order[area], band, sex].Base, table[order[area], band, sex].Cases));
        var (expected, actual) = (Suppression.Protect(table, Default, cancellation: TestContext.Current.CancellationToken), Suppression.Protect(other, Default, cancellation: TestContext.Current.CancellationToken));
        Assert.All(Places(other), x => Assert.Equal(expected[order[x.Area], x.Band, x.Sex], actual[x.Area, x.Band, x.Sex]));
    }

    [Fact]
    public void Protect_ManyTablesAtOnce_SamePatternAsOneByOne()
    {
        var tables = Enumerable.Range(0, 8).Select(seed => Tables.Random(Tables.Layout([5], 3), Measure.Proportion, seed, 0.05)).ToList();
        var together = new ProtectedTable[tables.Count];
        Parallel.For(0, tables.Count, i => together[i] = Suppression.Protect(tables[i], Default, cancellation: TestContext.Current.CancellationToken));
        for (var i = 0; i < tables.Count; i++)
        {
            var alone = Suppression.Protect(tables[i], Default, cancellation: TestContext.Current.CancellationToken);
            Assert.All(Places(tables[i]), x => Assert.Equal(alone[x.Area, x.Band, x.Sex], together[i][x.Area, x.Band, x.Sex]));
        }
    }

    [Fact]
    public void Protect_TableThatDoesNotAddUp_IsRefused()
    {
        var table = ByArea(Measure.Proportion, (100, 30), (90, 20));
        table[2, 0, Sex.T].Base++;
        Assert.Equal("Area 03, ages 0-2, sex T: the count is not the sum of its parts.", Assert.Throws<ArgumentException>(() => Suppression.Protect(table, Default, cancellation: TestContext.Current.CancellationToken)).Message);
    }
}
